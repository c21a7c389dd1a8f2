//! Where blocs overlap: who is in exactly these of them.

use super::at;
use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountrySet, Date};

/// The countries that are in exactly these of the blocs compared, and in no other of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The blocs they are all in, in the order of the comparison; never empty.
    pub blocs: Vec<BlocIx>,
    /// The countries; never empty.
    pub countries: CountrySet,
}

/// Every non-empty exclusive intersection of the blocs' full members on that day.
///
/// Largest first; of equal ones, the one whose blocs come first in the comparison. They do not
/// overlap one another, and together are all members of any of the blocs.
#[must_use]
pub fn overlaps(atlas: &Atlas, blocs: &[BlocIx], date: Date) -> Vec<Overlap> {
    let sets: Vec<CountrySet> = blocs.iter().map(|bloc| at::members(atlas, *bloc, date)).collect();
    let mut parts = partition(&sets);
    parts.order_by(|(a, a_set), (b, b_set)| b_set.len().cmp(&a_set.len()).then_with(|| a.cmp(b)));
    parts
        .into_iter()
        .map(|(positions, countries)| Overlap {
            blocs: positions.iter().filter_map(|position| blocs.get(*position).copied()).collect(),
            countries,
        })
        .collect()
}

/// Splits the union of the sets by which of them hold a country: positions of sets, countries.
#[must_use]
pub fn partition(sets: &[CountrySet]) -> Vec<(Vec<usize>, CountrySet)> {
    let union = sets.iter().fold(CountrySet::EMPTY, |union, set| union | *set);
    let mut parts = vec![(Vec::new(), union)];
    for (position, set) in sets.iter().enumerate() {
        parts = parts.into_iter().flat_map(|(positions, part)| split(&positions, part, position, *set)).collect();
    }
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

fn split(
    positions: &[usize],
    part: CountrySet,
    position: usize,
    set: CountrySet,
) -> impl Iterator<Item = (Vec<usize>, CountrySet)> + use<> {
    let inside = [positions, &[position]].concat();
    let outside = positions.to_vec();
    [(inside, part & set), (outside, part - set)].into_iter().filter(|(_, part)| !part.is_empty())
}
