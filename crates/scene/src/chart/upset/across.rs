//! The UpSet chart on a wide screen: bars upright, one beside the other; blocs as rows below them, with their sizes on the left.

use super::super::Ask;
use super::super::draw::{
    HAIRLINE, MUTED, SMALL_PX, TEXT_PX, bold, centred, circle, counted, ending, link, note, px, rect, stroke, target,
    text, ticks, widest_px,
};
use super::super::letters::{shortened, width_px};
use super::bar_colours;
use super::groups::{Group, Groups, Section, Set};
use crate::page::Node;
use crate::page::node::element;
use crate::style::Colour;

/// Height of the longest bar.
const BARS_PX: f64 = 170.0;
/// Room above it for its number.
const NUMBER_PX: f64 = 20.0;
const HEADING_PX: f64 = 22.0;
const ROW_PX: f64 = 24.0;
/// Length of the largest bloc's bar.
const SIZES_PX: f64 = 84.0;
/// Names longer than this are shortened.
const NAME_PX: f64 = 150.0;
/// Bars are no nearer to one another, and no farther, than this.
const PITCH_PX: (f64, f64) = (18.0, 44.0);
const GAP_PX: f64 = 14.0;

/// Where the parts lie.
struct Layout {
    /// Where the numbers and bars of the blocs' sizes end.
    sizes_px: f64,
    name_px: f64,
    /// Where the dots begin.
    left_px: f64,
    /// Where the bars stand.
    foot_px: f64,
    pitch_px: f64,
    row_px: f64,
}

fn name_px(ask: &Ask<'_>) -> f64 {
    widest_px(ask.blocs.iter().map(|bloc| ask.short(*bloc)), TEXT_PX).min(NAME_PX)
}

fn left_px(ask: &Ask<'_>) -> f64 {
    let number_px = 30.0;
    number_px + SIZES_PX + 8.0 + name_px(ask) + GAP_PX
}

/// How many bars there is room for.
pub(super) fn most_bars(ask: &Ask<'_>) -> usize {
    (((ask.width_px - left_px(ask)) / PITCH_PX.0) as usize).max(1)
}

/// The chart, how wide and how high it is.
pub(super) fn nodes(ask: &Ask<'_>, groups: &Groups) -> (Vec<Node>, f64, f64) {
    let gaps_px = GAP_PX * groups.sections.len().saturating_sub(1) as f64;
    let room_px = ask.width_px - left_px(ask) - gaps_px;
    let pitch_px = (room_px / groups.bars().max(1) as f64).min(PITCH_PX.1);
    let has_headings = groups.sections.iter().any(|section| !section.heading.is_empty());
    let layout = Layout {
        sizes_px: left_px(ask) - GAP_PX - name_px(ask) - 8.0,
        name_px: name_px(ask),
        left_px: left_px(ask),
        foot_px: BARS_PX + NUMBER_PX + if has_headings { HEADING_PX } else { 0.0 },
        pitch_px,
        row_px: if groups.sets.len() > 16 { 18.0 } else { ROW_PX },
    };
    let mut nodes = layout.axis(ask, groups);
    nodes.extend(groups.sets.iter().enumerate().map(|(row, set)| layout.set(ask, groups, row, set)));
    let mut x_px = layout.left_px;
    for section in &groups.sections {
        nodes.extend(layout.section(ask, groups, section, x_px));
        x_px += layout.pitch_px * section.groups.len() as f64 + GAP_PX;
    }
    let height_px = layout.top_px() + layout.row_px * groups.sets.len() as f64 + 4.0;
    (nodes, ask.width_px, height_px)
}

impl Layout {
    /// Where the first row begins.
    fn top_px(&self) -> f64 {
        self.foot_px + 10.0
    }

    fn row_y_px(&self, row: usize) -> f64 {
        self.top_px() + self.row_px * (row as f64 + 0.5)
    }

    fn bar_px(&self, len: usize, groups: &Groups) -> f64 {
        BARS_PX * len as f64 / groups.longest().max(1) as f64
    }

    /// Lines across the bars at round numbers, and what the bars count.
    fn axis(&self, ask: &Ask<'_>, groups: &Groups) -> Vec<Node> {
        let mut nodes = Vec::new();
        for tick in ticks(groups.longest()) {
            let y_px = self.foot_px - self.bar_px(tick, groups);
            nodes.push(stroke((self.left_px, y_px), (ask.width_px, y_px), 1.0, HAIRLINE));
            nodes.push(ending(note(self.left_px - 6.0, y_px + 4.0, tick.to_string())));
        }
        let middle_px = self.foot_px - BARS_PX;
        for (at, words) in ["Countries in", "exactly these", "blocs"].into_iter().enumerate() {
            nodes.push(note(0.0, middle_px + 4.0 + 15.0 * at as f64, words));
        }
        nodes.push(ending(note(self.sizes_px, self.foot_px, "Members")));
        nodes
    }

    /// A bloc's row: its size as a bar, its name, and a band under its dots.
    fn set(&self, ask: &Ask<'_>, groups: &Groups, row: usize, set: &Set) -> Node {
        let (y_px, long_px) = (self.row_y_px(row), SIZES_PX * set.len as f64 / groups.largest_set().max(1) as f64);
        let high_px = self.row_px * 0.5;
        let bar_px = self.sizes_px - long_px;
        let name = shortened(ask.short(set.bloc), TEXT_PX, self.name_px);
        let mut link = link(set.href.clone(), set.says.as_str());
        if row.is_multiple_of(2) {
            let band = rect(
                self.sizes_px + 4.0,
                y_px - self.row_px / 2.0,
                ask.width_px - self.sizes_px - 4.0,
                self.row_px,
                HAIRLINE,
            );
            link = link.child(band.with("fill-opacity", ".4").with("class", "band"));
        }
        link.child(target(0.0, y_px - self.row_px / 2.0, self.left_px, self.row_px))
            .child(rect(bar_px, y_px - high_px / 2.0, long_px, high_px, ask.colour(set.bloc)).class("bar"))
            .child(counted(ending(note(bar_px - 4.0, y_px + 4.0, set.len.to_string()))))
            .child(text(self.sizes_px + 8.0, y_px + 4.2, name))
    }

    fn section(&self, ask: &Ask<'_>, groups: &Groups, section: &Section, left_px: f64) -> Vec<Node> {
        let mut nodes = Vec::new();
        if !section.heading.is_empty() {
            let long_px = self.pitch_px * section.groups.len() as f64;
            let words = shortened(&section.heading, SMALL_PX, (long_px + GAP_PX - 4.0).max(28.0));
            nodes.push(bold(note(left_px, 12.0, words)));
            nodes.push(stroke((left_px, 17.0), (left_px + long_px, 17.0), 1.0, MUTED));
        }
        for (at, group) in section.groups.iter().enumerate() {
            nodes.push(self.group(ask, groups, group, left_px + self.pitch_px * (at as f64 + 0.5)));
        }
        nodes
    }

    /// One column: the bar with its number, and the dots that say which blocs.
    fn group(&self, ask: &Ask<'_>, groups: &Groups, group: &Group, x_px: f64) -> Node {
        let wide_px = (self.pitch_px * 0.62).min(26.0);
        let high_px = self.bar_px(group.len(), groups);
        let (colour, chosen) = bar_colours(group);
        let bar = |high_px: f64, colour: Colour| {
            rect(x_px - wide_px / 2.0, self.foot_px - high_px, wide_px, high_px, colour).class("bar")
        };
        let bottom_px = self.top_px() + self.row_px * groups.sets.len() as f64;
        let column = target(
            x_px - self.pitch_px / 2.0,
            self.foot_px - BARS_PX - NUMBER_PX,
            self.pitch_px,
            bottom_px - self.foot_px + BARS_PX + NUMBER_PX,
        );
        let mut link = link(group.href.clone(), group.says.as_str()).child(column).child(bar(high_px, colour));
        if let Some(count) = group.chosen.filter(|count| *count > 0) {
            link = link.child(bar(self.bar_px(count, groups), chosen));
        }
        if group.is_asked {
            link = link.class("part chosen").with("aria-current", "true");
        }
        let number = group.number();
        let size_px = if width_px(&number, SMALL_PX) > self.pitch_px { 9.0 } else { SMALL_PX };
        let number = centred(text(x_px, self.foot_px - high_px - 5.0, number)).with("font-size", px(size_px));
        link.child(counted(bold(number))).child(self.dots(ask, group, x_px))
    }

    fn dots(&self, ask: &Ask<'_>, group: &Group, x_px: f64) -> Node {
        let radius_px = (self.pitch_px * 0.28).min(self.row_px * 0.26);
        let mut dots = element("g");
        if let (Some(first), Some(last)) = (group.places.first(), group.places.last())
            && first != last
        {
            let line = stroke((x_px, self.row_y_px(*first)), (x_px, self.row_y_px(*last)), 2.0, MUTED);
            dots = dots.child(line.class("line"));
        }
        for (row, bloc) in ask.blocs.iter().enumerate() {
            let is_in = group.places.contains(&row);
            let colour = if is_in { ask.colour(*bloc) } else { Colour::Land };
            let dot = circle(x_px, self.row_y_px(row), if is_in { radius_px } else { radius_px * 0.55 }, colour);
            dots = dots.child(if is_in { dot.class("dot") } else { dot });
        }
        dots
    }
}
