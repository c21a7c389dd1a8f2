//! Where a fact is stated.

use crate::word::words;
use crate::{PartialDate, SourceIx};

words! {
    /// What sort of source it is, from the one to prefer.
    SourceKind ("kind of source") {
        /// The body's own page, or the depositary of its treaty.
        Body = "body",
        /// The text of a treaty.
        Treaty = "treaty",
        /// A government's statement.
        Government = "government",
        /// A published table of facts.
        Dataset = "dataset",
        /// A newspaper or agency of record.
        Newspaper = "newspaper",
        /// An encyclopaedia.
        Encyclopaedia = "encyclopaedia",
    }
}

/// A source as the files state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its index in the atlas.
    pub ix: SourceIx,
    /// The name that rows cite.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// What sort of source it is.
    pub kind: SourceKind,
    /// When it was published, or its version; empty where it does not say.
    pub published: String,
    /// When it was read.
    pub read: PartialDate,
}

impl Source {
    /// Stands in for an index of another atlas, so that look-ups are total.
    pub(crate) const NONE: Self = Self {
        ix: SourceIx::NONE,
        id: String::new(),
        title: String::new(),
        publisher: String::new(),
        url: String::new(),
        kind: SourceKind::Encyclopaedia,
        published: String::new(),
        read: PartialDate::MIN,
    };
}
