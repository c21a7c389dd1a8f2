//! The spells of one country in one bloc fit together.
//!
//! Two of one status never overlap or touch; a member is nothing else at the same time but suspended; a
//! suspension lies inside a membership; a way in ends on the day that it led in.

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
            if bloc.rule != "election" {
                let earlier = spells.iter().take(position).filter(|other| other.is_of(spell));
                earlier.for_each(|other| apart(other, spell, at, problems));
            }
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

/// How many days between an application or a signature and what came of it look like a slip.
const SLIP_DAYS: i32 = 31;

/// What only touches: terms of office may, and a spell whose note says what changed.
fn apart(earlier: &Spell<'_>, later: &Spell<'_>, at: At, problems: &mut Vec<Problem>) {
    let Some(to) = earlier.span.to else {
        return;
    };
    let (country, row) = (&later.row.country, earlier.index + 1);
    if earlier.status() == later.status() && to == later.span.from && later.row.note.is_empty() {
        let message = format!("{country} goes on as `{}` on the day that row {row} ends", later.status());
        problems.push(at.error(message, "join the two rows"));
    }
    let leads_in = matches!(earlier.status(), "candidate" | "signatory") && later.status() == "member";
    let gap_days = later.span.from.earliest().days() - to.latest().days();
    if leads_in && gap_days > 0 && gap_days <= SLIP_DAYS {
        let message = format!("{country} is nothing for {gap_days} days before it is a member");
        problems.push(at.warning(message, format!("let row {row} end on the day this one begins")));
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
