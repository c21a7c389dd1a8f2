//! What a reader supposes: joins and exits that have not happened, and blocs of their own.

use super::{BlocRecord, MembershipRecord, Records, Written};
use crate::order::Order as _;
use crate::problem::{At, Problem};
use crate::{Date, Status};

/// A join or an exit that a reader supposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditRecord {
    /// Code of the country.
    pub country: String,
    /// Id of the bloc.
    pub bloc: String,
    /// As what it joins, `None` for a member; what of it ends, `None` for every tie.
    pub status: Option<Status>,
    /// The first day.
    pub on: Date,
    /// Whether it is an exit.
    pub is_exit: bool,
}

/// A bloc of the reader's own: countries under a name, on every day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnBlocRecord {
    /// Its id, with the tilde by which it stands after all others: `~friends`.
    pub id: String,
    /// What it is called; without colon and semicolon, which divide it from the rest in a link.
    pub name: String,
    /// Codes of its countries.
    pub countries: Vec<String>,
    /// Which of the picture's colours it asks for, counted from 1.
    pub colour: Option<u8>,
}

impl OwnBlocRecord {
    /// A bloc of that name, with an id that none of those taken has.
    #[must_use]
    pub fn new(name: &str, countries: Vec<String>, taken: &[Self]) -> Self {
        let name = name.replace([':', ';'], " ");
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() { "My bloc".to_owned() } else { name };
        let stem = format!("~{}", slug(&name));
        let is_free = |id: &String| taken.iter().all(|other| other.id != *id);
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let id = std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or(stem.clone());
        Self { id, name, countries, colour: None }
    }

    /// Whether a text is the id of such a bloc.
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        text.strip_prefix('~').is_some_and(|id| id.split('-').all(part))
    }
}

/// The letters and digits of a name, words divided by hyphens.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.take(4).map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "own".to_owned() } else { slug }
}

/// The first day of a bloc of the reader's own: before anything that is asked about.
const ALWAYS: &str = "0001";

impl Records {
    /// Adds what a reader supposes, the earliest first, and their own blocs; says what of it cannot be.
    ///
    /// What it adds is marked as hypothetical; nothing changes on any day before the first edit's, and the blocs keep their places.
    pub fn edit(&mut self, edits: &[EditRecord], own: &[OwnBlocRecord]) -> Vec<Problem> {
        let mut problems = Vec::new();
        let link = At::file("link");
        for (index, bloc) in own.iter().enumerate() {
            self.add_own(link.key("own").index(index), bloc, &mut problems);
        }
        let mut edits: Vec<(usize, &EditRecord)> = edits.iter().enumerate().collect();
        edits.order_by_key(|(_, edit)| (edit.on, edit.is_exit));
        for (index, edit) in edits {
            if let Err(problem) = self.suppose(link.key("if").index(index), edit) {
                problems.push(problem);
            }
        }
        self.blocs.order_by(|a, b| a.0.cmp(&b.0));
        problems
    }

    fn has_country(&self, code: &str) -> bool {
        self.countries.iter().any(|(known, _)| known == code)
    }

    fn add_own(&mut self, at: At, own: &OwnBlocRecord, problems: &mut Vec<Problem>) {
        if !OwnBlocRecord::is_id(&own.id) || self.blocs.iter().any(|(id, _)| *id == own.id) {
            let remedy = "begin each with a tilde and small letters of its own, like ~friends";
            problems.push(at.error(format!("\"{}\" is no id for a bloc of one's own", own.id), remedy));
            return;
        }
        let mut memberships: Vec<MembershipRecord> = Vec::new();
        for code in &own.countries {
            if !self.has_country(code) {
                problems.push(at.error(format!("\"{code}\" is no country"), "use an alpha-3 code, like SGP"));
            } else if memberships.iter().all(|row| row.country != *code) {
                memberships.push(supposed(code, Status::Member, ALWAYS.into()));
            }
        }
        let word = str::to_owned;
        let record = BlocRecord {
            name: own.name.clone(),
            short: own.name.clone(),
            kind: word("network"),
            themes: vec![word("general")],
            scope: word("cross-regional"),
            founded: word(ALWAYS),
            rule: word("participation"),
            summary: word("A bloc of the reader’s own: it is in the link, and in no source."),
            memberships,
            ..BlocRecord::default()
        };
        self.blocs.push((own.id.clone(), record));
    }

    fn suppose(&mut self, at: At, edit: &EditRecord) -> Result<(), Problem> {
        if !self.has_country(&edit.country) {
            let message = format!("\"{}\" is no country", edit.country);
            return Err(at.error(message, "use an alpha-3 code, like SGP"));
        }
        let bloc = self.blocs.iter_mut().find(|(id, _)| *id == edit.bloc);
        let Some((_, bloc)) = bloc else {
            return Err(at.error(format!("\"{}\" is no bloc", edit.bloc), "use a bloc's id, like asean"));
        };
        if edit.is_exit { exit(bloc, at, edit) } else { join(bloc, at, edit) }
    }
}

fn supposed(country: &str, status: Status, from: Written) -> MembershipRecord {
    let (country, status) = (country.to_owned(), status.to_string());
    MembershipRecord { country, status, from, hypothetical: true, ..MembershipRecord::default() }
}

/// Whether a row is of that country and holds on that day.
fn holds(row: &MembershipRecord, edit: &EditRecord) -> bool {
    let begins = row.from.date().is_some_and(|from| from.earliest() <= edit.on);
    begins && row.to.date().is_none_or(|to| edit.on < to.earliest()) && row.country == edit.country
}

fn join(bloc: &mut BlocRecord, at: At, edit: &EditRecord) -> Result<(), Problem> {
    let status = edit.status.unwrap_or(Status::Member);
    let is_same = |row: &MembershipRecord| row.status == status.as_str() && row.country == edit.country;
    if bloc.memberships.iter().any(|row| is_same(row) && holds(row, edit)) {
        let message = format!("\"{}\" is among the {} of {} by then", edit.country, status.noun(true), bloc.short);
        return Err(at.error(message, "suppose something that is not so"));
    }
    // Whoever joins is no longer on the way there, or beside it.
    if status == Status::Member {
        end(bloc, edit, |other| !matches!(other, Status::Member | Status::Suspended));
    }
    let later = bloc.memberships.iter().filter(|row| is_same(row)).filter_map(|row| row.from.date());
    let next = later.filter(|from| edit.on < from.earliest()).min();
    let row = supposed(&edit.country, status, Written::Date(edit.on.into()));
    bloc.memberships.push(MembershipRecord { to: next.map_or(Written::Nothing, Written::Date), ..row });
    Ok(())
}

fn exit(bloc: &mut BlocRecord, at: At, edit: &EditRecord) -> Result<(), Problem> {
    // A suspension does not outlast the membership that it bars from.
    let ends = |status: Status| match edit.status {
        None => true,
        Some(Status::Member) => matches!(status, Status::Member | Status::Suspended),
        Some(named) => named == status,
    };
    if end(bloc, edit, ends) {
        return Ok(());
    }
    let message = match edit.status {
        Some(status) => {
            format!("\"{}\" is not among the {} of {} by then", edit.country, status.noun(true), bloc.short)
        }
        None => format!("\"{}\" has no tie to {} by then", edit.country, bloc.short),
    };
    Err(at.error(message, "suppose the end of something that lasts until that day"))
}

/// Ends the country's spells of these statuses on the day of the edit; whether there was one.
fn end(bloc: &mut BlocRecord, edit: &EditRecord, ends: impl Fn(Status) -> bool) -> bool {
    let is_met = |row: &MembershipRecord| holds(row, edit) && row.status.parse().is_ok_and(&ends);
    let has_some = bloc.memberships.iter().any(is_met);
    // What would begin and end on one day is left out.
    bloc.memberships.retain(|row| !is_met(row) || row.from.date().is_none_or(|from| from.earliest() != edit.on));
    for row in bloc.memberships.iter_mut().filter(|row| is_met(row)) {
        row.to = Written::Date(edit.on.into());
        row.hypothetical_end = true;
    }
    has_some
}
