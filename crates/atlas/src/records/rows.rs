//! Memberships in a bundle: column by column, since equal things side by side compress to half.

use std::fmt;

use serde::de::{Deserializer, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};

use super::{Ids, MembershipRecord, Written};
use crate::{PartialDate, Precision, Status};

/// What stands for a country that a row leaves out.
const NOBODY: &str = "---";
/// What stands for a status that a row leaves out.
const NO_STATUS: u8 = 15;
/// Added to the status of a row that a reader supposed.
const SUPPOSED: u8 = 16;
/// Added to the status of a row whose end a reader supposed.
const SUPPOSED_END: u8 = 32;

/// The rows of one bloc; every column is as long as there are rows, or lists those that have it.
#[derive(Default, Serialize, Deserialize)]
struct Columns {
    /// Codes of three letters, one after the other.
    countries: String,
    /// Positions in [`Status::WORDS`], and what is only supposed.
    statuses: Vec<u8>,
    from: Dates,
    to: Dates,
    /// Every source that the rows name, once.
    cited: Vec<String>,
    /// Every list of sources that a row has, once, as positions in `cited`.
    lists: Vec<Vec<u16>>,
    /// Positions in `lists`.
    sources: Vec<u16>,
    notes: Vec<(u16, String)>,
    unverified: Vec<u16>,
    contested: Vec<u16>,
}

/// Dates as numbers; 0 for what is not known.
#[derive(Default, Serialize, Deserialize)]
struct Dates {
    years: Vec<u16>,
    months: Vec<u8>,
    days: Vec<u8>,
}

/// A row that has no place in columns: only facts that pass `check` are packed.
struct Unpackable(String);

impl fmt::Display for Unpackable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" cannot be packed: run `entente check` first", self.0)
    }
}

pub(super) fn serialize<S: Serializer>(rows: &[MembershipRecord], serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return rows.serialize(serializer);
    }
    let mut columns = Columns::default();
    for row in rows {
        columns.push(row).map_err(S::Error::custom)?;
    }
    columns.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<MembershipRecord>, D::Error> {
    if deserializer.is_human_readable() {
        return Vec::deserialize(deserializer);
    }
    let columns = Columns::deserialize(deserializer)?;
    columns.rows().ok_or_else(|| D::Error::custom("the columns of a bloc are of unequal length"))
}

impl Columns {
    fn push(&mut self, row: &MembershipRecord) -> Result<(), Unpackable> {
        let MembershipRecord {
            country,
            status,
            from,
            to,
            source,
            note,
            unverified,
            contested,
            hypothetical,
            hypothetical_end,
        } = row;
        let here = u16::try_from(self.statuses.len()).map_err(|_| Unpackable(country.clone()))?;
        match country.len() {
            0 => self.countries.push_str(NOBODY),
            3 => self.countries.push_str(country),
            _ => return Err(Unpackable(country.clone())),
        }
        let supposed = SUPPOSED * u8::from(*hypothetical) + SUPPOSED_END * u8::from(*hypothetical_end);
        self.statuses.push(position(status)? + supposed);
        self.from.push(from)?;
        self.to.push(to)?;
        let sources: Result<Vec<u16>, Unpackable> = source.0.iter().map(|id| self.cite(id)).collect();
        let list = once(&mut self.lists, sources?);
        self.sources.push(u16::try_from(list).map_err(|_| Unpackable(country.clone()))?);
        if !note.is_empty() {
            self.notes.push((here, note.clone()));
        }
        if *unverified {
            self.unverified.push(here);
        }
        if *contested {
            self.contested.push(here);
        }
        Ok(())
    }

    fn cite(&mut self, id: &str) -> Result<u16, Unpackable> {
        u16::try_from(once(&mut self.cited, id.to_owned())).map_err(|_| Unpackable(id.to_owned()))
    }

    /// The rows again; `None` if the columns do not fit together.
    fn rows(self) -> Option<Vec<MembershipRecord>> {
        let mut rows = Vec::with_capacity(self.statuses.len());
        for (index, status) in self.statuses.iter().enumerate() {
            let code = self.countries.get(index * 3..index * 3 + 3)?;
            let (hypothetical, hypothetical_end) = (status & SUPPOSED != 0, status & SUPPOSED_END != 0);
            let status = Status::WORDS.get(usize::from(status & NO_STATUS)).copied().unwrap_or_default();
            let cited = |position: &u16| self.cited.get(usize::from(*position)).cloned();
            let list = self.lists.get(usize::from(*self.sources.get(index)?))?;
            rows.push(MembershipRecord {
                country: if code == NOBODY { String::new() } else { code.to_owned() },
                status: status.to_owned(),
                from: self.from.written(index)?,
                to: self.to.written(index)?,
                source: Ids(list.iter().map(cited).collect::<Option<_>>()?),
                note: String::new(),
                unverified: false,
                contested: false,
                hypothetical,
                hypothetical_end,
            });
        }
        for (index, note) in self.notes {
            rows.get_mut(usize::from(index))?.note = note;
        }
        for index in self.unverified {
            rows.get_mut(usize::from(index))?.unverified = true;
        }
        for index in self.contested {
            rows.get_mut(usize::from(index))?.contested = true;
        }
        Some(rows)
    }
}

/// Where a status stands in its vocabulary.
fn position(status: &str) -> Result<u8, Unpackable> {
    let known = Status::WORDS.iter().position(|word| *word == status);
    match known.map(u8::try_from) {
        Some(Ok(position)) => Ok(position),
        _ if status.is_empty() => Ok(NO_STATUS),
        _ => Err(Unpackable(status.to_owned())),
    }
}

/// Where a thing stands in a list, at its end if it is new.
fn once<T: PartialEq>(list: &mut Vec<T>, thing: T) -> usize {
    let known = list.iter().position(|known| *known == thing);
    known.unwrap_or_else(|| {
        list.push(thing);
        list.len() - 1
    })
}

impl Dates {
    fn push(&mut self, written: &Written) -> Result<(), Unpackable> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        if !written.is_nothing() {
            let unpackable = || Unpackable(written.to_string());
            let date = written.date().ok_or_else(unpackable)?;
            year = u16::try_from(date.year()).map_err(|_| unpackable())?;
            month = date.month().unwrap_or(0);
            day = date.day().unwrap_or(0);
        }
        self.years.push(year);
        self.months.push(month);
        self.days.push(day);
        Ok(())
    }

    /// The date again, nothing where there was none.
    fn written(&self, index: usize) -> Option<Written> {
        let (year, month, day) = (self.years.get(index)?, *self.months.get(index)?, *self.days.get(index)?);
        if *year == 0 {
            return Some(Written::Nothing);
        }
        let precision = match (month, day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        };
        PartialDate::new(i32::from(*year), month.max(1), day.max(1), precision).map(Written::Date)
    }
}
