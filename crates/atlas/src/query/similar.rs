//! Which blocs are most alike: by the share of countries they have in common.

use super::at;
use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountrySet, Date};

/// How alike another bloc is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Similar {
    /// The other bloc.
    pub bloc: BlocIx,
    /// How many countries are in both.
    pub shared: usize,
    /// How many are in either.
    pub either: usize,
}

impl Similar {
    /// Jaccard's index in whole per mille: 1000 for the same members, 0 for none in common.
    #[must_use]
    pub fn per_mille(self) -> usize {
        (self.shared * 1000 + self.either / 2).checked_div(self.either).unwrap_or(0)
    }
}

/// The other blocs that share a full member with this one on that day, the most alike first; of
/// equals, in the order of their ids.
#[must_use]
pub fn similar(atlas: &Atlas, bloc: BlocIx, date: Date) -> Vec<Similar> {
    let own = at::members(atlas, bloc, date);
    let others = atlas.blocs().iter().map(|bloc| bloc.ix).filter(|other| *other != bloc);
    let mut found: Vec<Similar> = others
        .map(|other| compare(other, own, at::members(atlas, other, date)))
        .filter(|similar| similar.shared > 0)
        .collect();
    // a/b > c/d as a*d > c*b: exact, and no division.
    found.order_by_key(|similar| similar.bloc);
    found.order_by(|a, b| (b.shared * a.either).cmp(&(a.shared * b.either)));
    found
}

fn compare(bloc: BlocIx, own: CountrySet, other: CountrySet) -> Similar {
    Similar { bloc, shared: (own & other).len(), either: (own | other).len() }
}
