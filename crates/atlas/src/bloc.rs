//! Anything that countries belong to.

use crate::names::Names;
use crate::site::Site;
use crate::word::words;
use crate::{BlocIx, CountryIx, PartialDate, SourceIx, Status, Theme};

words! {
    /// What sort of thing countries belong to.
    Kind ("kind of bloc") {
        /// A body with organs and usually a secretariat: ASEAN, the African Union.
        Organisation = "organisation",
        /// A treaty that opens markets among its parties: CPTPP, RCEP.
        TradeAgreement = "trade-agreement",
        /// A treaty that binds its parties to a rule: the Paris Agreement, the NPT.
        Treaty = "treaty",
        /// A treaty or arrangement over an area: Tlatelolco, Schengen.
        Zone = "zone",
        /// Governments that meet without a founding treaty: APEC, the G7.
        Forum = "forum",
        /// Agencies that work together: Red Gealc.
        Network = "network",
    }
}

words! {
    /// How far a bloc reaches.
    Scope ("scope") {
        /// One region of the world.
        Regional = "regional",
        /// Several regions, by choice: CPTPP, the Commonwealth.
        CrossRegional = "cross-regional",
        /// Open to all, or nearly so.
        Global = "global",
    }
}

words! {
    /// What the first day of a full membership is in this bloc.
    Rule ("rule") {
        /// Signing the founding instrument.
        Signature = "signature",
        /// The agreement's entry into force for that country.
        EntryIntoForce = "entry-into-force",
        /// Deposit of an accession, or admission by the body.
        Accession = "accession",
        /// Election for a term: the Human Rights Council.
        Election = "election",
        /// Appointment.
        Appointment = "appointment",
        /// First taking part.
        Participation = "participation",
    }
}

/// What came before or after a bloc: another bloc of the atlas, or something only named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kin {
    /// A bloc of the atlas.
    Bloc(BlocIx),
    /// Something the atlas does not hold, by name.
    Name(String),
}

/// A seat: a site and the country it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Town and position.
    pub site: Site,
    /// The country that hosts it.
    pub country: CountryIx,
}

/// A dated turning point of a bloc that is no membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub on: PartialDate,
    /// What happened, in a sentence.
    pub text: String,
    /// Where this is stated.
    pub sources: Vec<SourceIx>,
}

/// How many of a status a bloc has by its own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Of which status.
    pub status: Status,
    /// How many.
    pub count: usize,
    /// When.
    pub as_of: PartialDate,
    /// Where this is stated.
    pub sources: Vec<SourceIx>,
}

/// A bloc as its file states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bloc {
    /// Its index in the atlas.
    pub ix: BlocIx,
    /// Its usual acronym in lower case with hyphens: `asean`.
    pub id: String,
    /// What a map label says: `ASEAN`.
    pub short: String,
    /// What it is called in full.
    pub names: Names,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What it is about; the first is the main one.
    pub themes: Vec<Theme>,
    /// How far it reaches.
    pub scope: Scope,
    /// The founding instrument, empty where there is none.
    pub instrument: String,
    /// Signature of that instrument, or the meeting that began it.
    pub founded: PartialDate,
    /// Entry into force of the treaty.
    pub in_force: Option<PartialDate>,
    /// The day it ceased.
    pub ended: Option<PartialDate>,
    /// What the first day of a full membership is.
    pub rule: Rule,
    /// Its own page, empty where there is none.
    pub website: String,
    /// Where it sits.
    pub seat: Option<Seat>,
    /// What came before.
    pub predecessors: Vec<Kin>,
    /// What came after.
    pub successors: Vec<Kin>,
    /// Two to four sentences.
    pub summary: String,
    /// Where this is stated.
    pub sources: Vec<SourceIx>,
    /// The day its memberships were last compared with their sources.
    pub checked: Option<PartialDate>,
    /// How many members it has by its own account.
    pub stated: Vec<Stated>,
    /// Turning points, in the order of the file.
    pub events: Vec<Event>,
}

impl Bloc {
    /// The full English name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.names.english
    }

    /// Whether it is a bloc of the reader's own: no fact, and of no source.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.id.starts_with('~')
    }

    /// What it is mainly about.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.themes.first().copied().unwrap_or(Theme::General)
    }

    /// Stands in for an index of another atlas, so that look-ups are total.
    pub(crate) const NONE: Self = Self {
        ix: BlocIx::NONE,
        id: String::new(),
        short: String::new(),
        names: Names::none(),
        kind: Kind::Forum,
        themes: Vec::new(),
        scope: Scope::Global,
        instrument: String::new(),
        founded: PartialDate::MIN,
        in_force: None,
        ended: None,
        rule: Rule::Participation,
        website: String::new(),
        seat: None,
        predecessors: Vec::new(),
        successors: Vec::new(),
        summary: String::new(),
        sources: Vec::new(),
        checked: None,
        stated: Vec::new(),
        events: Vec::new(),
    };
}
