//! The spells of one country in one bloc fit together.
//!
//! Two of one status never overlap; a member is nothing else at the same time but suspended; a
//! suspension lies inside a membership.

use super::{At, Problem, Records, each_bloc, span};
use crate::Span;
use crate::records::MembershipRecord;

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_bloc(records, |_, bloc, at| {
        let list = at.key("memberships");
        let spells: Vec<Spell<'_>> = (bloc.memberships.iter().enumerate())
            .filter_map(|(index, row)| Some(Spell { index, row, span: span(row)? }))
            .collect();
        for (position, spell) in spells.iter().enumerate() {
            let at = list.index(spell.index);
            let earlier = spells.iter().take(position).filter(|other| other.is_of(spell));
            earlier.for_each(|other| clash(other, spell, at, problems));
            if spell.row.status == "suspended" {
                inside(spell, &spells, at, problems);
            }
        }
    });
}

struct Spell<'a> {
    index: usize,
    row: &'a MembershipRecord,
    span: Span,
}

impl Spell<'_> {
    fn is_of(&self, other: &Self) -> bool {
        self.row.country == other.row.country
    }

    fn status(&self) -> &str {
        &self.row.status
    }
}

fn clash(earlier: &Spell<'_>, later: &Spell<'_>, at: At, problems: &mut Vec<Problem>) {
    if !earlier.span.overlaps(later.span) {
        return;
    }
    let country = &later.row.country;
    let (a, b) = (earlier.status(), later.status());
    let row = earlier.index + 1;
    if a == b {
        let message = format!("{country} is `{b}` twice at once, here and in row {row}");
        problems.push(at.error(message, "end one spell before the other begins, or join them"));
    } else if (a == "member" && b != "suspended") || (b == "member" && a != "suspended") {
        let message = format!("{country} is `{b}` here and `{a}` in row {row} at once");
        let remedy = "a member is nothing else: end the looser tie on the day it joined";
        problems.push(at.error(message, remedy));
    }
}

fn inside(spell: &Spell<'_>, spells: &[Spell<'_>], at: At, problems: &mut Vec<Problem>) {
    let covers = |other: &Spell<'_>| other.is_of(spell) && other.status() == "member" && other.span.covers(spell.span);
    if !spells.iter().any(covers) {
        let message = format!("{} is suspended while it is no member", spell.row.country);
        let remedy = "suspension does not end membership: let a member row cover these dates";
        problems.push(at.error(message, remedy));
    }
}
