//! A date of a row: read once where it is one, kept as text where it is none.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::{Serialize, Serializer};

use crate::PartialDate;

/// A date as written. Rows are many: what a bundle has as numbers is never text on the way to an atlas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Left out.
    #[default]
    Nothing,
    /// A date.
    Date(PartialDate),
    /// Something else, for `check` to report.
    Text(String),
}

impl Written {
    /// The date, if it is one.
    #[must_use]
    pub const fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Nothing | Self::Text(_) => None,
        }
    }

    /// Whether it was left out.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

impl From<&str> for Written {
    fn from(text: &str) -> Self {
        match text.parse() {
            _ if text.is_empty() => Self::Nothing,
            Ok(date) => Self::Date(date),
            Err(_) => Self::Text(text.to_owned()),
        }
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Date(date) => date.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::from(text.as_str()))
    }
}
