//! Words set into a region of any form, line by line, as large as they fit.

use super::circles::{Circle, Mask};
use super::region::pieces;
use crate::chart::letters::width_px;

/// A rectangle that words keep clear of: left, top, right, bottom.
pub(super) type Block = [f64; 4];

/// Where words can go.
pub(super) struct Room<'a> {
    pub(super) circles: &'a [Circle],
    pub(super) mask: Mask,
    pub(super) blocks: &'a [Block],
}

/// Words at the middle of their baseline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Set {
    pub(super) x_px: f64,
    pub(super) y_px: f64,
    pub(super) size_px: f64,
    pub(super) words: String,
}

/// The number of countries, and as much of who they are as fits.
pub(super) struct Filling {
    /// `None` where not even that fits.
    pub(super) count: Option<Set>,
    /// One for each country, or none.
    pub(super) names: Vec<Set>,
}

/// Words keep this far from the edges.
const INSET_PX: f64 = 5.0;
/// Room between two names.
const BETWEEN_PX: f64 = 9.0;
const NAME_SIZES_PX: [f64; 4] = [12.0, 11.0, 10.0, 9.0];
const CODE_SIZES_PX: [f64; 3] = [11.0, 10.0, 9.0];
const COUNT_SIZES_PX: [f64; 4] = [16.0, 13.0, 11.0, 9.0];
const MOST_LINES: usize = 60;

/// Names if they fit, else codes, else the number alone.
pub(super) fn fill(room: &Room<'_>, count: &str, names: &[String], codes: &[String]) -> Filling {
    let Some(span) = room.span() else { return Filling { count: None, names: Vec::new() } };
    let tries = NAME_SIZES_PX.iter().map(|size| (names, *size)).chain(CODE_SIZES_PX.iter().map(|size| (codes, *size)));
    for (words, size_px) in tries {
        if let Some(filling) = room.settled(span, count, words, size_px) {
            return filling;
        }
    }
    let count = COUNT_SIZES_PX.into_iter().find_map(|size_px| {
        let (x_px, y_px) = room.widest(span, size_px)?;
        let fits = room.slot(y_px, size_px).is_some_and(|(from, to)| to - from >= width_px(count, size_px));
        fits.then(|| Set { x_px, y_px: y_px + size_px * 0.36, size_px, words: count.to_owned() })
    });
    Filling { count, names: Vec::new() }
}

impl Room<'_> {
    /// From where to where the region reaches, top to bottom.
    fn span(&self) -> Option<(f64, f64)> {
        let top = self.circles.iter().map(|circle| circle.y - circle.r).fold(f64::MAX, f64::min);
        let bottom = self.circles.iter().map(|circle| circle.y + circle.r).fold(f64::MIN, f64::max);
        let inside = |y: &f64| !pieces(self.circles, self.mask, *y).is_empty();
        let heights = || (0..=160).map(|step| top + (bottom - top) * f64::from(step) / 160.0);
        Some((heights().find(inside)?, heights().rev().find(inside)?))
    }

    /// The widest free stretch of a line of that height around `y`.
    fn slot(&self, y: f64, high_px: f64) -> Option<(f64, f64)> {
        let edges = [y - high_px / 2.0, y + high_px / 2.0];
        let mut best: Option<(f64, f64)> = None;
        for (mut from, mut to) in pieces(self.circles, self.mask, y) {
            for edge in edges {
                let parts = pieces(self.circles, self.mask, edge);
                let shared = |part: &(f64, f64)| part.1.min(to) - part.0.max(from);
                let nearest = parts.iter().max_by(|a, b| shared(a).total_cmp(&shared(b)));
                (from, to) = nearest.map_or((from, from), |part| (from.max(part.0), to.min(part.1)));
            }
            (from, to) = self.clear((from + INSET_PX, to - INSET_PX), edges);
            if to > from && best.is_none_or(|(left, right)| to - from > right - left) {
                best = Some((from, to));
            }
        }
        best
    }

    /// What is left of a stretch beside the blocks.
    fn clear(&self, (mut from, mut to): (f64, f64), [top, bottom]: [f64; 2]) -> (f64, f64) {
        for [left, high, right, low] in self.blocks {
            if *high < bottom && top < *low && *left < to && from < *right {
                if left - from > to - right { to = *left } else { from = *right }
            }
        }
        (from, to)
    }

    /// The middle of the widest line.
    fn widest(&self, (top, bottom): (f64, f64), high_px: f64) -> Option<(f64, f64)> {
        let heights = (0..=40).map(|step| top + (bottom - top) * f64::from(step) / 40.0);
        let lines = heights.filter_map(|y| self.slot(y, high_px).map(|(from, to)| (to - from, (from + to) / 2.0, y)));
        lines.reduce(|best, line| if line.0 > best.0 + 0.5 { line } else { best }).map(|(_, x, y)| (x, y))
    }

    /// The number and all words in as few lines as possible, about the widest place or near it; `None` where they do not fit.
    fn settled(&self, span: (f64, f64), count: &str, words: &[String], size_px: f64) -> Option<Filling> {
        let line_px = size_px * 1.32;
        let (_, middle) = self.widest(span, line_px)?;
        let most = (((span.1 - span.0) / line_px) as usize).min(MOST_LINES);
        for lines in 2..=most.max(2) {
            for nudge in [0.0, -1.0, 1.0, -2.0, 2.0, -3.5, 3.5] {
                let first = middle + nudge * line_px - line_px * (lines as f64 - 1.0) / 2.0;
                if let Some(filling) = self.flowed(first, lines, line_px, (count, words, size_px)) {
                    return Some(filling);
                }
            }
        }
        None
    }

    /// The number on the first line, the words on those below it.
    fn flowed(&self, first: f64, lines: usize, line_px: f64, what: (&str, &[String], f64)) -> Option<Filling> {
        let (count, words, size_px) = what;
        let large_px = size_px * 1.25;
        let (from, to) = self.slot(first, large_px).filter(|(from, to)| to - from >= width_px(count, large_px))?;
        let head =
            Set { x_px: (from + to) / 2.0, y_px: first + large_px * 0.3, size_px: large_px, words: count.to_owned() };
        let (mut names, mut rest) = (Vec::new(), words);
        for line in 1..lines {
            let y = first + line_px * line as f64;
            let Some((from, to)) = self.slot(y, line_px) else { continue };
            let (mut used_px, mut fitting) = (0.0, 0);
            for word in rest {
                let more_px = width_px(word, size_px) + if fitting > 0 { BETWEEN_PX } else { 0.0 };
                if used_px + more_px > to - from {
                    break;
                }
                (used_px, fitting) = (used_px + more_px, fitting + 1);
            }
            let (now, later) = rest.split_at_checked(fitting).unwrap_or((rest, &[]));
            let mut x_px = (from + to - used_px) / 2.0;
            for word in now {
                let wide_px = width_px(word, size_px);
                names.push(Set { x_px: x_px + wide_px / 2.0, y_px: y + size_px * 0.36, size_px, words: word.clone() });
                x_px += wide_px + BETWEEN_PX;
            }
            rest = later;
        }
        rest.is_empty().then_some(Filling { count: Some(head), names })
    }
}
