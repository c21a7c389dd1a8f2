//! A link between two or more parties.

use crate::site::Site;
use crate::word::words;
use crate::{AgreementIx, BlocIx, CountryIx, Date, PartialDate, SourceIx, Theme};

words! {
    /// What sort of link an agreement is.
    AgreementKind ("kind of agreement") {
        /// Opens markets between its parties.
        FreeTrade = "free-trade",
        /// One outer tariff.
        CustomsUnion = "customs-union",
        /// A standing bond with a larger body, trade and politics together.
        Association = "association",
        /// Cooperation at large, by treaty or declaration.
        Partnership = "partnership",
        /// Regular talks.
        Dialogue = "dialogue",
        /// A meeting at the top.
        Summit = "summit",
        /// Each accepts what the other has tested, licensed or judged.
        Recognition = "recognition",
        /// Inspections that keep nuclear material peaceful.
        Safeguards = "safeguards",
        /// A right to live and work across the border.
        Residence = "residence",
        /// A third party helps two others to agree.
        Mediation = "mediation",
        /// An end to a war or a quarrel.
        Peace = "peace",
        /// People sent to keep peace or watch a vote.
        Mission = "mission",
        /// A dispute brought to a court, and its ruling.
        Judgment = "judgment",
        /// Rules for digital trade or government.
        Digital = "digital",
        /// A common statement without binding force.
        Declaration = "declaration",
        /// Mutual defence, or bases.
        Defence = "defence",
        /// A body or group set up in common.
        JointBody = "joint-body",
        /// None of these.
        Other = "other",
    }
}

/// One side of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// A country by itself.
    Country(CountryIx),
    /// A bloc as a whole.
    Bloc(BlocIx),
}

/// An agreement as its file states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its index in the atlas.
    pub ix: AgreementIx,
    /// The name of its file.
    pub id: String,
    /// What it is called in full.
    pub name: String,
    /// Its acronym, empty where there is none.
    pub short: String,
    /// What sort of link it is.
    pub kind: AgreementKind,
    /// What it is about.
    pub theme: Theme,
    /// Its parties in the order of the file, two or more.
    pub parties: Vec<Party>,
    /// Signature, or the first meeting for what was never signed.
    pub signed: PartialDate,
    /// Entry into force.
    pub in_force: Option<PartialDate>,
    /// The day it ceased.
    pub ended: Option<PartialDate>,
    /// Where a mission, mediation or judgment took place.
    pub site: Option<Site>,
    /// Two to four sentences.
    pub summary: String,
    /// What is contested or particular, empty where nothing is.
    pub note: String,
    /// Where this is stated.
    pub sources: Vec<SourceIx>,
}

impl Agreement {
    /// Whether it has been signed and has not ended on that day.
    #[must_use]
    pub fn holds(&self, date: Date) -> bool {
        crate::Span { from: self.signed, to: self.ended }.contains(date)
    }

    /// What a label says: the acronym, else the name.
    #[must_use]
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }

    /// Stands in for an index of another atlas, so that look-ups are total.
    pub(crate) const NONE: Self = Self {
        ix: AgreementIx::NONE,
        id: String::new(),
        name: String::new(),
        short: String::new(),
        kind: AgreementKind::Other,
        theme: Theme::General,
        parties: Vec::new(),
        signed: PartialDate::MIN,
        in_force: None,
        ended: None,
        site: None,
        summary: String::new(),
        note: String::new(),
        sources: Vec::new(),
    };
}
