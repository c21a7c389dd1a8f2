//! Fields that people and machines write differently: ids in one or many, degrees.

use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// Ids: in TOML one string or a list of them, in a bundle always a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ids(pub Vec<String>);

/// Degrees: in TOML a decimal, in a bundle whole hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Degrees(i32);

impl Degrees {
    /// Of so many hundredths of a degree.
    #[must_use]
    pub const fn from_e2(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// In hundredths of a degree.
    #[must_use]
    pub const fn e2(self) -> i32 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Ids {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(OneOrMany)
        } else {
            Vec::deserialize(deserializer).map(Self)
        }
    }
}

struct OneOrMany;

impl<'de> Visitor<'de> for OneOrMany {
    type Value = Ids;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a source, or a list of them")
    }

    fn visit_str<E: Error>(self, one: &str) -> Result<Ids, E> {
        Ok(Ids(vec![one.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut many: A) -> Result<Ids, A::Error> {
        let mut ids = Vec::new();
        while let Some(id) = many.next_element()? {
            ids.push(id);
        }
        Ok(Ids(ids))
    }
}

impl<'de> Deserialize<'de> for Degrees {
    #[expect(clippy::cast_possible_truncation, reason = "saturates; `check` refuses what is off the globe")]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            f64::deserialize(deserializer).map(|degrees| Self((degrees * 100.0).round() as i32))
        } else {
            i32::deserialize(deserializer).map(Self)
        }
    }
}

impl Serialize for Degrees {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_f64(f64::from(self.0) / 100.0)
        } else {
            serializer.serialize_i32(self.0)
        }
    }
}
