//! Finding a country or bloc by what people type: name, acronym, alias, code, in any language that
//! the facts hold, accents and small slips forgiven.

mod distance;
mod fold;

use distance::{distance, forgiven};
use fold::fold;

use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountryIx};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entity {
    /// A country.
    Country(CountryIx),
    /// A bloc.
    Bloc(BlocIx),
}

/// How well a name answers to what was typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The whole name, code or acronym.
    Whole,
    /// Its beginning.
    Beginning,
    /// Every word typed begins a word of it.
    Words,
    /// Some part of it.
    Part,
    /// The whole name or one word of it, with so many slips of the finger.
    Slips(usize),
}

/// One answer of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub what: Entity,
    /// The name, acronym or code that answers.
    pub name: String,
    /// How well.
    pub rank: Rank,
}

/// Every name of an atlas, folded once.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    what: Entity,
    name: String,
    folded: String,
    /// A code answers as a whole or not at all.
    code: bool,
}

impl Index {
    /// The names of an atlas' countries and blocs.
    #[must_use]
    pub fn new(atlas: &Atlas) -> Self {
        let mut index = Self::default();
        for bloc in atlas.blocs() {
            let what = Entity::Bloc(bloc.ix);
            index.add(what, bloc.short.as_str(), false);
            bloc.names.all().for_each(|name| index.add(what, name, false));
            index.add(what, &bloc.id, true);
        }
        for country in atlas.countries() {
            let what = Entity::Country(country.ix);
            country.names.all().for_each(|name| index.add(what, name, false));
            index.add(what, &country.code, true);
            index.add(what, &country.alpha2, true);
        }
        index
    }

    fn add(&mut self, what: Entity, name: &str, code: bool) {
        let folded = fold(name);
        if !folded.is_empty() {
            self.entries.push(Entry { what, name: name.to_owned(), folded, code });
        }
    }

    /// The best answers, each thing once; of equal rank the shorter name first, then English.
    /// Slips are forgiven only where nothing answers literally.
    #[must_use]
    pub fn search(&self, text: &str, limit: usize) -> Vec<Hit> {
        let typed = fold(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut hits = self.ranked(|entry| literal(&typed, entry));
        if hits.is_empty() {
            hits = self.ranked(|entry| misspelt(&typed, entry));
        }
        let mut found: Vec<Hit> = Vec::new();
        for (entry, rank) in hits {
            if found.len() < limit && found.iter().all(|hit| hit.what != entry.what) {
                found.push(Hit { what: entry.what, name: entry.name.clone(), rank });
            }
        }
        found
    }

    fn ranked(&self, rank: impl Fn(&Entry) -> Option<Rank>) -> Vec<(&Entry, Rank)> {
        let ranked = |entry| rank(entry).map(|rank| (entry, rank));
        let mut hits: Vec<(&Entry, Rank)> = self.entries.iter().filter_map(ranked).collect();
        // Stable: of one thing's names, the English one stands first in the index.
        hits.order_by_key(|(entry, rank)| (*rank, entry.folded.len(), entry.what));
        hits
    }
}

fn literal(typed: &str, entry: &Entry) -> Option<Rank> {
    let name = entry.folded.as_str();
    let begins = |word: &str| name.split(' ').any(|known| known.starts_with(word));
    if name == typed {
        Some(Rank::Whole)
    } else if entry.code {
        None
    } else if name.starts_with(typed) {
        Some(Rank::Beginning)
    } else if typed.split(' ').all(begins) {
        Some(Rank::Words)
    } else {
        (typed.len() > 2 && name.contains(typed)).then_some(Rank::Part)
    }
}

fn misspelt(typed: &str, entry: &Entry) -> Option<Rank> {
    let limit = forgiven(typed.chars().count());
    let name = entry.folded.as_str();
    if limit == 0 || entry.code {
        return None;
    }
    let words = name.split(' ').filter(|word| *word != name);
    std::iter::once(name).chain(words).filter_map(|known| distance(typed, known, limit)).min().map(Rank::Slips)
}

/// Letters and digits in one spelling: for sorting names as people expect, and for comparing them as people do.
#[must_use]
pub fn folded(name: &str) -> String {
    fold(name)
}

/// The bloc that was probably meant by an id that is none: one with that short name or alias, else
/// the one the fewest slips away.
pub(crate) fn nearest_bloc(atlas: &Atlas, id: &str) -> Option<BlocIx> {
    let typed = fold(id);
    let limit = forgiven(typed.chars().count()).max(1);
    let slips = |name: &str| distance(&typed, &fold(name), limit);
    let nearest = atlas.blocs().iter().filter_map(|bloc| {
        let names = [bloc.id.as_str(), bloc.short.as_str()].into_iter().chain(bloc.names.all());
        names.filter_map(slips).min().map(|slips| (slips, bloc.ix))
    });
    nearest.min().map(|(_, bloc)| bloc)
}

/// The best answers to what was typed; to search often, keep an [`Index`].
#[must_use]
pub fn search(atlas: &Atlas, text: &str, limit: usize) -> Vec<Hit> {
    Index::new(atlas).search(text, limit)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::records::{BlocRecord, CountryRecord, Ids, Records, SourceRecord};

    /// Three blocs and three countries without a membership.
    pub(crate) fn tiny() -> Atlas {
        let sources = || Ids(vec!["s".to_owned()]);
        let country = |code: &str, name: &str, alias: &str| {
            let (name, status) = (name.to_owned(), "un-member".to_owned());
            let aliases = vec![alias.to_owned()];
            (code.to_owned(), CountryRecord { name, status, aliases, sources: sources(), ..Default::default() })
        };
        let bloc = |id: &str, short: &str, name: &str| {
            let record = BlocRecord {
                name: name.to_owned(),
                short: short.to_owned(),
                kind: "organisation".to_owned(),
                themes: vec!["trade".to_owned()],
                scope: "regional".to_owned(),
                founded: "1967".to_owned(),
                rule: "signature".to_owned(),
                sources: sources(),
                ..Default::default()
            };
            (id.to_owned(), record)
        };
        let (kind, read) = ("body".to_owned(), "2026-11-23".to_owned());
        let source = SourceRecord { kind, read, ..Default::default() };
        Atlas::from_records(Records {
            countries: vec![
                country("CIV", "Côte d’Ivoire", "Ivory Coast"),
                country("MMR", "Myanmar", "Burma"),
                country("THA", "Thailand", "Siam"),
            ],
            blocs: vec![
                bloc("asean", "ASEAN", "Association of Southeast Asian Nations"),
                bloc("pacific-alliance", "Pacific Alliance", "Pacific Alliance"),
                bloc("rcep", "RCEP", "Regional Comprehensive Economic Partnership"),
            ],
            sources: vec![("s".to_owned(), source)],
            ..Records::default()
        })
        .unwrap()
    }

    fn first(text: &str) -> Option<(String, Rank)> {
        let hit = search(&tiny(), text, 5).into_iter().next()?;
        Some((hit.name, hit.rank))
    }

    #[test]
    fn whole_names_come_before_parts_and_slips() {
        for (typed, name, rank) in [
            ("cote d'ivoire", "Côte d’Ivoire", Rank::Whole),
            ("ivory", "Ivory Coast", Rank::Beginning),
            ("coast", "Ivory Coast", Rank::Words),
            ("BURMA", "Burma", Rank::Whole),
            ("th", "Thailand", Rank::Beginning),
            ("tailand", "Thailand", Rank::Slips(1)),
            ("aseen", "ASEAN", Rank::Slips(1)),
            ("pacific al", "Pacific Alliance", Rank::Beginning),
            ("nations asian", "Association of Southeast Asian Nations", Rank::Words),
            ("prehens", "Regional Comprehensive Economic Partnership", Rank::Part),
        ] {
            assert_eq!(first(typed), Some((name.to_owned(), rank)), "{typed}");
        }
        assert_eq!(first("zzz"), None);
        assert_eq!(first("  "), None);
    }

    #[test]
    fn a_bloc_is_suggested_for_a_slip_and_for_its_other_names() {
        let atlas = tiny();
        let id = |text: &str| nearest_bloc(&atlas, text).map(|bloc| atlas.bloc(bloc).id.clone());
        assert_eq!(id("rcepp").as_deref(), Some("rcep"));
        assert_eq!(id("pacificalliance").as_deref(), Some("pacific-alliance"));
        assert_eq!(id("nafta"), None);
    }
}
