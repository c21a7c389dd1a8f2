//! What a life is made of: rows of spells, with the words and links of each.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::{members, standings, status_at};
use entente_atlas::query::search::folded;
use entente_atlas::{BlocIx, CountryIx, Date, Membership, Status, Theme};

use super::super::Ask;
use crate::action::Action;
use crate::style::Colour;
use crate::view::Selection;

/// Rows under a heading; an empty one is not shown.
pub(super) struct Section {
    pub(super) heading: &'static str,
    pub(super) rows: Vec<Row>,
}

/// A country in a bloc's life, or a bloc in a country's.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) says: String,
    /// Whether it is a member at the chart's date.
    pub(super) is_now: bool,
    /// By their first days.
    pub(super) spells: Vec<Spell>,
}

/// One membership, as long as it lasted.
pub(super) struct Spell {
    pub(super) status: Status,
    pub(super) from: Date,
    pub(super) to: Option<Date>,
    pub(super) colour: Colour,
    pub(super) is_supposed: bool,
    /// The view on its first day.
    pub(super) href: String,
    pub(super) says: String,
}

/// Everyone who ever had a standing, in the order in which they came.
pub(super) fn of_bloc(ask: &Ask<'_>, bloc: BlocIx) -> Vec<Section> {
    let mut all: Vec<CountryIx> = ask.atlas.memberships_of_bloc(bloc).iter().map(|row| row.country).collect();
    all.order_by_key(|country| *country);
    all.dedup();
    let colour = Colour::Bloc(ask.ink(bloc));
    let mut rows: Vec<Row> = all
        .into_iter()
        .map(|country| {
            let name = ask.atlas.country(country).name();
            let selected = Selection::Country(country);
            let spells = ask.atlas.memberships_between(country, bloc).map(|row| spell(ask, row, colour));
            row(ask, name, (country, bloc), selected, spells.collect())
        })
        .collect();
    rows.order_by_key(|row| (came(row), folded(&row.name)));
    vec![Section { heading: "", rows }]
}

/// Everything it ever had a standing in, theme by theme, in the order in which it came.
pub(super) fn of_country(ask: &Ask<'_>, country: CountryIx) -> Vec<Section> {
    let mut sections = Vec::new();
    for (at, theme) in Theme::ALL.iter().enumerate() {
        let colour = Colour::Theme(at as u8);
        let mut blocs: Vec<BlocIx> = ask.atlas.memberships_of_country(country).map(|row| row.bloc).collect();
        blocs.retain(|bloc| ask.atlas.bloc(*bloc).theme() == *theme);
        blocs.dedup();
        let mut rows: Vec<Row> = blocs
            .into_iter()
            .map(|bloc| {
                let selected = Selection::Bloc(bloc);
                let spells = ask.atlas.memberships_between(country, bloc).map(|row| spell(ask, row, colour));
                row(ask, ask.short(bloc), (country, bloc), selected, spells.collect())
            })
            .collect();
        rows.order_by_key(|row| (came(row), folded(&row.name)));
        if !rows.is_empty() {
            sections.push(Section { heading: theme.name(), rows });
        }
    }
    sections
}

/// The first day as a member, and before that the first day at all: whoever never became one stands last.
fn came(row: &Row) -> (bool, Option<Date>) {
    let first = |is_wanted: &dyn Fn(&&Spell) -> bool| row.spells.iter().filter(is_wanted).map(|spell| spell.from).min();
    let member = first(&|spell| spell.status == Status::Member);
    (member.is_none(), member.or_else(|| first(&|_| true)))
}

fn row(
    ask: &Ask<'_>,
    name: &str,
    (country, bloc): (CountryIx, BlocIx),
    selected: Selection,
    mut spells: Vec<Spell>,
) -> Row {
    spells.order_by_key(|spell| (spell.from, spell.status == Status::Suspended));
    let says: Vec<&str> = spells.iter().map(|spell| spell.says.as_str()).collect();
    let says = format!("{name}: {}", says.join("; "));
    let status = status_at(ask.atlas, country, bloc, ask.date());
    let is_now = matches!(status, Some(Status::Member | Status::Suspended));
    Row { name: name.to_owned(), href: ask.link(Action::Select(Some(selected))), says, is_now, spells }
}

fn spell(ask: &Ask<'_>, row: &Membership, colour: Colour) -> Spell {
    let from = row.span.from.earliest();
    let until = row.span.to.map(|to| format!(" to {}", to.in_words())).unwrap_or_default();
    let is_supposed = row.hypothetical || row.hypothetical_end;
    let supposed = if is_supposed { ", supposed" } else { "" };
    let contested = if row.contested { ", contested" } else { "" };
    let says = format!("{} from {}{until}{supposed}{contested}", row.status.noun(false), row.span.from.in_words());
    let to = row.span.to.map(|to| to.earliest());
    Spell { status: row.status, from, to, colour, is_supposed, href: ask.link(Action::SetDate(Some(from))), says }
}

pub(super) fn bloc_words(ask: &Ask<'_>, bloc: BlocIx) -> String {
    let one = ask.atlas.bloc(bloc);
    let rows = ask.atlas.memberships_of_bloc(bloc);
    let had_joined = |row: &&Membership| row.status == Status::Member && row.span.from.earliest() <= ask.date();
    let mut ever: Vec<CountryIx> = rows.iter().filter(had_joined).map(|row| row.country).collect();
    ever.order_by_key(|country| *country);
    ever.dedup();
    let now = members(ask.atlas, bloc, ask.date());
    let gone = ever.iter().filter(|country| !now.contains(**country)).count();
    let until = one.ended.map(|ended| format!(", ended {}", ended.in_words())).unwrap_or_default();
    let date = ask.date().in_words();
    let gone = if gone == 0 { String::new() } else { format!("; {gone} more belonged earlier") };
    format!(
        "Begun {}{until}. On {date} it has {}{gone}.",
        one.founded.in_words(),
        if now.len() == 1 { "1 member".to_owned() } else { format!("{} members", now.len()) },
    )
}

pub(super) fn country_words(ask: &Ask<'_>, country: CountryIx) -> String {
    let now = standings(ask.atlas, country, ask.date());
    let full = now.iter().filter(|standing| matches!(standing.status, Status::Member | Status::Suspended)).count();
    let other = now.len() - full;
    let others = if other > 0 { format!(" and has another standing in {other}") } else { String::new() };
    format!("On {} it is a member of {full} of the blocs in the atlas{others}.", ask.date().in_words())
}
