//! Facts in four parts, so that a visit fetches what it shows.
//!
//! Every part is [`Records`], each field empty but in the part it belongs to; entries and rows stand in the same order in all, or are
//! left out altogether where a part has nothing of them.

use std::collections::BTreeMap;
use std::mem::take;

use super::{
    AgreementRecord, BlocRecord, CountryRecord, Entries, EventRecord, Ids, MembershipRecord, Records, SeatRecord,
    SiteRecord, SourceRecord, StatedRecord, StepRecord, StoryRecord, Written,
};

/// A part of the facts. Each is joined to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who and what there is, by code, id and English name.
    Lead,
    /// Who belongs to what and when, and what ties whom: all that sets, dates and links need.
    Rows,
    /// Summaries, notes, events, names in other languages.
    Texts,
    /// What bears it all out.
    Sources,
}

impl Part {
    /// Every part, in the order in which they are joined.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Rows, Self::Texts, Self::Sources];
}

impl Records {
    /// The parts in the order of [`Part::ALL`]. The rows of the blocs in `first` lie in the lead too.
    #[must_use]
    pub fn into_parts(mut self, first: &[&str]) -> [Self; 4] {
        let rows_of: Vec<(String, Vec<MembershipRecord>)> = (self.blocs.iter_mut())
            .filter(|(id, _)| first.contains(&id.as_str()))
            .map(|(id, bloc)| (id.clone(), bloc.memberships.clone().pick(Part::Rows)))
            .collect();
        let version = take(&mut self.version);
        let mut parts = Part::ALL.map(|part| Self {
            version: String::new(),
            countries: entries(&mut self.countries, part, Part::Lead),
            blocs: entries(&mut self.blocs, part, Part::Lead),
            agreements: entries(&mut self.agreements, part, Part::Rows),
            stories: entries(&mut self.stories, part, Part::Texts),
            sources: entries(&mut self.sources, part, Part::Sources),
        });
        let [lead, ..] = &mut parts;
        lead.version = version;
        for (id, rows) in rows_of {
            for (_, bloc) in lead.blocs.iter_mut().filter(|(known, _)| *known == id) {
                bloc.memberships.clone_from(&rows);
            }
        }
        parts
    }

    /// These with a further part, or unchanged if it is not of the same facts.
    #[must_use]
    pub fn join(mut self, part: Self) -> Self {
        if !self.fits(&part) {
            return self;
        }
        self.countries.fill(part.countries);
        self.blocs.fill(part.blocs);
        self.agreements.fill(part.agreements);
        self.stories.fill(part.stories);
        self.sources.fill(part.sources);
        self
    }

    fn fits(&self, part: &Self) -> bool {
        self.countries.fits(&part.countries)
            && self.blocs.fits(&part.blocs)
            && self.agreements.fits(&part.agreements)
            && self.stories.fits(&part.stories)
            && self.sources.fits(&part.sources)
    }
}

fn entries<T: Parted>(all: &mut Entries<T>, part: Part, ids: Part) -> Entries<T> {
    let picked = |(id, entry): &mut (String, T)| {
        let id = if part == ids { take(id) } else { String::new() };
        (id, entry.pick(part))
    };
    unless_blank(all.iter_mut().map(picked).collect())
}

/// Something whose fields belong to several parts.
trait Parted: Default + PartialEq {
    /// Takes out what belongs to a part.
    fn pick(&mut self, part: Part) -> Self;
    /// Whether another part can be of the same thing.
    fn fits(&self, other: &Self) -> bool;
    /// Takes in another part.
    fn fill(&mut self, other: Self);
}

impl<T: Parted> Parted for Vec<T> {
    fn pick(&mut self, part: Part) -> Self {
        unless_blank(self.iter_mut().map(|one| one.pick(part)).collect())
    }

    fn fits(&self, other: &Self) -> bool {
        self.is_empty()
            || other.is_empty()
            || self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.fits(other))
    }

    fn fill(&mut self, other: Self) {
        if self.is_empty() {
            *self = other;
        } else {
            self.iter_mut().zip(other).for_each(|(one, other)| one.fill(other));
        }
    }
}

impl<T: Parted> Parted for (String, T) {
    fn pick(&mut self, part: Part) -> Self {
        (String::new(), self.1.pick(part))
    }

    fn fits(&self, other: &Self) -> bool {
        self.1.fits(&other.1)
    }

    fn fill(&mut self, other: Self) {
        if self.0.is_empty() {
            self.0 = other.0;
        }
        self.1.fill(other.1);
    }
}

/// Nothing at all rather than a list of nothings.
fn unless_blank<T: Default + PartialEq>(list: Vec<T>) -> Vec<T> {
    let blank = T::default();
    if list.iter().all(|one| *one == blank) { Vec::new() } else { list }
}

/// A field of one part: whatever another has, it fits.
const fn fits<T>(_mine: &T, _other: &T) -> bool {
    true
}

/// A field of one part: taken from the part that it belongs to.
fn fill<T: Blank>(mine: &mut T, other: T) {
    if mine.is_blank() {
        *mine = other;
    }
}

/// Something that is left out where a part does not hold it.
trait Blank: Default {
    fn is_blank(&self) -> bool;
}

macro_rules! blank {
    ($($type:ty: $is_blank:expr;)+) => {
        $(impl Blank for $type {
            fn is_blank(&self) -> bool {
                let is_blank: fn(&Self) -> bool = $is_blank;
                is_blank(self)
            }
        })+
    };
}

blank! {
    String: |text| text.is_empty();
    Vec<String>: |list| list.is_empty();
    Vec<StepRecord>: |list| list.is_empty();
    BTreeMap<String, String>: |map| map.is_empty();
    Ids: |ids| ids.0.is_empty();
    Written: |date| date.is_nothing();
    Option<SeatRecord>: |seat| seat.is_none();
    Option<SiteRecord>: |site| site.is_none();
    bool: |flag| !flag;
    u32: |count| *count == 0;
}

/// Which part each field belongs to; every field is named, so that a new one must be given a part. `Within` says that its own parts
/// are told apart.
macro_rules! parted {
    ($record:ident { $($field:ident: $part:ident),+ $(,)? }) => {
        impl Parted for $record {
            fn pick(&mut self, part: Part) -> Self {
                let Self { $($field),+ } = self;
                Self { $($field: parted!(pick $part, $field, part)),+ }
            }

            fn fits(&self, other: &Self) -> bool {
                $(parted!(fits $part, self.$field, other.$field) &&)+ true
            }

            fn fill(&mut self, other: Self) {
                let Self { $($field),+ } = other;
                $(parted!(fill $part, self.$field, $field);)+
            }
        }
    };
    (pick Within, $field:ident, $part:ident) => { $field.pick($part) };
    (pick $of:ident, $field:ident, $part:ident) => {
        if $part == Part::$of { take($field) } else { Default::default() }
    };
    (fits Within, $mine:expr, $other:expr) => { $mine.fits(&$other) };
    (fits $of:ident, $mine:expr, $other:expr) => { fits(&$mine, &$other) };
    (fill Within, $mine:expr, $other:ident) => { $mine.fill($other) };
    (fill $of:ident, $mine:expr, $other:ident) => {
        fill(&mut $mine, $other)
    };
}

parted!(CountryRecord {
    name: Lead,
    alpha2: Lead,
    status: Lead,
    of: Lead,
    integral: Lead,
    region: Rows,
    numeric: Texts,
    subregion: Texts,
    capital: Texts,
    un_since: Texts,
    exists_from: Texts,
    exists_to: Texts,
    successors: Texts,
    names: Texts,
    aliases: Texts,
    sources: Sources,
});

parted!(BlocRecord {
    name: Lead,
    short: Lead,
    kind: Lead,
    themes: Lead,
    scope: Lead,
    founded: Lead,
    rule: Lead,
    in_force: Rows,
    ended: Rows,
    seat: Rows,
    memberships: Within,
    aliases: Texts,
    names: Texts,
    shorts: Texts,
    instrument: Texts,
    website: Texts,
    predecessors: Texts,
    successors: Texts,
    summary: Texts,
    checked: Texts,
    stated: Within,
    events: Within,
    sources: Sources,
});

parted!(MembershipRecord {
    country: Rows,
    status: Rows,
    from: Rows,
    to: Rows,
    unverified: Rows,
    contested: Rows,
    hypothetical: Rows,
    hypothetical_end: Rows,
    note: Texts,
    source: Sources,
});

parted!(StatedRecord { status: Texts, count: Texts, as_of: Texts, source: Sources });

parted!(EventRecord { on: Texts, text: Texts, source: Sources });

parted!(AgreementRecord {
    name: Rows,
    short: Rows,
    kind: Rows,
    theme: Rows,
    parties: Rows,
    signed: Rows,
    in_force: Rows,
    ended: Rows,
    place: Rows,
    summary: Texts,
    note: Texts,
    sources: Sources,
});

parted!(StoryRecord { title: Texts, lead: Texts, part: Texts, steps: Texts, sources: Sources });

parted!(SourceRecord {
    title: Sources,
    publisher: Sources,
    url: Sources,
    kind: Sources,
    published: Sources,
    read: Sources,
});
