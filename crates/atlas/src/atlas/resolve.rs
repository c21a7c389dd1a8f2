//! From text to values: dates, words and references, each with the problem it may have.

use std::str::FromStr;

use crate::order::Order as _;
use crate::problem::{At, Problem};
use crate::records::Entries;
use crate::records::{Degrees, Ids, Written};
use crate::{BlocIx, CountryIx, DateError, PartialDate, Party, Site, SourceIx, UnknownWord};

/// What text may refer to, and what could not be resolved so far.
#[derive(Default)]
pub(super) struct Resolver {
    pub(super) countries: Vec<String>,
    pub(super) blocs: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) problems: Vec<Problem>,
}

impl Resolver {
    fn say(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// A word of a closed vocabulary, or the given value and a problem.
    pub(super) fn word<T>(&mut self, at: At, text: &str, otherwise: T) -> T
    where
        T: FromStr<Err = UnknownWord>,
    {
        text.parse().unwrap_or_else(|unknown: UnknownWord| {
            let remedy = format!("use one of {}", unknown.known.join(", "));
            self.say(at.error(format!("\"{text}\" is no {}", unknown.what), remedy));
            otherwise
        })
    }

    /// A date that must be there.
    pub(super) fn date(&mut self, at: At, text: &str) -> PartialDate {
        text.parse().unwrap_or_else(|error: DateError| {
            let remedy = format!("write {}", error.expected);
            self.say(at.error(format!("\"{text}\" is no date"), remedy));
            PartialDate::MIN
        })
    }

    /// A date that may be left out.
    pub(super) fn maybe_date(&mut self, at: At, text: &str) -> Option<PartialDate> {
        (!text.is_empty()).then(|| self.date(at, text))
    }

    /// A date of a row that must be there.
    pub(super) fn written(&mut self, at: At, date: &Written) -> PartialDate {
        date.date().unwrap_or_else(|| self.date(at, &date.to_string()))
    }

    /// A date of a row that may be left out.
    pub(super) fn maybe_written(&mut self, at: At, date: &Written) -> Option<PartialDate> {
        (!date.is_nothing()).then(|| self.written(at, date))
    }

    /// The code of a country.
    pub(super) fn country(&mut self, at: At, code: &str) -> CountryIx {
        position(&self.countries, code).map_or_else(
            || {
                let remedy = "use an alpha-3 code of countries.toml, or add it there";
                self.say(at.error(format!("\"{code}\" is no country"), remedy));
                CountryIx::NONE
            },
            CountryIx::new,
        )
    }

    /// Ids of sources.
    pub(super) fn sources(&mut self, at: At, ids: &Ids) -> Vec<SourceIx> {
        let mut found = Vec::with_capacity(ids.0.len());
        for (index, id) in ids.0.iter().enumerate() {
            match position(&self.sources, id) {
                Some(source) => found.push(SourceIx::new(source)),
                None => self.say(
                    at.index(index)
                        .error(format!("\"{id}\" is no source"), "add it to sources.toml, or correct the id"),
                ),
            }
        }
        found
    }

    /// A party: a bloc's id in lower case or a country's code in upper case.
    pub(super) fn party(&mut self, at: At, text: &str) -> Option<Party> {
        let bloc = position(&self.blocs, text).map(|bloc| Party::Bloc(BlocIx::new(bloc)));
        let country = || position(&self.countries, text).map(|ix| Party::Country(CountryIx::new(ix)));
        let party = bloc.or_else(country);
        if party.is_none() {
            let remedy = "use a bloc's id in lower case or a country's alpha-3 code in upper case";
            self.say(at.error(format!("\"{text}\" is no bloc and no country"), remedy));
        }
        party
    }

    /// The bloc of that id, if the atlas holds it.
    pub(super) fn bloc(&self, id: &str) -> Option<BlocIx> {
        position(&self.blocs, id).map(BlocIx::new)
    }

    /// A point of the globe.
    pub(super) fn site(&mut self, at: At, place: String, lon: Degrees, lat: Degrees) -> Site {
        for (key, degrees, limit) in [("lon_deg", lon, 180), ("lat_deg", lat, 90)] {
            if degrees.e2().abs() > limit * 100 {
                let message = format!("{} is off the globe", degrees.e2() / 100);
                let remedy = format!("{key} is between -{limit} and {limit} degrees");
                self.say(at.key(key).error(message, remedy));
            }
        }
        Site { place, lon_e2: lon.e2(), lat_e2: lat.e2() }
    }

    /// Sorts entries by id and says which ids stand twice.
    pub(super) fn sort<T>(&mut self, what: &str, entries: &mut Entries<T>) {
        entries.order_by(|a, b| a.0.cmp(&b.0));
        for pair in entries.windows(2) {
            if let [(a, _), (b, _)] = pair
                && a == b
            {
                let message = format!("\"{a}\" stands twice");
                self.say(At::file(what).key(a).error(message, "keep one of them"));
            }
        }
    }
}

/// Where an id stands in a sorted list.
fn position(ids: &[String], id: &str) -> Option<usize> {
    ids.binary_search_by(|known| known.as_str().cmp(id)).ok()
}
