//! How a standing looks as a bar: full, hollow, thin, dashed, so that it is told without its colour.

use entente_atlas::Status;

use super::super::draw::{SMALL_PX, ink, note, px, rect, stroke};
use super::super::letters::width_px;
use super::rows::{Section, Spell};
use crate::page::Node;
use crate::style::Colour;

/// The forms in use, explained; and how high that is.
pub(super) struct Key {
    pub(super) nodes: Vec<Node>,
    pub(super) height_px: f64,
}

const SAMPLE_PX: f64 = 26.0;
const KEY_LINE_PX: f64 = 18.0;

/// A spell between two places.
pub(super) fn bar(spell: &Spell, (left_px, right_px): (f64, f64), middle_px: f64, row_px: f64) -> Vec<Node> {
    // A spell of a few days is seen, too.
    let right_px = right_px.max(left_px + 1.5);
    form(spell.status, spell.colour, (left_px, right_px), middle_px, row_px * 0.56)
}

fn form(status: Status, colour: Colour, (left_px, right_px): (f64, f64), middle_px: f64, high_px: f64) -> Vec<Node> {
    let wide_px = right_px - left_px;
    let full =
        |share: f64| rect(left_px, middle_px - high_px * share / 2.0, wide_px, high_px * share, colour).class("bar");
    let line = |width_px: f64| stroke((left_px, middle_px), (right_px, middle_px), width_px, colour).class("line");
    match status {
        Status::Member => vec![full(1.0)],
        // Hollow, on the full bar of the membership.
        Status::Suspended => vec![
            rect(left_px, middle_px - high_px / 2.0 + 1.0, wide_px, (high_px - 2.0).max(1.0), Colour::Border)
                .class("bar"),
            stroke((left_px, middle_px), (right_px, middle_px), high_px * 0.5, colour).with("stroke-dasharray", "1 3"),
        ],
        Status::Associate => vec![full(1.0).with("fill-opacity", ".4")],
        Status::Candidate => vec![line(high_px * 0.36).with("stroke-dasharray", "5 2")],
        Status::Signatory => vec![line(high_px * 0.36)],
        Status::Observer => vec![line(high_px * 0.3).with("stroke-dasharray", "2 3")],
        Status::Partner => vec![line(1.2)],
    }
}

/// The forms that the chart uses, side by side, in lines as wide as the chart.
pub(super) fn key(sections: &[Section], room_px: f64) -> Key {
    let spells = || sections.iter().flat_map(|section| &section.rows).flat_map(|row| &row.spells);
    let used = Status::ALL.iter().filter(|status| spells().any(|spell| spell.status == **status));
    let (mut nodes, mut x_px, mut y_px) = (Vec::new(), 0.0, 9.0);
    for status in used {
        let wide_px = SAMPLE_PX + 6.0 + width_px(status.noun(false), SMALL_PX) + 14.0;
        if x_px > 0.0 && x_px + wide_px > room_px {
            (x_px, y_px) = (0.0, y_px + KEY_LINE_PX);
        }
        let place = (x_px, x_px + SAMPLE_PX);
        if *status == Status::Suspended {
            nodes.extend(form(Status::Member, Colour::Disputed, place, y_px, 9.0));
        }
        nodes.extend(form(*status, Colour::Disputed, place, y_px, 9.0));
        let words = note(x_px + SAMPLE_PX + 6.0, y_px + 4.0, status.noun(false));
        nodes.push(words.with("fill", ink(Colour::Label)).with("font-size", px(SMALL_PX)));
        x_px += wide_px;
    }
    Key { nodes, height_px: y_px + 14.0 }
}
