//! A half-open stretch of time with edges as precise as known.

use super::{Date, PartialDate};

/// From the first day that something holds to the first day that it no longer does.
///
/// **An edge that is not known to the day counts from the earliest day it may mean**: from `1967`
/// means from 1967-01-01 on, to `1967` means until 1966-12-31. So a span that begins and ends in
/// one and the same year of which no more is known holds on no day; it is still told in lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: PartialDate,
    /// The first day that it no longer holds; `None` while it lasts.
    pub to: Option<PartialDate>,
}

impl Span {
    /// Whether it holds on that day.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.from.earliest() <= date && date.days() < self.end_days()
    }

    /// The number of the first day after it; beyond the calendar while it lasts.
    pub(crate) fn end_days(self) -> i32 {
        self.to.map_or(i32::MAX, |to| to.earliest().days())
    }

    /// Whether some day lies in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let start = self.from.earliest().max(other.from.earliest());
        start.days() < self.end_days().min(other.end_days())
    }

    /// Whether every day of the other lies in this one.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.from.earliest() <= other.from.earliest() && other.end_days() <= self.end_days()
    }

    /// Whether `to` may be after `from`, given how precisely each is known.
    #[must_use]
    pub fn is_possible(self) -> bool {
        self.to.is_none_or(|to| to.latest() > self.from.earliest())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span { from: from.parse().unwrap(), to: to.parse().ok() }
    }

    #[test]
    fn the_first_day_counts_and_the_last_does_not() {
        let span = span("1990-05-01", "1991-06-01");
        let holds = |text: &str| span.contains(text.parse().unwrap());
        assert!(!holds("1990-04-30"));
        assert!(holds("1990-05-01"));
        assert!(holds("1991-05-31"));
        assert!(!holds("1991-06-01"));
    }

    #[test]
    fn an_imprecise_edge_counts_from_its_earliest_day() {
        let span = span("1990", "1991-06");
        assert!(span.contains("1990-01-01".parse().unwrap()));
        assert!(!span.contains("1991-06-01".parse().unwrap()));
    }

    #[test]
    fn an_end_is_possible_unless_it_is_surely_not_after_the_beginning() {
        assert!(span("1990", "").is_possible());
        assert!(span("1990", "1990").is_possible());
        assert!(span("1990-05-01", "1990").is_possible());
        assert!(!span("1990-05-01", "1990-05-01").is_possible());
        assert!(!span("1990-05-01", "1990-04").is_possible());
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        assert!(!span("1990", "1995").overlaps(span("1995", "")));
        assert!(span("1990", "").overlaps(span("1995", "1996")));
        assert!(span("1990", "").covers(span("1995", "1996")));
        assert!(!span("1990", "1995-06").covers(span("1995", "")));
    }
}
