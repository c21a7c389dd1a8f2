//! How well each bloc is known: its rows by the precision of their dates and by their sources.

use std::fmt::Write as _;

use entente_atlas::records::{BlocRecord, MembershipRecord, Records};
use entente_atlas::{Date, Precision};

/// Counts of rows.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    now: usize,
    rows: usize,
    to_day: usize,
    to_month: usize,
    to_year: usize,
    one_source: usize,
    more_sources: usize,
    unverified: usize,
    contested: usize,
}

impl Count {
    fn of(bloc: &BlocRecord, today: Date) -> Self {
        bloc.memberships.iter().fold(Self::default(), |sum, row| sum.with(Self::of_row(row, today)))
    }

    fn of_row(row: &MembershipRecord, today: Date) -> Self {
        let (from, to) = (row.from.date(), row.to.date());
        let lasts = from.is_some_and(|from| from.earliest() <= today) && to.is_none_or(|to| to.earliest() > today);
        let is = |precision| usize::from(from.is_some_and(|from| from.precision() == precision));
        Self {
            now: usize::from(lasts && row.status == "member"),
            rows: 1,
            to_day: is(Precision::Day),
            to_month: is(Precision::Month),
            to_year: is(Precision::Year),
            one_source: usize::from(row.source.0.len() == 1),
            more_sources: usize::from(row.source.0.len() > 1),
            unverified: usize::from(row.unverified),
            contested: usize::from(row.contested),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            now: self.now + other.now,
            rows: self.rows + other.rows,
            to_day: self.to_day + other.to_day,
            to_month: self.to_month + other.to_month,
            to_year: self.to_year + other.to_year,
            one_source: self.one_source + other.one_source,
            more_sources: self.more_sources + other.more_sources,
            unverified: self.unverified + other.unverified,
            contested: self.contested + other.contested,
        }
    }

    fn write(&self, name: &str, checked: &str, out: &mut String) {
        let Self { now, rows, to_day, to_month, to_year, one_source, more_sources, unverified, contested } = self;
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "| {name} | {now} | {rows} | {to_day} | {to_month} | {to_year} | {one_source} | {more_sources} | {unverified} | {contested} | {checked} |"
        );
    }
}

/// What stands around the report in `README.md`.
pub const MARKS: (&str, &str) = ("<!-- report -->\n", "<!-- /report -->");

/// The report as it stands in `README.md`, between [`MARKS`].
#[must_use]
pub fn report(records: &Records) -> String {
    format!("{}.\n\n{}", summary(records), table(records))
}

/// Coverage as a table in Markdown, a line a bloc, all together last. Members are those on the last day of this edition.
#[must_use]
pub fn table(records: &Records) -> String {
    let last = records.version.split(' ').next().and_then(|day| day.parse().ok());
    let today = last.unwrap_or_else(|| Date::from_days(0));
    let mut text = String::from(
        "| bloc | members | rows | to the day | month | year | one source | two or more | unverified | contested | checked |\n\
         | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |\n",
    );
    let mut all = Count::default();
    for (id, bloc) in &records.blocs {
        let count = Count::of(bloc, today);
        count.write(id, &bloc.checked, &mut text);
        all = all.with(count);
    }
    all.write(&format!("**{} blocs**", records.blocs.len()), "", &mut text);
    text
}

/// What there is, in one sentence.
#[must_use]
pub fn summary(records: &Records) -> String {
    let rows = || records.blocs.iter().flat_map(|(_, bloc)| &bloc.memberships);
    let unverified = rows().filter(|row| row.unverified).count();
    let events: usize = records.blocs.iter().map(|(_, bloc)| bloc.events.len()).sum();
    format!(
        "{} countries, {}, {} ({unverified} unverified), {}, {}, {}",
        records.countries.len(),
        counted(records.blocs.len(), "bloc"),
        counted(rows().count(), "membership"),
        counted(records.agreements.len(), "agreement"),
        counted(events, "event"),
        counted(records.sources.len(), "source"),
    )
}

/// A number with its noun: `1 bloc`, `2 blocs`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
