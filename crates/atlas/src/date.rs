//! Days and dates as precise as known: a day is a number, a year alone stays a year.

mod partial;
mod span;

use std::fmt;
use std::str::FromStr;

pub use partial::{PartialDate, Precision};
pub use span::Span;

/// A day of the Gregorian calendar, in the years 1 to 9999; always valid.
///
/// It is the number of days since 1970-01-01, so that comparing and stepping cost nothing.
///
/// ```
/// use entente_atlas::Date;
/// let bangkok: Date = "1967-08-08".parse()?;
/// assert_eq!(bangkok.add_days(1).to_string(), "1967-08-09");
/// assert_eq!(Date::from_ymd(2023, 2, 29), None);
/// # Ok::<(), entente_atlas::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(i32);

/// Text that is no date: the value, so that a message can start with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// What was written.
    pub value: String,
    /// How it should have been written.
    pub expected: &'static str,
}

impl Date {
    /// 0001-01-01.
    pub const MIN: Self = Self(-719_162);
    /// 9999-12-31.
    pub const MAX: Self = Self(2_932_896);

    /// The day of that year (1 to 9999), month (1 to 12) and day of the month, if there is one.
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        valid.then(|| Self(days_from_civil(year, i32::from(month), i32::from(day))))
    }

    /// The day that is so many days after 1970-01-01, held within 0001-01-01 and 9999-12-31.
    #[must_use]
    pub fn from_days(days: i32) -> Self {
        Self(days.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Days since 1970-01-01; negative before.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        civil_from_days(self.0).0
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        civil_from_days(self.0).1
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        civil_from_days(self.0).2
    }

    /// The day so many days later (earlier if negative), held within [`Date::MIN`] and [`Date::MAX`].
    #[must_use]
    pub fn add_days(self, days: i32) -> Self {
        Self::from_days(self.0.saturating_add(days))
    }

    /// As a reader says it: `8 August 1967`.
    #[must_use]
    pub fn in_words(self) -> String {
        PartialDate::from(self).in_words()
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `YYYY-MM-DD` and nothing looser.
    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.parse::<PartialDate>() {
            Ok(date) if date.precision() == Precision::Day => Ok(date.earliest()),
            _ => Err(DateError { value: text.to_owned(), expected: "YYYY-MM-DD, a day that exists" }),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is no date here: write {}", self.value, self.expected)
    }
}

impl std::error::Error for DateError {}

/// English name of a month (1 to 12), empty for any other number.
pub(crate) fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

/// Days of a month; `month` is 1 to 12.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`: eras of 400
/// years that begin in March, so that the leap day is the last of a year.
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`] (same source, `civil_from_days`): year, month, day.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "month is 1 to 12 and day 1 to 31 by construction"
)]
fn civil_from_days(days: i32) -> (i32, u8, u8) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u8, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_range_is_read_back_from_its_numbers() {
        let mut date = Date::MIN;
        while date < Date::MAX {
            let back = Date::from_ymd(date.year(), date.month(), date.day());
            assert_eq!(back, Some(date), "{date}");
            date = date.add_days(17);
        }
        assert_eq!(Date::from_ymd(1, 1, 1), Some(Date::MIN));
        assert_eq!(Date::from_ymd(9999, 12, 31), Some(Date::MAX));
    }

    #[test]
    fn leap_days_exist_only_in_leap_years() {
        assert!(Date::from_ymd(2000, 2, 29).is_some());
        assert!(Date::from_ymd(1900, 2, 29).is_none());
        assert!(Date::from_ymd(2024, 2, 29).is_some());
        assert!(Date::from_ymd(2023, 2, 29).is_none());
    }

    #[test]
    fn only_whole_days_are_dates() {
        for text in ["", "1967", "1967-08", "1967-8-8", "1967-13-01", "1967-08-32", "08.08.1967"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!("1970-01-02".parse::<Date>().map(Date::days), Ok(1));
    }
}
