//! The UpSet chart on a phone, or with names: groups one below the other, blocs as columns under slanted names.

use entente_atlas::order::Order as _;
use entente_atlas::query::search::folded;

use super::super::Ask;
use super::super::draw::{
    HAIRLINE, MUTED, SMALL_PX, bold, circle, counted, link, note, px, rect, stroke, target, text, widest_px,
};
use super::super::letters::{listed, shortened, width_px};
use super::bar_colours;
use super::groups::{Group, Groups, Set};
use crate::page::Node;
use crate::page::node::element;
use crate::style::Colour;

const ROW_PX: f64 = 24.0;
/// Length of the largest bloc's bar, upright under its name.
const SIZES_PX: f64 = 34.0;
/// Slanted names longer than this are shortened.
const NAME_PX: f64 = 120.0;
/// Columns are no nearer to one another, and no farther, than this.
const PITCH_PX: (f64, f64) = (15.0, 24.0);
/// Bars have at least this much room: the chart grows wider than asked where many blocs leave less.
const LEAST_BARS_PX: f64 = 80.0;
/// Names of countries stand beside bars from this width on.
const NAMES_FROM_PX: f64 = 520.0;
/// Half the square root of 2 and a little: how far a slanted word reaches up and right.
const SLANT: f64 = 0.72;

struct Layout {
    pitch_px: f64,
    /// Where the bars of the blocs' sizes stand.
    foot_px: f64,
    /// Where the groups' bars begin.
    bars_px: f64,
    /// Length of the longest of them.
    long_px: f64,
    width_px: f64,
}

/// The chart, how wide and how high it is.
pub(super) fn nodes(ask: &Ask<'_>, groups: &Groups) -> (Vec<Node>, f64, f64) {
    let layout = Layout::new(ask, groups);
    let mut nodes: Vec<Node> =
        groups.sets.iter().enumerate().map(|(at, set)| layout.set(ask, groups, at, set)).collect();
    let mut y_px = layout.foot_px + 6.0;
    for section in &groups.sections {
        if !section.heading.is_empty() {
            nodes.push(bold(note(0.0, y_px + 17.0, section.heading.as_str())));
            y_px += ROW_PX;
        }
        for group in &section.groups {
            nodes.push(layout.group(ask, groups, group, y_px));
            y_px += ROW_PX;
        }
    }
    (nodes, layout.width_px, y_px + 2.0)
}

fn head(ask: &Ask<'_>, set: &Set) -> String {
    format!("{} {}", shortened(ask.short(set.bloc), SMALL_PX, NAME_PX), set.len)
}

impl Layout {
    fn new(ask: &Ask<'_>, groups: &Groups) -> Self {
        let columns = ask.blocs.len().max(1) as f64;
        let share = if ask.width_px < NAMES_FROM_PX { 0.62 } else { 0.4 };
        let pitch_px = (ask.width_px * share / columns).min(PITCH_PX.1).max(PITCH_PX.0);
        let heads: Vec<String> = groups.sets.iter().map(|set| head(ask, set)).collect();
        let high_px = widest_px(heads.iter().map(String::as_str), SMALL_PX) * SLANT + 10.0;
        let bars_px = pitch_px * columns + 10.0;
        let width_px = ask.width_px.max(bars_px + LEAST_BARS_PX);
        let room_px = width_px - bars_px;
        let number_px = 30.0;
        let long_px = if ask.width_px < NAMES_FROM_PX { room_px - number_px } else { (room_px * 0.34).min(240.0) };
        Self { pitch_px, foot_px: high_px + SIZES_PX + 6.0, bars_px, long_px: long_px.max(12.0), width_px }
    }

    fn x_px(&self, column: usize) -> f64 {
        self.pitch_px * (column as f64 + 0.5)
    }

    /// A bloc's column: its name, slanted, over its size as an upright bar.
    fn set(&self, ask: &Ask<'_>, groups: &Groups, column: usize, set: &Set) -> Node {
        let (x_px, high_px) = (self.x_px(column), SIZES_PX * set.len as f64 / groups.largest_set().max(1) as f64);
        let wide_px = self.pitch_px * 0.6;
        let (text_x_px, text_y_px) = (x_px + 2.0, self.foot_px - SIZES_PX - 6.0);
        let turn = format!("rotate(-45 {} {})", px(text_x_px), px(text_y_px));
        let name = text(text_x_px, text_y_px, head(ask, set)).with("font-size", px(SMALL_PX)).with("transform", turn);
        link(set.href.clone(), set.says.as_str())
            .child(target(x_px - self.pitch_px / 2.0, self.foot_px - SIZES_PX, self.pitch_px, SIZES_PX))
            .child(
                rect(x_px - wide_px / 2.0, self.foot_px - high_px, wide_px, high_px, ask.colour(set.bloc)).class("bar"),
            )
            .child(name)
    }

    /// One row: the dots that say which blocs, the bar with its number, and who they are where there is room.
    fn group(&self, ask: &Ask<'_>, groups: &Groups, group: &Group, top_px: f64) -> Node {
        let y_px = top_px + ROW_PX / 2.0;
        let bar_px = |len: usize| self.long_px * len as f64 / groups.longest().max(1) as f64;
        let bar = |len: usize, colour: Colour| rect(self.bars_px, y_px - 6.0, bar_px(len), 12.0, colour).class("bar");
        let (colour, chosen) = bar_colours(group);
        let mut link = link(group.href.clone(), group.says.as_str())
            .child(target(0.0, top_px, self.width_px, ROW_PX))
            .child(stroke((0.0, top_px), (self.width_px, top_px), 1.0, HAIRLINE))
            .child(self.dots(ask, group, y_px))
            .child(bar(group.len(), colour));
        if let Some(count) = group.chosen.filter(|count| *count > 0) {
            link = link.child(bar(count, chosen));
        }
        if group.is_asked {
            link = link.class("part chosen").with("aria-current", "true");
        }
        let number = group.number();
        let x_px = self.bars_px + bar_px(group.len()) + 5.0;
        let names_px = x_px + width_px(&number, 12.0) + 10.0;
        link.child(counted(bold(text(x_px, y_px + 4.2, number)))).children(self.names(ask, group, names_px, y_px))
    }

    fn names(&self, ask: &Ask<'_>, group: &Group, x_px: f64, y_px: f64) -> Option<Node> {
        if self.width_px < NAMES_FROM_PX {
            return None;
        }
        let mut names: Vec<&str> = group.countries.iter().map(|country| ask.atlas.country(country).name()).collect();
        names.order_by_key(|name| folded(name));
        let words = listed(&names, SMALL_PX, self.width_px - x_px);
        (!words.is_empty()).then(|| note(x_px, y_px + 4.0, words))
    }

    fn dots(&self, ask: &Ask<'_>, group: &Group, y_px: f64) -> Node {
        let radius_px = (self.pitch_px * 0.32).min(5.5);
        let mut dots = element("g");
        if let (Some(first), Some(last)) = (group.places.first(), group.places.last())
            && first != last
        {
            dots = dots.child(stroke((self.x_px(*first), y_px), (self.x_px(*last), y_px), 2.0, MUTED).class("line"));
        }
        for (column, bloc) in ask.blocs.iter().enumerate() {
            let is_in = group.places.contains(&column);
            let colour = if is_in { ask.colour(*bloc) } else { Colour::Land };
            let dot = circle(self.x_px(column), y_px, if is_in { radius_px } else { radius_px * 0.5 }, colour);
            dots = dots.child(if is_in { dot.class("dot") } else { dot });
        }
        dots
    }
}
