//! The facts as files and the web bundle hold them: plain text, not yet believed.
//!
//! These are the only types that are read and written. In a format for people (TOML) unknown keys
//! are refused, absent keys are empty, `source` is one id or a list, and degrees are decimals. In a
//! format for machines every field is written, lists are lists and degrees are whole hundredths.

mod fields;
mod rows;
mod split;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use fields::{Degrees, Ids};

/// Things of one kind, each with its id.
pub type Entries<T> = Vec<(String, T)>;

/// All facts, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
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
    pub from: String,
    /// The first day that it no longer holds.
    #[serde(default)]
    pub to: String,
    /// Ids of sources.
    #[serde(default)]
    pub source: Ids,
    /// What is contested or particular.
    #[serde(default)]
    pub note: String,
    /// Whether no source could be read.
    #[serde(default)]
    pub unverified: bool,
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
mod tests {
    use super::*;

    const BLOC: &str = r#"
name = "Association of Southeast Asian Nations"
short = "ASEAN"
kind = "organisation"
themes = ["general"]
scope = "regional"
founded = "1967-08-08"
rule = "signature"
seat = { place = "Jakarta", country = "IDN", lon_deg = 106.8, lat_deg = -6.24 }
summary = "It is."
sources = ["a"]
memberships = [
  { country = "IDN", status = "member", from = "1967-08-08", source = "a" },
  { country = "TLS", status = "member", from = "2025-10-26", source = ["a", "b"] },
  { country = "PNG", status = "observer", from = "1976", to = "1981-07", source = [], note = "?", unverified = true },
]
"#;

    fn records() -> Records {
        let bloc: BlocRecord = toml::from_str(BLOC).unwrap();
        let (name, note) = ("Indonesia".to_owned(), "A note.".to_owned());
        let aliases = vec!["Indië".to_owned()];
        let country = CountryRecord { name, aliases, ..Default::default() };
        let agreement = AgreementRecord { note, ..Default::default() };
        Records {
            countries: vec![("IDN".to_owned(), country)],
            blocs: vec![("asean".to_owned(), bloc)],
            agreements: vec![("pact".to_owned(), agreement)],
            stories: Vec::new(),
            sources: vec![("a".to_owned(), SourceRecord::default())],
        }
    }

    #[test]
    fn files_and_bundle_hold_the_same_records() {
        let records = records();
        let (_, bloc) = &records.blocs[0];
        let seat = bloc.seat.as_ref().unwrap();
        assert_eq!((seat.lon_deg.e2(), seat.lat_deg.e2()), (10_680, -624));
        assert_eq!(bloc.memberships[0].source.0, ["a"]);
        assert_eq!(bloc.memberships[1].source.0, ["a", "b"]);
        let bytes = postcard::to_allocvec(&records).unwrap();
        assert_eq!(postcard::from_bytes::<Records>(&bytes).unwrap(), records);
    }

    #[test]
    fn core_and_detail_are_the_whole() {
        let (core, detail) = records().split();
        assert!(core.sources.is_empty() && core.blocs[0].1.summary.is_empty());
        assert!(core.blocs[0].1.memberships[1].source.0.is_empty());
        assert_eq!(core.blocs[0].1.memberships[1].country, "TLS");
        let pass =
            |records: &Records| -> Records { postcard::from_bytes(&postcard::to_allocvec(records).unwrap()).unwrap() };
        assert_eq!(pass(&core).join(pass(&detail)), records());
    }

    #[test]
    fn a_detail_of_another_core_is_left_out() {
        let (core, mut detail) = records().split();
        detail.blocs[0].1.memberships.pop();
        assert_eq!(core.clone().join(detail), core);
    }

    #[test]
    fn broken_bytes_are_refused() {
        let bytes = postcard::to_allocvec(&records()).unwrap();
        for end in 0..bytes.len() {
            assert!(postcard::from_bytes::<Records>(&bytes[..end]).is_err());
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let text = BLOC.replace("scope", "scopes");
        assert!(toml::from_str::<BlocRecord>(&text).unwrap_err().to_string().contains("scopes"));
    }
}
