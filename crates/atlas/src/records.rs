//! The facts as files and the web bundle hold them: plain text, not yet believed.
//!
//! These are the only types that are read and written. In a format for people (TOML) unknown keys
//! are refused, absent keys are empty, `source` is one id or a list, and degrees are decimals. In a
//! format for machines every field is written, lists are lists and degrees are whole hundredths.

mod edit;
mod fields;
mod parts;
mod rows;
mod written;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use edit::{EditRecord, OwnBlocRecord};
pub use fields::{Degrees, Ids};
pub use parts::Part;
pub use written::Written;

/// Things of one kind, each with its id.
pub type Entries<T> = Vec<(String, T)>;

/// All facts, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    /// Which edition of the facts this is: its day and its digest. Given by whoever reads them, not part of any file.
    pub version: String,
    /// `countries.toml`, by code.
    pub countries: Entries<CountryRecord>,
    /// `blocs/<id>.toml`.
    pub blocs: Entries<BlocRecord>,
    /// `agreements/<id>.toml`.
    pub agreements: Entries<AgreementRecord>,
    /// `stories/<id>.toml`.
    pub stories: Entries<StoryRecord>,
    /// `sources.toml`, by id.
    pub sources: Entries<SourceRecord>,
}

/// An entry of `countries.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryRecord {
    /// The common English name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub alpha2: String,
    /// ISO 3166-1 numeric, with its zeros.
    #[serde(default)]
    pub numeric: String,
    /// Region by M49.
    #[serde(default)]
    pub region: String,
    /// Subregion by M49.
    #[serde(default)]
    pub subregion: String,
    /// Capital.
    #[serde(default)]
    pub capital: String,
    /// A word of [`CountryStatus`](crate::CountryStatus).
    pub status: String,
    /// First day in the United Nations.
    #[serde(default)]
    pub un_since: String,
    /// Independence or founding.
    #[serde(default)]
    pub exists_from: String,
    /// End, for vanished states.
    #[serde(default)]
    pub exists_to: String,
    /// Codes of what came after a vanished state.
    #[serde(default)]
    pub successors: Vec<String>,
    /// Code of the state that a territory belongs to.
    #[serde(default)]
    pub of: String,
    /// Whether it takes part in whatever that state joins.
    #[serde(default)]
    pub integral: bool,
    /// Names by language tag.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Further names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Ids,
}

/// A file of `blocs/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlocRecord {
    /// The full English name.
    pub name: String,
    /// What a map label says.
    pub short: String,
    /// Further names and acronyms.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Names by language tag.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Acronyms by language tag, where they are others.
    #[serde(default)]
    pub shorts: BTreeMap<String, String>,
    /// A word of [`Kind`](crate::Kind).
    pub kind: String,
    /// Words of [`Theme`](crate::Theme), the main one first.
    pub themes: Vec<String>,
    /// A word of [`Scope`](crate::Scope).
    pub scope: String,
    /// The founding instrument.
    #[serde(default)]
    pub instrument: String,
    /// Its signature, or the first meeting.
    pub founded: String,
    /// Entry into force.
    #[serde(default)]
    pub in_force: String,
    /// The day it ceased.
    #[serde(default)]
    pub ended: String,
    /// A word of [`Rule`](crate::Rule).
    pub rule: String,
    /// Its own page.
    #[serde(default)]
    pub website: String,
    /// Where it sits.
    #[serde(default)]
    pub seat: Option<SeatRecord>,
    /// Bloc ids or plain names.
    #[serde(default)]
    pub predecessors: Vec<String>,
    /// Bloc ids or plain names.
    #[serde(default)]
    pub successors: Vec<String>,
    /// Two to four sentences.
    pub summary: String,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Ids,
    /// The day its rows were last compared with their sources.
    #[serde(default)]
    pub checked: String,
    /// How many it has by its own account.
    #[serde(default)]
    pub stated: Vec<StatedRecord>,
    /// One row a spell.
    #[serde(default, with = "rows")]
    pub memberships: Vec<MembershipRecord>,
    /// Turning points.
    #[serde(default)]
    pub events: Vec<EventRecord>,
}

/// Where a bloc sits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatRecord {
    /// The town.
    pub place: String,
    /// Code of the country.
    pub country: String,
    /// East of Greenwich.
    pub lon_deg: Degrees,
    /// North of the equator.
    pub lat_deg: Degrees,
}

/// A row of `memberships`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MembershipRecord {
    /// Code of the country.
    pub country: String,
    /// A word of [`Status`](crate::Status).
    pub status: String,
    /// The first day.
    pub from: Written,
    /// The first day that it no longer holds.
    #[serde(default)]
    pub to: Written,
    /// Ids of sources.
    #[serde(default)]
    pub source: Ids,
    /// What is contested or particular.
    #[serde(default)]
    pub note: String,
    /// Whether no source could be read.
    #[serde(default)]
    pub unverified: bool,
    /// Whether sources or states disagree about it; the note says how.
    #[serde(default)]
    pub contested: bool,
    /// Whether a reader supposed it. No file can say so.
    #[serde(skip)]
    pub hypothetical: bool,
    /// Whether a reader supposed its end. No file can say so.
    #[serde(skip)]
    pub hypothetical_end: bool,
}

/// A row of `stated`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedRecord {
    /// A word of [`Status`](crate::Status); `member` where it is left out.
    #[serde(default)]
    pub status: String,
    /// How many.
    pub count: u32,
    /// When.
    pub as_of: String,
    /// Ids of sources.
    pub source: Ids,
}

/// A row of `events`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRecord {
    /// When.
    pub on: String,
    /// What happened.
    pub text: String,
    /// Ids of sources.
    #[serde(default)]
    pub source: Ids,
}

/// A file of `agreements/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementRecord {
    /// The full name.
    pub name: String,
    /// Its acronym.
    #[serde(default)]
    pub short: String,
    /// A word of [`AgreementKind`](crate::AgreementKind).
    pub kind: String,
    /// A word of [`Theme`](crate::Theme).
    pub theme: String,
    /// Bloc ids in lower case, country codes in upper case.
    pub parties: Vec<String>,
    /// Signature, or the first meeting.
    pub signed: String,
    /// Entry into force.
    #[serde(default)]
    pub in_force: String,
    /// The day it ceased.
    #[serde(default)]
    pub ended: String,
    /// Where a mission, mediation or judgment took place.
    #[serde(default)]
    pub place: Option<SiteRecord>,
    /// Two to four sentences.
    pub summary: String,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Ids,
    /// What is contested or particular.
    #[serde(default)]
    pub note: String,
}

/// A file of `stories/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryRecord {
    /// What it is called.
    pub title: String,
    /// What it tells, in a sentence.
    pub lead: String,
    /// Its place among the stories.
    #[serde(default)]
    pub part: u32,
    /// One after the other.
    pub steps: Vec<StepRecord>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Ids,
}

/// A row of a story's `steps`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepRecord {
    /// What is told.
    pub text: String,
    /// The link of the view beside it: `?blocs=asean`.
    pub view: String,
}

/// A named point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteRecord {
    /// What it is called.
    pub name: String,
    /// East of Greenwich.
    pub lon_deg: Degrees,
    /// North of the equator.
    pub lat_deg: Degrees,
}

/// An entry of `sources.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRecord {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// A word of [`SourceKind`](crate::SourceKind).
    pub kind: String,
    /// Date or version.
    #[serde(default)]
    pub published: String,
    /// When it was read.
    pub read: String,
}

#[cfg(test)]
mod tests;
