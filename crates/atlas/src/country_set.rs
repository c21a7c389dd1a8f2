//! A set of countries as bits, copied like a number.

use std::fmt;
use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Sub, SubAssign};

use crate::CountryIx;

const WORDS: usize = 5;

/// A set of countries of one atlas, for indices below [`CountrySet::CAPACITY`].
///
/// ```
/// use entente_atlas::{CountryIx, CountrySet};
/// let a: CountrySet = [3, 200].map(CountryIx::new).into_iter().collect();
/// let b: CountrySet = [200, 300].map(CountryIx::new).into_iter().collect();
/// assert_eq!((a | b).len(), 3);
/// assert_eq!((a & b).iter().map(CountryIx::index).collect::<Vec<_>>(), [200]);
/// assert!(!(a - b).contains(CountryIx::new(200)));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountrySet([u64; WORDS]);

impl CountrySet {
    /// The set without a country.
    pub const EMPTY: Self = Self([0; WORDS]);
    /// How many countries an atlas may have: indices are below it.
    pub const CAPACITY: usize = WORDS * 64;

    /// How many countries are in it.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether no country is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }

    /// Whether the country is in it.
    #[must_use]
    pub fn contains(self, country: CountryIx) -> bool {
        let (word, bit) = place(country);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Adds the country; an index beyond the capacity is left out.
    pub fn insert(&mut self, country: CountryIx) {
        let (word, bit) = place(country);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    /// Whether every country in it is in the other too.
    #[must_use]
    pub fn is_subset(self, other: Self) -> bool {
        self & other == self
    }

    /// The countries in it, in the order of the atlas.
    pub fn iter(self) -> impl Iterator<Item = CountryIx> {
        self.0.into_iter().enumerate().flat_map(|(position, word)| {
            let rest = |word: &u64| Some(word & word.wrapping_sub(1));
            std::iter::successors(Some(word), rest)
                .take_while(|word| *word != 0)
                .map(move |word| CountryIx::new(position * 64 + word.trailing_zeros() as usize))
        })
    }

    fn zip(mut self, other: Self, combine: impl Fn(u64, u64) -> u64) -> Self {
        for (word, with) in self.0.iter_mut().zip(other.0) {
            *word = combine(*word, with);
        }
        self
    }
}

fn place(country: CountryIx) -> (usize, u64) {
    (country.index() / 64, 1 << (country.index() % 64))
}

impl BitAnd for CountrySet {
    type Output = Self;

    /// The countries in both.
    fn bitand(self, other: Self) -> Self {
        self.zip(other, |a, b| a & b)
    }
}

impl BitOr for CountrySet {
    type Output = Self;

    /// The countries in either.
    fn bitor(self, other: Self) -> Self {
        self.zip(other, |a, b| a | b)
    }
}

impl Sub for CountrySet {
    type Output = Self;

    /// The countries in this one and not in the other.
    fn sub(self, other: Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }
}

impl BitAndAssign for CountrySet {
    fn bitand_assign(&mut self, other: Self) {
        *self = *self & other;
    }
}

impl BitOrAssign for CountrySet {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl SubAssign for CountrySet {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl FromIterator<CountryIx> for CountrySet {
    fn from_iter<I: IntoIterator<Item = CountryIx>>(countries: I) -> Self {
        let mut set = Self::EMPTY;
        countries.into_iter().for_each(|country| set.insert(country));
        set
    }
}

impl fmt::Debug for CountrySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(CountryIx::index)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_of_its_words_are_kept_in_order() {
        let edges = [0, 63, 64, 127, 128, 255, 256, 319];
        let set: CountrySet = edges.into_iter().rev().map(CountryIx::new).collect();
        assert_eq!(set.iter().map(CountryIx::index).collect::<Vec<_>>(), edges);
        assert_eq!(set.len(), edges.len());
    }

    #[test]
    fn an_index_beyond_the_capacity_is_never_in_it() {
        let far = CountryIx::new(CountrySet::CAPACITY);
        let set: CountrySet = [far].into_iter().collect();
        assert!(set.is_empty() && !set.contains(far));
    }

    #[test]
    fn without_itself_nothing_is_left() {
        let set: CountrySet = (0..300).step_by(7).map(CountryIx::new).collect();
        assert!((set - set).is_empty());
        assert!((set & set) == set && (set | set) == set && set.is_subset(set));
    }
}
