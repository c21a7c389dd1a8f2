//! What ends, ends after it began: spells, blocs, agreements, states.

use super::{At, Problem, Records, date, each_agreement, each_bloc, each_country, each_row};
use crate::{PartialDate, Span};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_row(records, |_, row, at| {
        let at = at.key("to");
        after(row.from.date(), row.to.date(), at, "`from`", problems);
    });
    each_bloc(records, |_, bloc, at| {
        ordered(&bloc.founded, &bloc.ended, at.key("ended"), "`founded`", problems);
    });
    each_agreement(records, |_, agreement, at| {
        ordered(&agreement.signed, &agreement.ended, at.key("ended"), "`signed`", problems);
        let in_force = &agreement.in_force;
        ordered(in_force, &agreement.ended, at.key("ended"), "`in_force`", problems);
    });
    each_country(records, |_, country, at| {
        ordered(&country.exists_from, &country.exists_to, at.key("exists_to"), "`exists_from`", problems);
    });
}

fn ordered(from: &str, to: &str, at: At, begins: &str, problems: &mut Vec<Problem>) {
    after(date(from), date(to), at, begins, problems);
}

fn after(from: Option<PartialDate>, to: Option<PartialDate>, at: At, begins: &str, problems: &mut Vec<Problem>) {
    let (Some(from), Some(to)) = (from, to) else {
        return;
    };
    if !(Span { from, to: Some(to) }).is_possible() {
        let message = format!("\"{to}\" is not after {begins}, \"{from}\"");
        problems.push(at.error(message, "an end is the first day that it no longer holds"));
    }
}
