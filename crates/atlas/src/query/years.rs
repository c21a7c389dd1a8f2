//! Sets and their overlaps on every first of January: many days at once, as bits.

use super::eval::{Context, eval};
use super::expr::Expr;
use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountrySet, Date, StatusSet};

/// How many countries answer on the first of January of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearSize {
    /// The year.
    pub year: i32,
    /// How many.
    pub count: usize,
}

/// The exclusive intersections on the first of January of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearOverlaps {
    /// The year.
    pub year: i32,
    /// Each with the positions of its blocs in the comparison as bits (the first bloc is the lowest bit); no two overlap, none is
    /// empty, in the order of those numbers.
    pub parts: Vec<(Mask, CountrySet)>,
}

/// Which of the blocs compared: the one at position `n` is bit `n % 64` of word `n / 64`, words from the highest.
pub type Mask = [u64; MASK_WORDS];

const MASK_WORDS: usize = 4;

/// No comparison by [`overlaps_by_year`] is of more blocs; further ones are left out.
pub const MOST_BLOCS: usize = MASK_WORDS * 64;

/// The positions of a mask's blocs, ascending.
pub fn positions(mask: Mask) -> impl Iterator<Item = usize> {
    (0..MOST_BLOCS).filter(move |position| {
        let (word, bit) = place(*position);
        mask.get(word).is_some_and(|word| word & bit != 0)
    })
}

fn place(position: usize) -> (usize, u64) {
    (MASK_WORDS.saturating_sub(1 + position / 64), 1 << (position % 64))
}

/// How many countries answer to the expression on the first of January of each year, both years included. The context's day is not
/// asked.
#[must_use]
pub fn sizes_by_year(atlas: &Atlas, expr: &Expr, context: Context, from: i32, to: i32) -> Vec<YearSize> {
    let days = (from..=to).filter_map(|year| Some((year, Date::from_ymd(year, 1, 1)?)));
    days.map(|(year, at)| YearSize { year, count: eval(atlas, expr, Context { at, ..context }).len() }).collect()
}

/// Every non-empty exclusive intersection of the blocs on the first of January of each year, both years included.
#[must_use]
pub fn overlaps_by_year(atlas: &Atlas, blocs: &[BlocIx], statuses: StatusSet, from: i32, to: i32) -> Vec<YearOverlaps> {
    let compared = blocs.get(..MOST_BLOCS).unwrap_or(blocs);
    let years = usize::try_from(to - from + 1).unwrap_or(0);
    let countries = atlas.countries().len();
    // Which of the blocs each country is in, year by year.
    let mut masks = vec![[0_u64; MASK_WORDS]; years * countries];
    for (position, bloc) in compared.iter().enumerate() {
        let (word, bit) = place(position);
        for row in atlas.memberships_of_bloc(*bloc).iter().filter(|row| statuses.contains(row.status)) {
            let until = row.span.to.map_or(to + 1, |to| first_new_year(to.earliest()));
            for year in first_new_year(row.span.from.earliest()).max(from)..until.min(to + 1) {
                let at = usize::try_from(year - from).unwrap_or(usize::MAX).saturating_mul(countries);
                let mask = masks.get_mut(at.saturating_add(row.country.index()));
                if let Some(word) = mask.and_then(|mask| mask.get_mut(word)) {
                    *word |= bit;
                }
            }
        }
    }
    let mut found = Vec::with_capacity(years);
    for (year, masks) in (from..=to).zip(masks.chunks(countries.max(1))) {
        found.push(YearOverlaps { year, parts: grouped(masks) });
    }
    found
}

/// The year of the first 1 January that is not before the day.
fn first_new_year(date: Date) -> i32 {
    if date.month() == 1 && date.day() == 1 { date.year() } else { date.year() + 1 }
}

/// The countries by their masks; those in nothing are left out.
fn grouped(masks: &[Mask]) -> Vec<(Mask, CountrySet)> {
    let mut order: Vec<(Mask, usize)> =
        masks.iter().enumerate().filter(|(_, mask)| **mask != Mask::default()).map(|(at, mask)| (*mask, at)).collect();
    order.order_by(Ord::cmp);
    let mut parts: Vec<(Mask, CountrySet)> = Vec::new();
    for (mask, country) in order {
        let country = crate::CountryIx::new(country);
        match parts.last_mut() {
            Some((last, countries)) if *last == mask => countries.insert(country),
            _ => parts.push((mask, [country].into_iter().collect())),
        }
    }
    parts
}
