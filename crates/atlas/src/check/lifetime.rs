//! Nobody is a member before a bloc is founded or after it ended, or after itself has vanished.

use std::collections::BTreeMap;

use super::{At, Problem, Records, date, each_row, span};
use crate::records::BlocRecord;
use crate::{PartialDate, Span};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    let ends: BTreeMap<&str, PartialDate> = (records.countries.iter())
        .filter_map(|(code, country)| Some((code.as_str(), date(&country.exists_to)?)))
        .collect();
    each_row(records, |bloc, row, at| {
        let Some(span) = span(row) else {
            return;
        };
        if row.status == "member" {
            founded(bloc, &row.country, span, at, problems);
        }
        if let Some(ended) = date(&bloc.ended) {
            let remedy = "give the row a `to` no later than the bloc's `ended`";
            outlives(&row.country, span, ended, "the bloc ended", at, remedy, problems);
        }
        if let Some(vanished) = ends.get(row.country.as_str()) {
            let remedy = "end the row by then, and list the successor from there on";
            outlives(&row.country, span, *vanished, "it vanished", at, remedy, problems);
        }
    });
}

fn founded(bloc: &BlocRecord, country: &str, span: Span, at: At, problems: &mut Vec<Problem>) {
    let Some(founded) = date(&bloc.founded) else {
        return;
    };
    if span.from.latest() < founded.earliest() {
        let message = format!("{country} is a member from {}, before {} was founded", span.from, bloc.short);
        let remedy = format!("it was founded {founded}: correct one of the two");
        problems.push(at.key("from").error(message, remedy));
    }
}

fn outlives(
    country: &str,
    span: Span,
    end: PartialDate,
    what: &str,
    at: At,
    remedy: &str,
    problems: &mut Vec<Problem>,
) {
    if span.to.is_none_or(|to| to.earliest() > end.latest()) {
        let message = format!("{country} is still there after {what}, {end}");
        problems.push(at.error(message, remedy));
    }
}
