//! What a view carries unread: the overlap desk's parts of a link, and the edition of the facts.
//!
//! ```text
//! chart=upset  exactly=1  since=2016-01-01  countries=CHL,PER
//! chart=upset,by-degree,under-bloc,from-3  chart=matrix,likeness
//! if=CHL:rcep@2027-01-01,-GBR:cptpp@2028-01-01,CHL:rcep:candidate@2026-12-01
//! own=~friends:Friends:FRA.DEU.ITA;~others:Others:USA.CAN:3
//! edition=0badcafe
//! ```

use entente_atlas::records::{EditRecord, OwnBlocRecord};
use entente_atlas::{Atlas, Date, Status};

use super::parse::{MOST_NOTICES, legible};
use super::{FURTHER, Notice, Words, pairs, word_of};
use crate::view::{ChartKind, Grouping, Layout, Measure, OverlapDesk, Sort, View};

const CHARTS: Words<ChartKind, 5> = [
    ("euler", ChartKind::Euler),
    ("upset", ChartKind::Upset),
    ("matrix", ChartKind::Matrix),
    ("life", ChartKind::Life),
    ("years", ChartKind::Years),
];

/// What may follow the chart's word; each default has no word.
const SORTS: Words<Sort, 2> = [("by-degree", Sort::Degree), ("by-bloc", Sort::Blocs)];
const GROUPS: Words<Grouping, 2> = [("under-degree", Grouping::Degree), ("under-bloc", Grouping::Bloc)];
const MEASURES: Words<Measure, 2> = [("likeness", Measure::Likeness), ("share", Measure::Share)];

/// More suppositions, countries or own blocs than this are no question, and a link comes from anywhere.
const MOST: usize = 300;

/// The link's word for a chart, such as `upset`.
pub fn chart_word(kind: ChartKind) -> &'static str {
    word_of(&CHARTS, kind)
}

/// A chart and its layout as a link writes them: `upset,by-degree,from-3`.
pub fn chart_text(kind: ChartKind, layout: Layout) -> String {
    // Named one by one, so that a new choice does not compile until it has a word.
    let Layout { sort, group, at_least, measure } = layout;
    let mut words = vec![chart_word(kind).to_owned()];
    let known = [chosen(&SORTS, sort), chosen(&GROUPS, group), chosen(&MEASURES, measure)];
    words.extend(known.into_iter().flatten().map(str::to_owned));
    if at_least > 1 {
        words.push(format!("from-{at_least}"));
    }
    words.join(",")
}

fn chosen<T: Copy + PartialEq, const N: usize>(words: &Words<T, N>, value: T) -> Option<&'static str> {
    words.iter().find(|(_, known)| *known == value).map(|(word, _)| *word)
}

fn meant<T: Copy, const N: usize>(words: &Words<T, N>, word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// What a link supposes, before there is an atlas: the facts are edited by it before the rest of the link is read.
pub fn suppositions(query: &str) -> (Vec<EditRecord>, Vec<OwnBlocRecord>) {
    let mut reading = Reading::default();
    for (key, value) in pairs(query) {
        match key.as_str() {
            // Of a part that stands twice, the last counts, as elsewhere in a link.
            "if" => {
                reading.desk.edits.clear();
                reading.edits(&value);
            }
            "own" => {
                reading.desk.own.clear();
                reading.own(&value);
            }
            _ => {}
        }
    }
    (reading.desk.edits, reading.desk.own)
}

/// The overlap desk of a view, and what of it was not understood. Never fails.
///
/// Whether what is supposed can be, [`Records::edit`](entente_atlas::records::Records::edit) says.
pub fn read(view: &View, atlas: &Atlas) -> (OverlapDesk, Vec<Notice>) {
    let mut reading = Reading::default();
    for (key, value) in &view.further {
        match *key {
            "chart" => reading.chart(value),
            "exactly" => reading.exactly(value),
            "since" => reading.since(value),
            "countries" => reading.countries(value, atlas),
            "if" => reading.edits(value),
            "own" => reading.own(value),
            _ => reading.edition(value),
        }
    }
    (reading.desk, reading.notices)
}

/// Puts the overlap desk into a view; what the view had of one is replaced.
pub fn write(desk: &OverlapDesk, view: &mut View, atlas: &Atlas) {
    // Named one by one, so that a new part does not compile until it has a place in the link.
    let OverlapDesk { chart, layout, is_exact, since, countries, edits, own } = desk;
    let codes: Vec<&str> = countries.iter().map(|country| atlas.country(*country).code.as_str()).collect();
    let values = [
        chart.map(|chart| chart_text(chart, *layout)).unwrap_or_default(),
        if *is_exact { "1".to_owned() } else { String::new() },
        since.map(|date| date.to_string()).unwrap_or_default(),
        codes.join(","),
        edits.iter().map(edit_text).collect::<Vec<_>>().join(","),
        own.iter().map(own_text).collect::<Vec<_>>().join(";"),
    ];
    let edition = view.further.iter().find(|(key, _)| *key == "edition").cloned();
    view.further = FURTHER
        .into_iter()
        .zip(values)
        .filter(|(_, value)| !value.is_empty())
        .chain(edition.filter(|(_, value)| is_edition(value)))
        .collect();
}

/// An edit as a link writes it: `CHL:rcep@2027-01-01`.
pub fn edit_text(edit: &EditRecord) -> String {
    let EditRecord { country, bloc, status, on, is_exit } = edit;
    let sign = if *is_exit { "-" } else { "" };
    let status = status.map(|status| format!(":{status}")).unwrap_or_default();
    format!("{sign}{country}:{bloc}{status}@{on}")
}

fn own_text(own: &OwnBlocRecord) -> String {
    let OwnBlocRecord { id, name, countries, colour } = own;
    let colour = colour.map(|colour| format!(":{colour}")).unwrap_or_default();
    format!("{id}:{}:{}{colour}", name.replace([':', ';'], " "), countries.join("."))
}

fn edit_of(text: &str) -> Option<EditRecord> {
    let (is_exit, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (what, on) = rest.split_once('@')?;
    let mut parts = what.split(':').map(str::trim);
    let (country, bloc) = (parts.next()?.to_ascii_uppercase(), parts.next()?.to_ascii_lowercase());
    let status = parts.next().map(|word| word.to_ascii_lowercase().parse::<Status>()).transpose().ok()?;
    let is_whole = !country.is_empty() && !bloc.is_empty() && parts.next().is_none();
    let on: Date = on.trim().parse().ok()?;
    is_whole.then_some(EditRecord { country, bloc, status, on, is_exit })
}

fn own_of(text: &str) -> Option<OwnBlocRecord> {
    let mut parts = text.split(':').map(str::trim);
    let (id, name, codes) = (parts.next()?.to_ascii_lowercase(), parts.next()?, parts.next()?);
    let colour = parts.next().map(str::parse::<u8>).transpose().ok()?;
    let codes = codes.split(['.', ',']).map(str::trim).filter(|code| !code.is_empty());
    let mut countries: Vec<String> = Vec::new();
    for code in codes.map(str::to_ascii_uppercase) {
        if !countries.contains(&code) && countries.len() < MOST {
            countries.push(code);
        }
    }
    let is_whole = OwnBlocRecord::is_id(&id) && !name.is_empty() && parts.next().is_none() && colour != Some(0);
    is_whole.then(|| OwnBlocRecord { id, name: legible(name, 80).trim().to_owned(), countries, colour })
}

#[derive(Default)]
struct Reading {
    desk: OverlapDesk,
    notices: Vec<Notice>,
}

/// The edition of the facts that a link was frozen with, as the second half of [`Atlas::version`] names it; nothing where it names none.
pub fn edition(query: &str) -> Option<String> {
    let named = pairs(query).into_iter().rev().find(|(key, _)| key == "edition");
    named.map(|(_, value)| value).filter(|value| is_edition(value))
}

/// A digest: eight digits of base sixteen.
fn is_edition(value: &str) -> bool {
    value.len() == 8 && value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

impl Reading {
    fn edition(&mut self, value: &str) {
        if !is_edition(value) {
            self.ignore(value, "an edition is the eight digits that stand behind the day of the data, like 0badcafe");
        }
    }

    fn ignore(&mut self, value: &str, message: &str) {
        let notice = Notice { value: legible(value, 60), message: message.to_owned() };
        if self.notices.len() < MOST_NOTICES && !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn chart(&mut self, value: &str) {
        let (word, rest) = value.split_once(',').unwrap_or((value, ""));
        let Some(kind) = meant(&CHARTS, word) else {
            self.ignore(value, "write one of euler, upset, matrix, life, years");
            return;
        };
        (self.desk.chart, self.desk.layout) = (Some(kind), Layout::default());
        for word in parts(rest, ',') {
            self.layout(word);
        }
    }

    fn layout(&mut self, word: &str) {
        let layout = &mut self.desk.layout;
        let from = word.strip_prefix("from-").and_then(|count| count.parse().ok());
        match (meant(&SORTS, word), meant(&GROUPS, word), meant(&MEASURES, word), from) {
            (Some(sort), ..) => layout.sort = sort,
            (_, Some(group), ..) => layout.group = group,
            (_, _, Some(measure), _) => layout.measure = measure,
            // 0 and 1 hide nothing: the default says so in one way.
            (.., Some(at_least)) => layout.at_least = if at_least > 1 { at_least } else { 0 },
            _ => self.ignore(
                word,
                "after a chart, write by-degree, by-bloc, under-degree, under-bloc, from-2, likeness or share",
            ),
        }
    }

    fn exactly(&mut self, value: &str) {
        match value {
            "1" => self.desk.is_exact = true,
            "0" => {}
            _ => self.ignore(value, "write 1 for those in exactly these blocs, or leave it out"),
        }
    }

    fn since(&mut self, value: &str) {
        match value.parse() {
            Ok(date) => self.desk.since = Some(date),
            Err(_) => self.ignore(value, "a date is written like 2025-01-31"),
        }
    }

    fn countries(&mut self, value: &str, atlas: &Atlas) {
        for code in parts(value, ',') {
            match atlas.country_by_code(code) {
                Some(country) if !self.desk.countries.contains(&country) => self.desk.countries.push(country),
                Some(_) => {}
                None => self.ignore(code, "no country has this code; write it like SGP"),
            }
        }
    }

    fn edits(&mut self, value: &str) {
        for part in parts(value, ',') {
            match edit_of(part) {
                Some(edit) if !self.desk.edits.contains(&edit) => self.desk.edits.push(edit),
                Some(_) => {}
                None => self.ignore(
                    part,
                    "write who joins what and when, like CHL:rcep@2027-01-01, or -GBR:cptpp@2028-01-01 for an exit",
                ),
            }
        }
    }

    fn own(&mut self, value: &str) {
        for part in parts(value, ';') {
            match own_of(part) {
                Some(own) if self.desk.own.iter().all(|other| other.id != own.id) => self.desk.own.push(own),
                Some(own) => self.ignore(&own.id, "this id stands twice; give each bloc of your own another"),
                None => self.ignore(part, "write a bloc of your own like ~friends:Friends:FRA.DEU.ITA"),
            }
        }
    }
}

fn parts(value: &str, divider: char) -> impl Iterator<Item = &str> {
    value.split(divider).map(str::trim).filter(|part| !part.is_empty()).take(MOST)
}
