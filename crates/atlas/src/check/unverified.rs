//! A row that no source bears out, or that is contested, says so in a note of one line.

use super::{Problem, Records, each_row};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_row(records, |_, row, at| {
        if row.unverified && row.note.trim().is_empty() {
            let message = format!("{} is unverified without a note", row.country);
            problems.push(at.error(message, "say in `note` what the row rests on"));
        }
        if row.contested && row.note.trim().is_empty() {
            let message = format!("{} is contested without a note", row.country);
            problems.push(at.error(message, "give both views in `note`"));
        }
        if row.note.contains('\n') {
            let message = format!("{} has a note of several lines", row.country);
            problems.push(at.key("note").error(message, "write it in one line"));
        }
    });
}
