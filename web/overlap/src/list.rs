//! The list: who answers, what they are to each bloc compared, and since when.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::status_at;
use entente_atlas::query::search::folded;
use entente_atlas::{BlocIx, CountryIx, CountrySet, Membership, PartialDate, Status};
use entente_scene::change::FATES;
use entente_scene::page::Node;
use entente_scene::page::node::element;
use entente_scene::supposed::supposed;

use crate::setting::Setting;

/// What a country is to a bloc, and the spell that says so.
type Cell<'a> = Option<(Status, &'a Membership)>;

/// One country with its cells.
struct Row<'a> {
    country: CountryIx,
    cells: Vec<Cell<'a>>,
}

/// Who is listed: those who answer, or with two dates those who do on either.
fn listed(setting: &Setting) -> CountrySet {
    match &setting.change {
        Some(change) => change.fates.into_iter().fold(CountrySet::EMPTY, |all, some| all | some),
        None => setting.answer(),
    }
}

fn rows(setting: &Setting) -> Vec<Row<'_>> {
    let (atlas, date, blocs) = (&*setting.atlas, setting.date(), setting.compared());
    let cell = |country: CountryIx, bloc: BlocIx| {
        let status = status_at(atlas, country, bloc, date)?;
        let spell =
            atlas.memberships_between(country, bloc).find(|row| row.status == status && row.span.contains(date));
        spell.map(|spell| (status, spell))
    };
    let countries = listed(setting);
    let named = countries.iter().filter(|country| folded(atlas.country(*country).name()).contains(&setting.own.filter));
    let row = |country| Row { country, cells: blocs.iter().map(|bloc| cell(country, *bloc)).collect() };
    let mut rows: Vec<Row<'_>> = named.map(row).collect();
    rows.order_by_key(|row| folded(atlas.country(row.country).name()));
    let (column, is_down) = setting.own.sort;
    if column > 0 {
        // The closest ties first, then the oldest; who has none comes last.
        let key = |row: &Row<'_>| row.cells.get(column - 1).copied().flatten().map_or((1, None, None), told);
        rows.order_by_key(key);
    }
    if is_down {
        rows.reverse();
    }
    rows
}

fn told((status, row): (Status, &Membership)) -> (u8, Option<Status>, Option<PartialDate>) {
    (0, Some(status), Some(row.span.from))
}

/// The table of those who answer.
pub(crate) fn list(setting: &Setting) -> Vec<Node> {
    let rows = rows(setting);
    let heads = std::iter::once("Country").chain(setting.compared().into_iter().map(|bloc| setting.short(bloc)));
    let heads = heads.enumerate().map(|(column, words)| head(setting, column, words));
    let count = rows.len();
    let body = element("tbody").children(rows.iter().map(|row| line(setting, row)));
    let table = element("table")
        .child(element("caption").text(if count == 1 { "1 row".into() } else { format!("{count} rows") }))
        .child(element("thead").child(element("tr").children(heads)))
        .child(body);
    vec![table]
}

fn head(setting: &Setting, column: usize, words: &str) -> Node {
    let (sorted, is_down) = setting.own.sort;
    let order = match (sorted == column, is_down) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    let button = element("button")
        .class("link")
        .with("type", "button")
        .with("id", format!("ov-sort-{column}"))
        .with("data-sort", column.to_string())
        .text(words);
    element("th").with("scope", "col").with("aria-sort", order).child(button)
}

fn line(setting: &Setting, row: &Row<'_>) -> Node {
    let cell = |cell: &Cell<'_>| {
        let Some((status, spell)) = cell else { return element("td") };
        let since = element("span").class("ov-day").text(spell.span.from.to_string());
        let told = element("td").text(format!("{}, ", status.noun(false))).child(since);
        flags(spell).into_iter().fold(told, |cell, (word, why)| {
            cell.text(" ").child(element("span").class("flag").with("title", why).text(word))
        })
    };
    let fate =
        fate(setting, row.country).map(|fate| element("span").class("ov-fate").with("data-fate", fate).text(fate));
    let name = element("th").with("scope", "row").child(setting.country(row.country)).children(fate);
    element("tr").child(name).children(row.cells.iter().map(cell))
}

/// What became of a country between the two dates.
fn fate(setting: &Setting, country: CountryIx) -> Option<&'static str> {
    let change = setting.change.as_ref()?;
    FATES.into_iter().zip(change.fates).find(|(_, countries)| countries.contains(country)).map(|(fate, _)| fate)
}

fn flags(spell: &Membership) -> Vec<(&'static str, String)> {
    let why = |fallback: &str| if spell.note.is_empty() { fallback.to_owned() } else { spell.note.clone() };
    let mut flags = Vec::new();
    if spell.hypothetical {
        flags.push(("hypothetical", "Supposed by you: this is no fact.".to_owned()));
    }
    if spell.hypothetical_end {
        flags.push(("leaves hypothetically", "Its end is supposed by you.".to_owned()));
    }
    if spell.contested {
        flags.push(("contested", why("Sources or states disagree about it: see the country’s panel.")));
    }
    if spell.unverified {
        flags.push(("unverified", why("It could not be read in any source: see the country’s panel.")));
    }
    flags
}

/// The list as lines of text: a name and its standings each, after the sentence.
pub(crate) fn text(setting: &Setting, sentence: &str) -> String {
    let blocs = setting.compared();
    let mut text = format!("{sentence}\n\n");
    for row in rows(setting) {
        let told = blocs.iter().zip(&row.cells).filter_map(|(bloc, cell)| {
            let (status, spell) = (*cell)?;
            let flags: Vec<&str> = flags(spell).into_iter().map(|(word, _)| word).collect();
            let flags = if flags.is_empty() { String::new() } else { format!(", {}", flags.join(", ")) };
            Some(format!("{} ({} since {}{flags})", setting.short(*bloc), status.noun(false), spell.span.from))
        });
        let told: Vec<String> = told.collect();
        let fate = fate(setting, row.country).map(|fate| format!("{fate}; ")).unwrap_or_default();
        text.push_str(&format!("{}: {fate}{}\n", setting.atlas.country(row.country).name(), told.join("; ")));
    }
    text
}

/// The list as CSV: code, name, and for each bloc status, first day and what is flagged.
pub(crate) fn csv(setting: &Setting) -> String {
    let mut head = vec!["code".to_owned(), "country".to_owned()];
    head.extend(setting.since().map(|_| "change".to_owned()));
    for bloc in setting.compared() {
        let id = &setting.atlas.bloc(bloc).id;
        head.extend([id.clone(), format!("{id} since"), format!("{id} flags")]);
    }
    // As in every file that leaves the page: who is not there by supposition has no row to say so.
    let supposed = supposed(&setting.view, &setting.atlas);
    head.extend(supposed.iter().map(|_| "hypothetical".to_owned()));
    let mut lines = vec![head];
    for row in rows(setting) {
        let one = setting.atlas.country(row.country);
        let mut line = vec![one.code.clone(), one.name().to_owned()];
        line.extend(fate(setting, row.country).map(str::to_owned));
        for cell in &row.cells {
            line.extend(match cell {
                None => [String::new(), String::new(), String::new()],
                Some((status, spell)) => {
                    let flags: Vec<&str> = flags(spell).into_iter().map(|(word, _)| word).collect();
                    [status.to_string(), spell.span.from.to_string(), flags.join(" ")]
                }
            });
        }
        line.extend(supposed.clone());
        lines.push(line);
    }
    lines.iter().map(|line| line.iter().map(|field| quoted(field)).collect::<Vec<_>>().join(",") + "\r\n").collect()
}

/// A field of CSV; one that a spreadsheet would run as a formula is text.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
