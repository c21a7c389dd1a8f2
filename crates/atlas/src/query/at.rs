//! Who belongs to what on a day.

use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountryIx, CountrySet, Date, Membership, Status, StatusSet, Theme};

/// Full members on that day, suspended ones counted.
#[must_use]
pub fn members(atlas: &Atlas, bloc: BlocIx, date: Date) -> CountrySet {
    with_status(atlas, bloc, date, StatusSet::MEMBERS)
}

/// The countries that have one of the statuses on that day.
#[must_use]
pub fn with_status(atlas: &Atlas, bloc: BlocIx, date: Date, statuses: StatusSet) -> CountrySet {
    atlas
        .memberships_of_bloc(bloc)
        .iter()
        .filter(|row| statuses.contains(row.status) && row.span.contains(date))
        .map(|row| row.country)
        .collect()
}

/// All that a country is to a bloc on that day.
#[must_use]
pub fn statuses_at(atlas: &Atlas, country: CountryIx, bloc: BlocIx, date: Date) -> StatusSet {
    atlas.memberships_between(country, bloc).filter(|row| row.span.contains(date)).map(|row| row.status).collect()
}

/// What to say first that a country is to a bloc on that day: `suspended`, else the closest tie.
#[must_use]
pub fn status_at(atlas: &Atlas, country: CountryIx, bloc: BlocIx, date: Date) -> Option<Status> {
    statuses_at(atlas, country, bloc, date).telling()
}

/// What a country is to one bloc on a day, with the row that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// To which bloc.
    pub bloc: BlocIx,
    /// What the bloc is mainly about.
    pub theme: Theme,
    /// What to say first that it is.
    pub status: Status,
    /// The spell of that status.
    pub row: &'a Membership,
}

/// What a country is to every bloc on that day: theme by theme, then the closest ties first, then
/// in the order of the ids.
#[must_use]
pub fn standings(atlas: &Atlas, country: CountryIx, date: Date) -> Vec<Standing<'_>> {
    let mut standings: Vec<Standing<'_>> = Vec::new();
    for row in atlas.memberships_of_country(country).filter(|row| row.span.contains(date)) {
        let theme = atlas.bloc(row.bloc).theme();
        let standing = Standing { bloc: row.bloc, theme, status: row.status, row };
        match standings.last_mut() {
            Some(last) if last.bloc == row.bloc => {
                let both: StatusSet = [last.status, row.status].into_iter().collect();
                if both.telling() == Some(row.status) {
                    *last = standing;
                }
            }
            _ => standings.push(standing),
        }
    }
    standings.order_by_key(|standing| (standing.theme, standing.status, standing.bloc));
    standings
}
