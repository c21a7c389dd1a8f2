//! Where the circles lie on the page, and where each says its name.

use super::circles::Circle;
use super::names::Block;
use crate::chart::letters::width_px;

/// Room for names above and below the circles.
pub(super) const LABEL_PX: f64 = 26.0;
pub(super) const LABEL_SIZE_PX: f64 = 13.0;
/// A disc of the circle's colour stands before its name.
pub(super) const DISC_PX: f64 = 14.0;

/// Circles in pixels, in a picture that is so high.
pub(super) struct Placed {
    pub(super) circles: Vec<Circle>,
    pub(super) height_px: f64,
}

/// Turned so that they fill the room best, the first left of or above the others.
pub(super) fn placed(circles: &[Circle], width_px: f64) -> Placed {
    let high_px = if width_px < 480.0 { width_px * 1.2 } else { (width_px * 0.62).min(540.0) };
    let mut best: Option<(f64, Vec<Circle>)> = None;
    for quarter in 0..=6 {
        let angle = f64::from(quarter) * 15.0_f64.to_radians();
        let (sin, cos) = angle.sin_cos();
        let turned: Vec<Circle> = (circles.iter())
            .map(|circle| Circle {
                x: circle.x * cos - circle.y * sin,
                y: circle.x * sin + circle.y * cos,
                r: circle.r,
            })
            .collect();
        let [left, top, right, bottom] = bounds(&turned);
        let scale = ((width_px - 4.0) / (right - left)).min((high_px - 2.0 * LABEL_PX) / (bottom - top));
        if best.as_ref().is_none_or(|(most, _)| scale > most * 1.02) {
            best = Some((scale, turned));
        }
    }
    let (scale, turned) = best.unwrap_or((1.0, Vec::new()));
    let [left, top, right, bottom] = bounds(&turned);
    let x_px = (width_px - (right - left) * scale) / 2.0;
    let place = |circle: &Circle| Circle {
        x: (circle.x - left) * scale + x_px,
        y: (circle.y - top) * scale + LABEL_PX,
        r: circle.r * scale,
    };
    Placed { circles: turned.iter().map(place).collect(), height_px: (bottom - top) * scale + 2.0 * LABEL_PX }
}

/// Left, top, right and bottom of all.
fn bounds(circles: &[Circle]) -> Block {
    circles.iter().fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[left, top, right, bottom], circle| {
        let Circle { x, y, r } = circle;
        [left.min(x - r), top.min(y - r), right.max(x + r), bottom.max(y + r)]
    })
}

/// Where each name stands: beside its own circle, off the others, off the names before it, and within the page.
pub(super) fn labels(placed: &Placed, words: &[String], width_px: f64) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (at, words) in words.iter().enumerate() {
        let wide_px = width_px_of(words);
        let Some(circle) = placed.circles.get(at) else { break };
        let candidates = [-90.0, 90.0, -125.0, -55.0, 125.0, 55.0, -145.0, -35.0, 145.0, 35.0_f64];
        let mut best: Option<(f64, Block)> = None;
        for degrees in candidates {
            let block = beside(circle, degrees.to_radians(), wide_px, (width_px, placed.height_px));
            let cost = cost(&block, at, placed, &blocks);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, block));
            }
        }
        blocks.extend(best.map(|(_, block)| block));
    }
    blocks
}

fn width_px_of(words: &str) -> f64 {
    // Of heavy letters.
    DISC_PX + 1.12 * width_px(words, LABEL_SIZE_PX)
}

/// A block outside the circle in that direction, pushed into the page.
fn beside(circle: &Circle, angle: f64, wide_px: f64, (width_px, height_px): (f64, f64)) -> Block {
    let high_px = 18.0;
    let (x, y) = circle.at(angle);
    let (sin, cos) = angle.sin_cos();
    let left = x + cos * 6.0 - wide_px * (1.0 - cos) / 2.0;
    let top = y + sin * 5.0 - high_px * (1.0 - sin) / 2.0;
    let left = left.min(width_px - wide_px).max(0.0);
    let top = top.min(height_px - high_px).max(0.0);
    [left, top, left + wide_px, top + high_px]
}

/// How much of the block lies where it should not.
fn cost(block: &Block, own: usize, placed: &Placed, others: &[Block]) -> f64 {
    let [left, top, right, bottom] = *block;
    let meets = |other: &&Block| other[0] < right && left < other[2] && other[1] < bottom && top < other[3];
    let covered = others.iter().filter(meets).count();
    let points = (0..=6).flat_map(|step| {
        let x = left + (right - left) * f64::from(step) / 6.0;
        [(x, top), (x, bottom)]
    });
    let mut cost = 100.0 * covered as f64;
    for point in points {
        for (at, circle) in placed.circles.iter().enumerate() {
            if circle.holds(point) {
                cost += if at == own { 1.5 } else { 1.0 };
            }
        }
    }
    cost
}
