//! The words around a picture that stands alone: sentence, legend, border policy.

use super::{HEAD_PX, LINE_PX, Printer, number, text};
use crate::camera::Size;
use crate::legend::{Entry, Swatch};
use crate::scene::Scene;
use crate::style::Colour;

const MARGIN_PX: f64 = 16.0;
/// A column is at least this wide, and wide enough for its longest line.
const COLUMN_PX: f64 = 230.0;
const SWATCH_PX: f64 = 26.0;
const ENTRY_PX: f64 = 12.0;

/// How wide a letter is on average, as a share of its height; generous, so that no line runs over.
const LETTER: f64 = 0.54;

/// What stands beside a sign.
fn words_of(entry: &Entry) -> String {
    format!("{} ({})", entry.text, entry.count)
}

fn column_px(scene: &Scene) -> f64 {
    let letters = scene.legend.entries.iter().map(|entry| words_of(entry).chars().count());
    let longest_px = letters.max().unwrap_or(0) as f64 * ENTRY_PX * LETTER;
    COLUMN_PX.max(SWATCH_PX + 8.0 + longest_px + MARGIN_PX)
}

fn columns(scene: &Scene, size: Size) -> usize {
    (((size.width_px - MARGIN_PX) / column_px(scene)) as usize).max(1)
}

/// Room below the map for the legend.
pub(super) fn height_px(scene: &Scene, size: Size) -> f64 {
    let lines = scene.legend.entries.len().div_ceil(columns(scene, size));
    let notes = wrap(scene.legend.policy, size, 11.0).len();
    LINE_PX * lines as f64 + 15.0 * notes as f64 + 2.0 * MARGIN_PX
}

/// Words broken into lines that fit the picture's width.
fn wrap(words: &str, size: Size, size_px: f64) -> Vec<String> {
    let letters = (((size.width_px - 2.0 * MARGIN_PX) / (size_px * LETTER)) as usize).max(8);
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let fits = |line: &String| line.chars().count() + word.chars().count() < letters;
        match lines.last_mut() {
            Some(line) if line.is_empty() || fits(line) => {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

impl Printer<'_> {
    pub(super) fn head(&self, out: &mut String, scene: &Scene) {
        let size_px = if self.setting.size.width_px < 600.0 { 13.0 } else { 17.0 };
        let room = ((HEAD_PX - 12.0) / (size_px * 1.3)) as usize;
        let mut lines = wrap(&scene.sentence, self.setting.size, size_px);
        if lines.len() > room {
            lines.truncate(room);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        for (at, line) in lines.iter().enumerate() {
            self.line(out, line, MARGIN_PX, 24.0 + size_px * 1.3 * at as f64, size_px);
        }
    }

    pub(super) fn legend(&self, out: &mut String, scene: &Scene, size: Size, top_px: f64) {
        let (columns, column_px) = (columns(scene, size), column_px(scene));
        for (at, entry) in scene.legend.entries.iter().enumerate() {
            let x_px = MARGIN_PX + column_px * (at % columns) as f64;
            let y_px = top_px + MARGIN_PX + LINE_PX * (at / columns) as f64;
            self.entry(out, entry, x_px, y_px);
        }
        let lines = scene.legend.entries.len().div_ceil(columns) as f64;
        for (at, line) in wrap(scene.legend.policy, size, 11.0).iter().enumerate() {
            self.line(out, line, MARGIN_PX, top_px + MARGIN_PX + 8.0 + LINE_PX * lines + 15.0 * at as f64, 11.0);
        }
    }

    fn entry(&self, out: &mut String, entry: &Entry, x_px: f64, y_px: f64) {
        match &entry.swatch {
            Swatch::Fill(paint) => {
                for fill in self.fills(paint) {
                    out.push_str("<rect x=\"");
                    number(x_px, out);
                    out.push_str("\" y=\"");
                    number(y_px - 7.0, out);
                    out.push_str("\" width=\"26\" height=\"14\" fill=\"");
                    out.push_str(&fill);
                    out.push_str("\"/>\n");
                }
            }
            Swatch::Line(pen) => {
                out.push_str("<path fill=\"none\" ");
                self.pen(out, *pen);
                out.push_str(" d=\"M");
                number(x_px, out);
                out.push(' ');
                number(y_px, out);
                out.push('h');
                number(SWATCH_PX, out);
                out.push_str("\"/>\n");
            }
        }
        self.line(out, &words_of(entry), x_px + SWATCH_PX + 8.0, y_px + 4.0, ENTRY_PX);
    }

    fn line(&self, out: &mut String, words: &str, x_px: f64, y_px: f64, size_px: f64) {
        out.push_str("<text font-family=\"system-ui, sans-serif\" font-size=\"");
        number(size_px, out);
        out.push_str("\" fill=\"");
        out.push_str(&self.colour(Colour::Label));
        out.push_str("\" x=\"");
        number(x_px, out);
        out.push_str("\" y=\"");
        number(y_px, out);
        out.push_str("\">");
        text(words, out);
        out.push_str("</text>\n");
    }
}
