//! The few shapes that charts are made of, as elements.

use entente_geo::svg_path::push_number;

use super::letters::{width_px, wrapped};
use crate::page::Node;
use crate::page::node::element;
use crate::style::{Colour, custom_property};

/// Letters of ordinary labels.
pub(super) const TEXT_PX: f64 = 12.0;
/// Letters of notes, ticks and lists.
pub(super) const SMALL_PX: f64 = 11.0;
/// A line of a note.
pub(super) const NOTE_LINE_PX: f64 = 15.0;

/// Words less weighty than others.
pub(super) const MUTED: Colour = Colour::Disputed;
/// Hairlines.
pub(super) const HAIRLINE: Colour = Colour::Graticule;

/// A number to a tenth.
pub(super) fn px(value: f64) -> String {
    let mut out = String::new();
    push_number(value, &mut out);
    out
}

/// A colour as the page writes it.
pub(super) fn ink(colour: Colour) -> String {
    format!("var({})", custom_property(colour))
}

/// The chart's own element.
pub(super) fn canvas(name: &str, title: &str, width_px: f64, height_px: f64) -> Node {
    let (width, height) = (px(width_px), px(height_px));
    element("svg")
        .with("class", format!("chart {name}"))
        .with("viewBox", format!("0 0 {width} {height}"))
        .with("width", width)
        .with("height", height)
        .with("role", "group")
        .with("aria-label", title)
        .with("font-family", "system-ui, sans-serif")
        .with("font-size", px(TEXT_PX))
        .with("fill", ink(Colour::Label))
}

/// A filled rectangle.
pub(super) fn rect(x_px: f64, y_px: f64, width_px: f64, height_px: f64, colour: Colour) -> Node {
    element("rect")
        .with("x", px(x_px))
        .with("y", px(y_px))
        .with("width", px(width_px))
        .with("height", px(height_px))
        .with("fill", ink(colour))
}

/// A rectangle that is met by a pointer and not seen.
pub(super) fn target(x_px: f64, y_px: f64, width_px: f64, height_px: f64) -> Node {
    rect(x_px, y_px, width_px, height_px, Colour::Sea).with("class", "target").with("fill-opacity", "0")
}

/// A filled circle.
pub(super) fn circle(x_px: f64, y_px: f64, radius_px: f64, colour: Colour) -> Node {
    element("circle").with("cx", px(x_px)).with("cy", px(y_px)).with("r", px(radius_px)).with("fill", ink(colour))
}

/// A straight line from a point, by a step along one axis or both.
pub(super) fn stroke(from: (f64, f64), to: (f64, f64), width_px: f64, colour: Colour) -> Node {
    let path = format!("M{} {}L{} {}", px(from.0), px(from.1), px(to.0), px(to.1));
    element("path").with("d", path).with("fill", "none").with("stroke", ink(colour)).with("stroke-width", px(width_px))
}

/// Words that begin at a point of their baseline.
pub(super) fn text(x_px: f64, y_px: f64, words: impl Into<String>) -> Node {
    element("text").with("x", px(x_px)).with("y", px(y_px)).text(words)
}

/// Small, light words that begin at a point of their baseline.
pub(super) fn note(x_px: f64, y_px: f64, words: impl Into<String>) -> Node {
    text(x_px, y_px, words).with("font-size", px(SMALL_PX)).with("fill", ink(MUTED))
}

/// Words in lines, the first on that baseline; and how high they are together.
pub(super) fn notes(x_px: f64, y_px: f64, words: &str, room_px: f64) -> (Vec<Node>, f64) {
    let lines = wrapped(words, SMALL_PX, room_px);
    let height_px = NOTE_LINE_PX * lines.len() as f64;
    let lines = lines.into_iter().enumerate().map(|(at, line)| note(x_px, y_px + NOTE_LINE_PX * at as f64, line));
    (lines.collect(), height_px)
}

/// Ending at their point.
pub(super) fn ending(words: Node) -> Node {
    words.with("text-anchor", "end")
}

/// Centred on their point.
pub(super) fn centred(words: Node) -> Node {
    words.with("text-anchor", "middle")
}

/// Heavier than others.
pub(super) fn bold(words: Node) -> Node {
    words.with("font-weight", "600")
}

/// How many countries the link about it leads to.
pub(super) fn counted(words: Node) -> Node {
    words.class("count")
}

/// A link with what is told of it when it is pointed at or reached by key.
pub(super) fn link(href: String, says: impl Into<String>) -> Node {
    let says = says.into();
    element("a").class("part").with("href", href).with("aria-label", says.as_str()).child(element("title").text(says))
}

/// The widest of these words.
pub(super) fn widest_px<'a>(words: impl Iterator<Item = &'a str>, size_px: f64) -> f64 {
    words.map(|words| width_px(words, size_px)).fold(0.0, f64::max)
}

/// Round numbers from 0 up to `most`, about four steps of them.
pub(super) fn ticks(most: usize) -> Vec<usize> {
    let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];
    let step = steps.into_iter().find(|step| most.div_ceil(*step) <= 5).unwrap_or(1000);
    (0..=most).step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(ticks(0), [0]);
        assert_eq!(ticks(3), [0, 1, 2, 3]);
        assert_eq!(ticks(27), [0, 10, 20]);
        assert_eq!(ticks(193), [0, 50, 100, 150]);
    }
}
