//! A date as precise as known: a year, a month of a year, or a day.

use std::fmt;
use std::str::FromStr;

use super::{Date, DateError, days_in_month, month_name};

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Only the year: `1967`.
    Year,
    /// Year and month: `1967-08`.
    Month,
    /// The day: `1967-08-08`.
    Day,
}

/// A date as precise as known; what is not known is not invented.
///
/// Where arithmetic needs a day, it counts from its [`earliest`](Self::earliest) one; what is shown
/// to people is never more than was written.
///
/// ```
/// use entente_atlas::PartialDate;
/// let date: PartialDate = "1967-08".parse()?;
/// assert_eq!(date.latest().to_string(), "1967-08-31");
/// assert_eq!(date.to_string(), "1967-08");
/// assert_eq!(date.in_words(), "August 1967");
/// # Ok::<(), entente_atlas::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    earliest: Date,
    precision: Precision,
}

impl PartialDate {
    /// The year 1.
    pub(crate) const MIN: Self = Self { earliest: Date::MIN, precision: Precision::Year };

    /// The date of these numbers, known that precisely, if it is one.
    pub(crate) fn new(year: i32, month: u8, day: u8, precision: Precision) -> Option<Self> {
        Date::from_ymd(year, month, day).map(|earliest| Self { earliest, precision })
    }

    /// The first day that it may mean: 1 January for a year, the 1st for a month.
    #[must_use]
    pub const fn earliest(self) -> Date {
        self.earliest
    }

    /// The last day that it may mean.
    #[must_use]
    pub fn latest(self) -> Date {
        let (year, month) = (self.earliest.year(), self.earliest.month());
        let last = match self.precision {
            Precision::Year => Date::from_ymd(year, 12, 31),
            Precision::Month => Date::from_ymd(year, month, days_in_month(year, month)),
            Precision::Day => None,
        };
        last.unwrap_or(self.earliest)
    }

    /// How much of it is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.earliest.year()
    }

    /// The month, 1 to 12, if known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.precision >= Precision::Month).then(|| self.earliest.month())
    }

    /// The day of the month, 1 to 31, if known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.precision == Precision::Day).then(|| self.earliest.day())
    }

    /// As a reader says it: `8 August 1967`, `August 1967`, `1967`.
    #[must_use]
    pub fn in_words(self) -> String {
        let (year, month) = (self.year(), month_name(self.earliest.month()));
        match self.precision {
            Precision::Year => year.to_string(),
            Precision::Month => format!("{month} {year}"),
            Precision::Day => format!("{} {month} {year}", self.earliest.day()),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { earliest: date, precision: Precision::Day }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with all the zeros.
    fn from_str(text: &str) -> Result<Self, DateError> {
        read(text).ok_or_else(|| DateError {
            value: text.to_owned(),
            expected: "YYYY, YYYY-MM or YYYY-MM-DD, as precise as known, a day that exists",
        })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.earliest;
        match self.precision {
            Precision::Year => write!(f, "{:04}", date.year()),
            Precision::Month => write!(f, "{:04}-{:02}", date.year(), date.month()),
            Precision::Day => date.fmt(f),
        }
    }
}

fn read(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2));
    let day = parts.next().map(|part| number(part, 2));
    if parts.next().is_some() {
        return None;
    }
    let (month, day, precision) = match (month, day) {
        (None, _) => (1, 1, Precision::Year),
        (Some(month), None) => (month?, 1, Precision::Month),
        (Some(month), Some(day)) => (month?, day?, Precision::Day),
    };
    PartialDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?, precision)
}

/// A number of exactly so many decimal digits.
fn number(text: &str, digits: usize) -> Option<i32> {
    let right = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_printed_as_it_was_read() {
        for text in ["0001", "1967", "1967-08", "1967-08-08", "2024-02-29", "9999-12-31"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused_and_named() {
        for text in ["", "67", "1967-", "1967-00", "1967-8", "1967-02-30", "1967-08-08-1", "+967", "0000"] {
            let error = text.parse::<PartialDate>().unwrap_err();
            assert_eq!(error.value, text);
        }
    }

    #[test]
    fn a_year_lasts_from_its_first_to_its_last_day() {
        let date: PartialDate = "1972".parse().unwrap();
        assert_eq!(date.earliest().to_string(), "1972-01-01");
        assert_eq!(date.latest().to_string(), "1972-12-31");
        let date: PartialDate = "1972-02".parse().unwrap();
        assert_eq!(date.latest().to_string(), "1972-02-29");
    }
}
