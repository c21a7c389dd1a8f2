//! The reader's clock, for views without a date.

use entente_atlas::Date;

/// Today in the reader's time zone.
pub(crate) fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2000);
    let month = u8::try_from(now.get_month() + 1).unwrap_or(1);
    let day = u8::try_from(now.get_date()).unwrap_or(1);
    Date::from_ymd(year, month, day).unwrap_or(Date::MIN)
}
