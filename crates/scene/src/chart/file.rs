//! A chart as a file that stands alone: with its title and words above, colours of one palette, and no links.

use super::Chart;
use super::draw::{NOTE_LINE_PX, bold, px, rect, text};
use super::letters::wrapped;
use crate::page::node::{Inside, Node, element};
use crate::style::{Colour, Palette, all_colours, custom_property};

const MARGIN_PX: f64 = 20.0;
const TITLE_PX: f64 = 17.0;
const TITLE_LINE_PX: f64 = 22.0;
const WORDS_PX: f64 = 12.0;
const WORDS_LINE_PX: f64 = 17.0;
/// More lines of words than this are cut: what is left out is in the file's description.
const MOST_LINES: usize = 4;

impl Chart {
    /// The chart as SVG, in the colours of a palette.
    pub fn file(&self, palette: &Palette) -> String {
        let (mut head, top_px) = self.head();
        let (width_px, height_px) = (self.width_px + 2.0 * MARGIN_PX, top_px + self.height_px + MARGIN_PX);
        let place = format!("translate({} {})", px(MARGIN_PX), px(top_px));
        let picture = element("g").with("transform", place).with("font-size", "12").children(
            self.node.inside.iter().filter_map(|inside| match inside {
                Inside::Node(node) => Some(node.clone()),
                Inside::Text(_) => None,
            }),
        );
        head.push(picture);
        let svg = element("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("viewBox", format!("0 0 {} {}", px(width_px), px(height_px)))
            .with("width", px(width_px))
            .with("height", px(height_px))
            .with("role", "img")
            .with("font-family", "system-ui, sans-serif")
            .with("fill", format!("var({})", custom_property(Colour::Label)))
            .child(element("title").text(self.title.as_str()))
            .child(element("desc").text(self.description()))
            .child(rect(0.0, 0.0, width_px, height_px, Colour::Border))
            .children(head);
        printed(svg, palette)
    }

    /// Words, with what of it is supposed.
    fn description(&self) -> String {
        let supposed = self.supposed.iter().map(String::as_str);
        std::iter::once(self.words.as_str()).chain(supposed).collect::<Vec<_>>().join(" ")
    }

    /// Title and words, and where the chart begins below them.
    fn head(&self) -> (Vec<Node>, f64) {
        let mut lines = Vec::new();
        let mut y_px = MARGIN_PX + TITLE_PX * 0.8;
        for line in wrapped(&self.title, TITLE_PX, self.width_px) {
            lines.push(bold(text(MARGIN_PX, y_px, line)).with("font-size", px(TITLE_PX)));
            y_px += TITLE_LINE_PX;
        }
        let mut words = wrapped(&self.words, WORDS_PX, self.width_px);
        if words.len() > MOST_LINES {
            words.truncate(MOST_LINES);
            if let Some(last) = words.last_mut() {
                last.push_str(" …");
            }
        }
        for line in words {
            lines.push(text(MARGIN_PX, y_px, line).with("font-size", px(WORDS_PX)));
            y_px += WORDS_LINE_PX;
        }
        for line in self.supposed.iter().flat_map(|words| wrapped(words, WORDS_PX, self.width_px)) {
            lines.push(bold(text(MARGIN_PX, y_px, line)).with("font-size", px(WORDS_PX)));
            y_px += WORDS_LINE_PX;
        }
        (lines, y_px + NOTE_LINE_PX * 0.5)
    }
}

/// One element a line, so that a difference is read; colours as values.
fn printed(mut svg: Node, palette: &Palette) -> String {
    let colours: Vec<(String, &str)> = all_colours()
        .into_iter()
        .map(|colour| (format!("var({})", custom_property(colour)), palette.hex(colour)))
        .collect();
    settle(&mut svg, &colours);
    svg.html().replace("><", ">\n<") + "\n"
}

/// Links become groups, and custom properties the colours that they stand for.
fn settle(node: &mut Node, colours: &[(String, &str)]) {
    if node.tag == "a" {
        node.tag = "g";
        node.attributes.retain(|(name, _)| !["href", "aria-label"].contains(name));
    }
    for (_, value) in &mut node.attributes {
        if let Some((_, hex)) = colours.iter().find(|(property, _)| property == value) {
            *value = (*hex).to_owned();
        }
    }
    for inside in &mut node.inside {
        if let Inside::Node(node) = inside {
            settle(node, colours);
        }
    }
}
