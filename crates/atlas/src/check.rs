//! Everything that is wrong with the facts, at once.
//!
//! First what cannot be resolved (unknown words, dates, references), by building an atlas; then one
//! rule a file, each over the records, each silent about values that another rule reports.

mod dates;
mod duplicates;
mod ids;
mod independence;
mod kin;
mod lifetime;
mod order;
mod parties;
mod sources;
mod spells;
mod standing;
mod stated;
mod stories;
mod summary;
mod united_nations;
mod unverified;

use crate::atlas::build;
use crate::order::Order as _;
use crate::problem::{At, Problem};
use crate::records::{AgreementRecord, BlocRecord, CountryRecord, MembershipRecord, Records};
use crate::{PartialDate, Span};

type Rule = fn(&Records, &mut Vec<Problem>);

const RULES: &[Rule] = &[
    ids::rule,
    duplicates::rule,
    standing::rule,
    dates::rule,
    spells::rule,
    lifetime::rule,
    independence::rule,
    kin::rule,
    stated::rule,
    stories::rule,
    order::rule,
    parties::rule,
    summary::rule,
    unverified::rule,
    united_nations::rule,
    sources::rule,
];

/// All problems of the records, errors and warnings, in the order of the files and of the places
/// within them.
#[must_use]
pub fn check(records: &Records) -> Vec<Problem> {
    let (_, mut problems) = build(records.clone());
    for rule in RULES {
        rule(records, &mut problems);
    }
    problems.order_by(|a, b| a.place.cmp(&b.place).then_with(|| a.message.cmp(&b.message)));
    problems.dedup();
    problems
}

fn each_country(records: &Records, mut look: impl FnMut(&str, &CountryRecord, At)) {
    let file = At::file("countries.toml");
    for (code, country) in &records.countries {
        look(code, country, file.key(code));
    }
}

fn each_bloc(records: &Records, mut look: impl FnMut(&str, &BlocRecord, At)) {
    for (id, bloc) in &records.blocs {
        look(id, bloc, At::entry("blocs", id));
    }
}

fn each_agreement(records: &Records, mut look: impl FnMut(&str, &AgreementRecord, At)) {
    for (id, agreement) in &records.agreements {
        look(id, agreement, At::entry("agreements", id));
    }
}

fn each_row(records: &Records, mut look: impl FnMut(&BlocRecord, &MembershipRecord, At)) {
    each_bloc(records, |_, bloc, at| {
        let list = at.key("memberships");
        for (index, row) in bloc.memberships.iter().enumerate() {
            look(bloc, row, list.index(index));
        }
    });
}

/// The date, if it is one.
fn date(text: &str) -> Option<PartialDate> {
    text.parse().ok()
}

/// The span of a row, if its dates are dates and in their order.
fn span(row: &MembershipRecord) -> Option<Span> {
    let to = if row.to.is_nothing() { None } else { Some(row.to.date()?) };
    let span = Span { from: row.from.date()?, to };
    span.is_possible().then_some(span)
}
