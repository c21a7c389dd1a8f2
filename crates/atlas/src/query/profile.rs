//! Everything about one country, one bloc, or a pair of blocs, on a day.

use super::at::{self, Standing};
use super::change::{self, Change};
use super::similar::{self, Similar};
use crate::order::Order as _;
use crate::{Agreement, Atlas, BlocIx, CountryIx, CountrySet, Date, Membership, Party, Status};

/// A country on a day.
#[derive(Clone, Debug)]
pub struct CountryProfile<'a> {
    /// What it is to which bloc: theme by theme, closest ties first.
    pub standings: Vec<Standing<'a>>,
    /// Spells that had ended by then, the latest end first.
    pub past: Vec<&'a Membership>,
    /// Spells that begin later, the earliest first.
    pub later: Vec<&'a Membership>,
    /// Agreements that it is a party to by itself, by date of signature.
    pub agreements: Vec<&'a Agreement>,
    /// Agreements of the blocs that it is a full member of on that day, by date of signature.
    pub through_blocs: Vec<&'a Agreement>,
}

/// A bloc on a day.
#[derive(Clone, Debug)]
pub struct BlocProfile<'a> {
    /// Who is what to it, closest ties first; full members include the suspended ones.
    pub countries: Vec<(Status, CountrySet)>,
    /// All that changed from its beginning up to that day, the latest first.
    pub changes: Vec<Change>,
    /// Agreements that it is a party to, by date of signature.
    pub agreements: Vec<&'a Agreement>,
    /// The blocs most like it.
    pub similar: Vec<Similar>,
}

/// Two blocs on a day.
#[derive(Clone, Debug)]
pub struct PairProfile<'a> {
    /// Full members of both.
    pub both: CountrySet,
    /// Full members of the first alone.
    pub only_first: CountrySet,
    /// Full members of the second alone.
    pub only_second: CountrySet,
    /// Agreements that both are parties to, by date of signature.
    pub agreements: Vec<&'a Agreement>,
}

/// Everything about a country on that day.
#[must_use]
pub fn country(atlas: &Atlas, country: CountryIx, date: Date) -> CountryProfile<'_> {
    let rows = || atlas.memberships_of_country(country);
    let mut past: Vec<&Membership> = rows().filter(|row| row.span.end_days() <= date.days()).collect();
    past.order_by_key(|row| std::cmp::Reverse(row.span.end_days()));
    let mut later: Vec<&Membership> =
        rows().filter(|row| date < row.span.from.earliest() && row.span.end_days() > date.days()).collect();
    later.order_by_key(|row| row.span.from);
    let standings = at::standings(atlas, country, date);
    let is_member = |bloc: BlocIx| at::members(atlas, bloc, date).contains(country);
    let through = |party: &Party| matches!(party, Party::Bloc(bloc) if is_member(*bloc));
    let through_blocs = atlas.agreements().iter().filter(|agreement| agreement.parties.iter().any(through));
    CountryProfile {
        past,
        later,
        agreements: by_signature(atlas.agreements_of_country(country)),
        through_blocs: by_signature(through_blocs),
        standings,
    }
}

/// Everything about a bloc on that day.
#[must_use]
pub fn bloc(atlas: &Atlas, bloc: BlocIx, date: Date) -> BlocProfile<'_> {
    let countries = Status::ALL
        .iter()
        .map(|status| (*status, at::with_status(atlas, bloc, date, (*status).into())))
        .filter(|(_, countries)| !countries.is_empty())
        .collect();
    let mut changes = change::changes(atlas, bloc, Date::MIN, date);
    changes.reverse();
    BlocProfile {
        countries,
        changes,
        agreements: by_signature(atlas.agreements_of_bloc(bloc)),
        similar: similar::similar(atlas, bloc, date),
    }
}

/// Everything about two blocs on that day.
#[must_use]
pub fn pair(atlas: &Atlas, first: BlocIx, second: BlocIx, date: Date) -> PairProfile<'_> {
    let (a, b) = (at::members(atlas, first, date), at::members(atlas, second, date));
    let both = atlas.agreements_of_bloc(first);
    let both = both.filter(|agreement| agreement.parties.contains(&Party::Bloc(second)));
    PairProfile { both: a & b, only_first: a - b, only_second: b - a, agreements: by_signature(both) }
}

fn by_signature<'a>(agreements: impl Iterator<Item = &'a Agreement>) -> Vec<&'a Agreement> {
    let mut agreements: Vec<&Agreement> = agreements.collect();
    agreements.order_by_key(|agreement| agreement.signed);
    agreements
}
