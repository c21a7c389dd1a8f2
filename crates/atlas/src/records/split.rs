//! Facts in two parts, for a first visit that carries only what it shows.
//!
//! The *core* answers every question about sets, dates and links, with English names. The *detail*
//! is what panels tell besides: sources, summaries, notes, events, other languages, aliases. Both
//! are [`Records`] with the same entries in the same order, each empty where the other is not.

use std::mem::take;

use super::{AgreementRecord, BlocRecord, CountryRecord, Entries, MembershipRecord, Records};

impl Records {
    /// The core, and the detail; [`join`](Self::join) puts them together again.
    #[must_use]
    pub fn split(mut self) -> (Self, Self) {
        let detail = Self {
            countries: each(&mut self.countries, move_country),
            blocs: each(&mut self.blocs, move_bloc),
            agreements: each(&mut self.agreements, move_agreement),
            sources: take(&mut self.sources),
            stories: take(&mut self.stories),
        };
        (self, detail)
    }

    /// The core with its detail, or unchanged if they are not of one making.
    #[must_use]
    pub fn join(mut self, mut detail: Self) -> Self {
        if !self.is_of(&detail) {
            return self;
        }
        zip(&mut detail.countries, &mut self.countries, move_country);
        zip(&mut detail.blocs, &mut self.blocs, move_bloc);
        zip(&mut detail.agreements, &mut self.agreements, move_agreement);
        self.sources = detail.sources;
        self.stories = detail.stories;
        self
    }

    fn is_of(&self, detail: &Self) -> bool {
        let rows =
            |records: &Self| -> Vec<usize> { records.blocs.iter().map(|(_, bloc)| bloc.memberships.len()).collect() };
        self.countries.len() == detail.countries.len()
            && self.agreements.len() == detail.agreements.len()
            && rows(self) == rows(detail)
    }
}

/// Moves the detail of every entry into new ones without ids.
fn each<T: Default>(entries: &mut Entries<T>, part: fn(&mut T, &mut T)) -> Entries<T> {
    let moved = entries.iter_mut().map(|(_, entry)| {
        let mut detail = T::default();
        part(entry, &mut detail);
        (String::new(), detail)
    });
    moved.collect()
}

fn zip<T>(from: &mut Entries<T>, to: &mut Entries<T>, part: fn(&mut T, &mut T)) {
    for ((_, from), (_, to)) in from.iter_mut().zip(to) {
        part(from, to);
    }
}

// Every field is named, so that a new one must be given a part: `_` stays in the core.

fn move_country(from: &mut CountryRecord, to: &mut CountryRecord) {
    let CountryRecord {
        name: _,
        alpha2: _,
        status: _,
        of: _,
        integral: _,
        numeric,
        region,
        subregion,
        capital,
        un_since,
        exists_from,
        exists_to,
        successors,
        names,
        aliases,
        sources,
    } = from;
    to.numeric = take(numeric);
    to.region = take(region);
    to.subregion = take(subregion);
    to.capital = take(capital);
    to.un_since = take(un_since);
    to.exists_from = take(exists_from);
    to.exists_to = take(exists_to);
    to.successors = take(successors);
    to.names = take(names);
    to.aliases = take(aliases);
    to.sources = take(sources);
}

fn move_bloc(from: &mut BlocRecord, to: &mut BlocRecord) {
    let BlocRecord {
        name: _,
        short: _,
        kind: _,
        themes: _,
        scope: _,
        founded: _,
        in_force: _,
        ended: _,
        rule: _,
        seat: _,
        aliases,
        names,
        shorts,
        checked,
        stated,
        instrument,
        website,
        predecessors,
        successors,
        summary,
        sources,
        memberships,
        events,
    } = from;
    to.aliases = take(aliases);
    to.names = take(names);
    to.shorts = take(shorts);
    to.checked = take(checked);
    to.stated = take(stated);
    to.instrument = take(instrument);
    to.website = take(website);
    to.predecessors = take(predecessors);
    to.successors = take(successors);
    to.summary = take(summary);
    to.sources = take(sources);
    to.events = take(events);
    to.memberships.resize_with(memberships.len(), MembershipRecord::default);
    for (from, to) in memberships.iter_mut().zip(&mut to.memberships) {
        let MembershipRecord { country: _, status: _, from: _, to: _, unverified: _, source, note } = from;
        to.source = take(source);
        to.note = take(note);
    }
}

fn move_agreement(from: &mut AgreementRecord, to: &mut AgreementRecord) {
    let AgreementRecord {
        name: _,
        short: _,
        kind: _,
        theme: _,
        parties: _,
        signed: _,
        in_force: _,
        ended: _,
        place: _,
        summary,
        sources,
        note,
    } = from;
    to.summary = take(summary);
    to.sources = take(sources);
    to.note = take(note);
}
