//! What changed between two days: who joined, left, was suspended, applied.

use super::at;
use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountryIx, CountrySet, Date, PartialDate, Status, StatusSet};

/// What a country became to a bloc on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// To which bloc.
    pub bloc: BlocIx,
    /// Who.
    pub country: CountryIx,
    /// When, as precise as known.
    pub on: PartialDate,
    /// What it was on the day before.
    pub before: StatusSet,
    /// What it is from that day on.
    pub after: StatusSet,
}

/// A change in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Became a full member.
    Joined,
    /// Ceased to be one.
    Left,
    /// Is a member still, and barred from taking part.
    Suspended,
    /// Is a member still, and no longer barred.
    Reinstated,
    /// Became something short of a member: candidate, observer …
    Became(Status),
    /// Is no longer that, and is nothing closer.
    Ceased(Status),
}

impl Change {
    /// The change in one word; the weightiest if several things changed at once.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        let gained = |status| self.after.contains(status) && !self.before.contains(status);
        let lost = |status| self.before.contains(status) && !self.after.contains(status);
        let first = |test: &dyn Fn(Status) -> bool| Status::ALL.iter().copied().find(|s| test(*s));
        if gained(Status::Member) {
            ChangeKind::Joined
        } else if lost(Status::Member) {
            ChangeKind::Left
        } else if gained(Status::Suspended) {
            ChangeKind::Suspended
        } else if lost(Status::Suspended) && self.after.contains(Status::Member) {
            ChangeKind::Reinstated
        } else if let Some(status) = first(&gained) {
            ChangeKind::Became(status)
        } else {
            ChangeKind::Ceased(first(&lost).unwrap_or(Status::Partner))
        }
    }
}

/// Everything that changed in a bloc after the first day, up to and including the second; in the
/// order of the days, then of the countries.
///
/// Applied to the standing of the first day, these changes give the standing of the second.
#[must_use]
pub fn changes(atlas: &Atlas, bloc: BlocIx, after: Date, until: Date) -> Vec<Change> {
    let rows = atlas.memberships_of_bloc(bloc).iter();
    let mut edges: Vec<(Date, CountryIx, PartialDate)> = rows
        .flat_map(|row| [Some(row.span.from), row.span.to].map(|edge| (row.country, edge)))
        .filter_map(|(country, edge)| edge.map(|edge| (edge.earliest(), country, edge)))
        .filter(|(day, ..)| after < *day && *day <= until)
        .collect();
    // The most precise wording of a day comes last, and is the one that stays.
    edges.order_by(Ord::cmp);
    edges.reverse();
    edges.dedup_by_key(|(day, country, _)| (*day, *country));
    edges.reverse();
    edges
        .into_iter()
        .map(|(day, country, on)| Change {
            bloc,
            country,
            on,
            before: at::statuses_at(atlas, country, bloc, day.add_days(-1)),
            after: at::statuses_at(atlas, country, bloc, day),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// The full members after those changes to them.
#[must_use]
pub fn replay(members: CountrySet, changes: &[Change]) -> CountrySet {
    changes.iter().fold(members, |mut members, change| {
        let one: CountrySet = [change.country].into_iter().collect();
        members -= one;
        if change.after.contains(Status::Member) { members | one } else { members }
    })
}
