//! A state or territory that the map draws, or that once was.

use crate::names::Names;
use crate::word::words;
use crate::{CountryIx, PartialDate, SourceIx};

words! {
    /// What a country is in the eyes of the United Nations; no judgement of ours.
    CountryStatus ("status of a country") {
        /// One of the members of the United Nations.
        UnMember = "un-member",
        /// A state that the United Nations' assembly admits as an observer: the Holy See, Palestine.
        UnObserver = "un-observer",
        /// A dependency or special area of a state, with its own code.
        Territory = "territory",
        /// Whose it is, or whether it is a state, is disputed among members of the United Nations.
        Disputed = "disputed",
        /// A state that no longer exists; its memberships are history.
        Vanished = "vanished",
        /// None of these.
        Other = "other",
    }
}

/// A country as the files state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its index in the atlas.
    pub ix: CountryIx,
    /// ISO 3166-1 alpha-3 (`SGP`), `XKX` for Kosovo, ISO 3166-3 for vanished states.
    pub code: String,
    /// ISO 3166-1 alpha-2, empty where there is none.
    pub alpha2: String,
    /// ISO 3166-1 numeric with its zeros, empty where there is none.
    pub numeric: String,
    /// What it is called.
    pub names: Names,
    /// Region by the United Nations' M49: `Asia`.
    pub region: String,
    /// Subregion by M49: `South-eastern Asia`.
    pub subregion: String,
    /// Its capital, empty where there is none.
    pub capital: String,
    /// What it is in the eyes of the United Nations.
    pub status: CountryStatus,
    /// First day as a member of the United Nations.
    pub un_since: Option<PartialDate>,
    /// Independence or founding, where a source states it.
    pub exists_from: Option<PartialDate>,
    /// The day it ceased, for vanished states.
    pub exists_to: Option<PartialDate>,
    /// What came after a vanished state.
    pub successors: Vec<CountryIx>,
    /// The state that a territory belongs to.
    pub of: Option<CountryIx>,
    /// Whether it is so wholly a part of that state that it takes part in whatever the state joins, unless a row of its own says otherwise.
    pub integral: bool,
    /// Where this is stated.
    pub sources: Vec<SourceIx>,
}

impl Country {
    /// The common English name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.names.english
    }

    /// Stands in for an index of another atlas, so that look-ups are total.
    pub(crate) const NONE: Self = Self {
        ix: CountryIx::NONE,
        code: String::new(),
        alpha2: String::new(),
        numeric: String::new(),
        names: Names::none(),
        region: String::new(),
        subregion: String::new(),
        capital: String::new(),
        status: CountryStatus::Other,
        un_since: None,
        exists_from: None,
        exists_to: None,
        successors: Vec::new(),
        of: None,
        integral: false,
        sources: Vec::new(),
    };
}
