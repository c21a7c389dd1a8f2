//! Counts that a body states of itself agree with its rows.

use super::{At, Problem, Records, date, each_bloc, span};
use crate::records::{BlocRecord, StatedRecord};
use crate::{Date, PartialDate};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_bloc(records, |_, bloc, at| {
        if !bloc.checked.is_empty() && date(&bloc.checked).is_some_and(|day| day.day().is_none()) {
            let message = format!("\"{}\" is no day", bloc.checked);
            problems.push(at.key("checked").error(message, "name the day, as in 2026-11-23"));
        }
        let list = at.key("stated");
        for (index, stated) in bloc.stated.iter().enumerate() {
            counted(bloc, stated, list.index(index), problems);
        }
    });
}

fn counted(bloc: &BlocRecord, stated: &StatedRecord, at: At, problems: &mut Vec<Problem>) {
    let Some(as_of) = date(&stated.as_of) else {
        return;
    };
    let status = if stated.status.is_empty() { "member" } else { &stated.status };
    let (first, last) = on_both_ends(bloc, status, as_of);
    let count = usize::try_from(stated.count).unwrap_or(usize::MAX);
    // A source of a year or a month may speak of its beginning, its end, or any day between.
    if !(first.min(last)..=first.max(last)).contains(&count) {
        let given = if first == last { last.to_string() } else { format!("{first} to {last}") };
        let message = format!("{count} is not what the rows give as {status} in {as_of}, {given}");
        problems.push(at.key("count").error(message, "find who is missing or too many, or correct the count"));
    }
}

fn on_both_ends(bloc: &BlocRecord, status: &str, as_of: PartialDate) -> (usize, usize) {
    let on = |day: Date| {
        let rows = bloc.memberships.iter().filter(|row| row.status == status);
        rows.filter_map(span).filter(|span| span.contains(day)).count()
    };
    (on(as_of.earliest()), on(as_of.latest()))
}
