//! Countries by what they belong to: who is alike, what they share, who is one bloc away, what one is missing.

use super::chips::{Chip, Position};
use super::eval::{Context, eval};
use super::question::in_all;
use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountryIx, CountrySet, Scope};

/// What every country belongs to on a day, of the blocs that count. Made once, asked often.
#[derive(Clone, Debug, Default)]
pub struct Ties {
    /// The blocs that count and have somebody, with their countries.
    blocs: Vec<(BlocIx, CountrySet)>,
    /// For each country the positions in `blocs` as bits, `words` at a time.
    bits: Vec<u64>,
    words: usize,
}

/// How alike another country is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The other country.
    pub country: CountryIx,
    /// How many blocs both are in.
    pub shared: usize,
    /// How many at least one of the two is in.
    pub either: usize,
}

/// What some countries have in common, and what each has alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The blocs that all of them are in, in the order of the ids.
    pub common: Vec<BlocIx>,
    /// For each, in the order asked, the blocs that none of the others is in.
    pub alone: Vec<(CountryIx, Vec<BlocIx>)>,
}

/// A bloc that a country is not in, and most of those like it are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gain {
    /// The bloc.
    pub bloc: BlocIx,
    /// How many of those most like the country are in it.
    pub likes: usize,
    /// Its countries that the country shares no other bloc with.
    pub new_partners: CountrySet,
}

/// A country beside a bloc, by what it shares with the bloc's countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The country.
    pub country: CountryIx,
    /// With how many blocs in all it is tied to them: each bloc shared with each of them counts.
    pub ties: usize,
    /// The mean of its likeness to them, in per mille.
    pub per_mille: usize,
}

impl Alike {
    /// Jaccard's index in whole per mille: 1000 for the same blocs, 0 for none in common.
    #[must_use]
    pub fn per_mille(self) -> usize {
        (self.shared * 1000 + self.either / 2).checked_div(self.either).unwrap_or(0)
    }
}

impl Ties {
    /// The ties of that context: its day, and the statuses that count. Blocs open to the whole world count only if asked for: nearly
    /// everybody is in them. Blocs of the reader's own never do.
    #[must_use]
    pub fn new(atlas: &Atlas, context: Context, with_global: bool) -> Self {
        let counts = |ix: &BlocIx| {
            let bloc = atlas.bloc(*ix);
            !bloc.is_own() && (with_global || bloc.scope != Scope::Global)
        };
        let all = atlas.blocs().iter().map(|bloc| bloc.ix).filter(counts);
        let sets = all.map(|bloc| (bloc, super::at::with_status(atlas, bloc, context.at, context.statuses)));
        let blocs: Vec<(BlocIx, CountrySet)> = sets.filter(|(_, set)| !set.is_empty()).collect();
        let words = blocs.len().div_ceil(64).max(1);
        let mut bits = vec![0; words * atlas.countries().len()];
        for (position, (_, countries)) in blocs.iter().enumerate() {
            for country in countries.iter() {
                if let Some(word) = bits.get_mut(country.index() * words + position / 64) {
                    *word |= 1_u64 << (position % 64);
                }
            }
        }
        Self { blocs, bits, words }
    }

    fn of(&self, country: CountryIx) -> &[u64] {
        let start = country.index().saturating_mul(self.words);
        self.bits.get(start..start.saturating_add(self.words)).unwrap_or_default()
    }

    /// The blocs that count and that the country is in, in the order of the ids.
    pub fn blocs_of(&self, country: CountryIx) -> impl Iterator<Item = BlocIx> {
        self.blocs.iter().filter(move |(_, countries)| countries.contains(country)).map(|(bloc, _)| *bloc)
    }

    /// How alike two countries are.
    #[must_use]
    pub fn compare(&self, one: CountryIx, country: CountryIx) -> Alike {
        let pairs = || self.of(one).iter().zip(self.of(country));
        let shared = pairs().map(|(a, b)| (a & b).count_ones() as usize).sum();
        let either = pairs().map(|(a, b)| (a | b).count_ones() as usize).sum();
        Alike { country, shared, either }
    }

    fn countries(&self) -> impl Iterator<Item = CountryIx> {
        (0..self.bits.len() / self.words.max(1)).map(CountryIx::new)
    }
}

/// The countries that share a bloc with this one, the most alike first; of equals, in the order of their codes.
#[must_use]
pub fn alike(ties: &Ties, country: CountryIx) -> Vec<Alike> {
    let others = ties.countries().filter(|other| *other != country);
    let mut found: Vec<Alike> =
        others.map(|other| ties.compare(country, other)).filter(|alike| alike.shared > 0).collect();
    // a/b > c/d as a*d > c*b: exact, and no division.
    found.order_by(|a, b| (b.shared * a.either).cmp(&(a.shared * b.either)));
    found
}

/// What these countries share, and what each of them has alone. Of one country, all that it is in is common, and nothing is alone.
#[must_use]
pub fn shared(ties: &Ties, countries: &[CountryIx]) -> Shared {
    let asked: CountrySet = countries.iter().copied().collect();
    let only = |country: CountryIx| -> CountrySet { [country].into_iter().collect() };
    let blocs_where = |is_met: &dyn Fn(CountrySet) -> bool| -> Vec<BlocIx> {
        ties.blocs.iter().filter(|(_, set)| !asked.is_empty() && is_met(*set & asked)).map(|(bloc, _)| *bloc).collect()
    };
    let alone = |country: &CountryIx| (*country, blocs_where(&|met| asked.len() > 1 && met == only(*country)));
    Shared { common: blocs_where(&|met| met == asked), alone: countries.iter().map(alone).collect() }
}

/// The countries that meet all that the chips ask but one thing, and the place of that chip; chip by chip.
///
/// Of `a & b - c`, those in `a` and not in `c` that are not in `b`; and those in both and in `c` too. A chip is passed over where no
/// other bloc is to be in.
#[must_use]
pub fn one_away(atlas: &Atlas, chips: &[Chip], context: Context) -> Vec<(usize, CountrySet)> {
    let all: CountrySet = atlas.countries().iter().map(|country| country.ix).collect();
    let meets = |chip: &Chip| {
        let own = chip.on.map_or(context, |on| Context { at: on, ..context });
        let statuses = chip.status.map_or(own.statuses, Into::into);
        let inside = super::at::with_status(atlas, chip.bloc, own.at, statuses);
        if chip.position == Position::Out { all - inside } else { inside }
    };
    let asked: Vec<(usize, CountrySet)> = (chips.iter().enumerate())
        .filter(|(_, chip)| chip.position != Position::Open)
        .map(|(place, chip)| (place, meets(chip)))
        .collect();
    // Without another bloc to be in, everybody would be one away.
    let is_in = |place: &usize| chips.get(*place).is_some_and(|chip| chip.position == Position::In);
    let has_other = |place: usize| asked.iter().any(|(other, _)| *other != place && is_in(other));
    let missing = asked.iter().filter(|(place, _)| has_other(*place)).map(|(place, met)| {
        let others = asked.iter().filter(|(other, _)| other != place);
        (*place, others.fold(all, |rest, (_, other)| rest & *other) - *met)
    });
    missing.filter(|(_, countries)| !countries.is_empty()).collect()
}

/// The blocs that more than half of the `most` countries most like this one are in, and it is not: those most of them are in first.
#[must_use]
pub fn gains(ties: &Ties, country: CountryIx, most: usize) -> Vec<Gain> {
    let likes: CountrySet = alike(ties, country).into_iter().take(most).map(|alike| alike.country).collect();
    let own: CountrySet = [country].into_iter().collect();
    let of = ties.blocs.iter().filter(|(_, set)| set.contains(country));
    let partners = of.fold(own, |partners, (_, set)| partners | *set);
    let missing = ties.blocs.iter().filter(|(_, set)| !set.contains(country));
    let mut gains: Vec<Gain> = missing
        .map(|(bloc, set)| Gain { bloc: *bloc, likes: (*set & likes).len(), new_partners: *set - partners })
        .filter(|gain| gain.likes * 2 > likes.len())
        .collect();
    gains.order_by_key(|gain| std::cmp::Reverse((gain.likes, gain.new_partners.len())));
    gains
}

/// The countries outside these blocs' common circle, by how many ties they have to those within: who could join most easily.
#[must_use]
pub fn near(atlas: &Atlas, ties: &Ties, blocs: &[BlocIx], context: Context) -> Vec<Near> {
    let within = in_all(blocs).map(|expr| eval(atlas, &expr, context)).unwrap_or_default();
    let outside = ties.countries().filter(|country| !within.contains(*country));
    let mut found: Vec<Near> = outside
        .map(|country| {
            let each: Vec<Alike> = within.iter().map(|member| ties.compare(member, country)).collect();
            let sum: usize = each.iter().map(|alike| alike.per_mille()).sum();
            let ties = each.iter().map(|alike| alike.shared).sum();
            Near { country, ties, per_mille: sum.checked_div(each.len()).unwrap_or(0) }
        })
        .filter(|near| near.ties > 0)
        .collect();
    found.order_by_key(|near| std::cmp::Reverse((near.ties, near.per_mille)));
    found
}
