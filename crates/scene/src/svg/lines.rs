//! Lines of words in a picture: SVG breaks none of itself.

use super::{Printer, number, text};
use crate::camera::Size;
use crate::style::Colour;

/// Room between words and the picture's edges.
pub(super) const MARGIN_PX: f64 = 16.0;

/// How wide a letter is on average, as a share of its height; generous, so that no line runs over.
pub(super) const LETTER: f64 = 0.54;

/// Words broken into lines that fit the picture's width; a word that is longer than a line is broken too.
pub(super) fn wrap(words: &str, size: Size, size_px: f64) -> Vec<String> {
    let most = (((size.width_px - 2.0 * MARGIN_PX) / (size_px * LETTER)) as usize).max(8);
    let mut lines: Vec<(String, usize)> = Vec::new();
    for word in words.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for piece in letters.chunks(most) {
            match lines.last_mut().filter(|(_, length)| length + piece.len() < most) {
                Some((line, length)) => {
                    line.push(' ');
                    line.extend(piece);
                    *length += piece.len() + 1;
                }
                None => lines.push((piece.iter().collect(), piece.len())),
            }
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// At most so many lines; an ellipsis says that there were more.
pub(super) fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

impl Printer<'_> {
    pub(super) fn line(&self, out: &mut String, words: &str, x_px: f64, y_px: f64, size_px: f64) {
        self.weighted(out, words, (x_px, y_px), size_px, "");
    }

    pub(super) fn bold(&self, out: &mut String, words: &str, x_px: f64, y_px: f64, size_px: f64) {
        self.weighted(out, words, (x_px, y_px), size_px, "\" font-weight=\"700");
    }

    fn weighted(&self, out: &mut String, words: &str, (x_px, y_px): (f64, f64), size_px: f64, weight: &str) {
        out.push_str("<text font-family=\"system-ui, sans-serif\" font-size=\"");
        number(size_px, out);
        out.push_str(weight);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        let lines = wrap(&"x".repeat(50), Size::new(16.0 * 2.0 + 20.0 * 10.0 * LETTER, 100.0), 10.0);
        assert_eq!(lines.iter().map(String::len).collect::<Vec<_>>(), [20, 20, 10]);
        assert_eq!(cut(lines, 1), ["xxxxxxxxxxxxxxxxxxxx…"]);
    }
}
