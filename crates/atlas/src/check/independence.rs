//! Nobody is a member before its own independence, unless a note says how that came.

use std::collections::BTreeMap;

use super::{Problem, Records, date, each_row};
use crate::PartialDate;

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    let begins: BTreeMap<&str, PartialDate> = (records.countries.iter())
        .filter_map(|(code, country)| Some((code.as_str(), date(&country.exists_from)?)))
        .collect();
    each_row(records, |_, row, at| {
        let (Some(from), Some(begins)) = (row.from.date(), begins.get(row.country.as_str())) else {
            return;
        };
        if row.status == "member" && row.note.is_empty() && from.latest() < begins.earliest() {
            let message = format!("{} is a member from {from}, before it was independent, {begins}", row.country);
            let remedy = "say in `note` how that came, or correct the date";
            problems.push(at.key("from").error(message, remedy));
        }
    });
}
