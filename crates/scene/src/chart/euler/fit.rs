//! Circles whose regions are as large as the numbers ask: two exactly, three as nearly as a search finds.

use std::f64::consts::PI;

use entente_atlas::order::Order as _;

use super::circles::{Circle, MOST, Mask, REGIONS, areas, distance};

/// How many countries are in exactly the circles of each mask.
pub(super) type Numbers = [usize; REGIONS];

/// Circles, and how far they stray from the numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    pub(super) circles: Vec<Circle>,
    /// The largest difference between a region's share of the drawn area and its share of the countries.
    pub(super) error: f64,
    /// Whether areas mean anything; else every overlap is drawn, the empty ones too.
    pub(super) is_to_scale: bool,
}

/// A region that is drawn smaller than this share of what it should be hides its countries.
const HIDDEN_BELOW: f64 = 0.35;
/// Worse fits are not worth being called areas.
const WORST_ERROR: f64 = 0.06;
/// Room between circles that share nothing, or of which one lies in the other, as a share of the smaller radius.
const APART: f64 = 0.08;

/// The circles of one, two or three sets, none of them empty.
pub(super) fn fit(numbers: &Numbers, sets: usize) -> Fit {
    let sets = sets.min(MOST);
    let (radii, far) = wishes(numbers, sets);
    let start = place(&radii, &far);
    let circles = if sets < 3 { start } else { search(numbers, &radii, start) };
    let error = error(numbers, &circles);
    let is_hidden = is_hidden(numbers, &circles);
    if sets == 3 && (error > WORST_ERROR || is_hidden) {
        return Fit { circles: venn(), error, is_to_scale: false };
    }
    Fit { circles, error, is_to_scale: true }
}

fn in_all(numbers: &Numbers, all: Mask) -> f64 {
    numbers.iter().enumerate().filter(|(mask, _)| mask & all == all).map(|(_, count)| *count as f64).sum()
}

/// The radius of each circle, and how far every two should be from each other.
fn wishes(numbers: &Numbers, sets: usize) -> (Vec<f64>, [[f64; MOST]; MOST]) {
    let radii: Vec<f64> = (0..sets).map(|set| (in_all(numbers, 1 << set) / PI).sqrt()).collect();
    let mut far = [[0.0; MOST]; MOST];
    for (a, row) in far.iter_mut().enumerate() {
        for (b, far) in row.iter_mut().enumerate() {
            if let (Some(first), Some(second), true) = (radii.get(a), radii.get(b), a != b) {
                let shared = in_all(numbers, 1 << a | 1 << b);
                let (near, apart) = (distance(*first, *second, shared), APART * first.min(*second));
                let is_within = shared >= in_all(numbers, 1 << a).min(in_all(numbers, 1 << b));
                *far = match (shared == 0.0, is_within) {
                    (true, _) => near + apart,
                    // A search does better from circles that touch.
                    (_, true) if sets < 3 => (near - apart).max(0.0),
                    _ => near,
                };
            }
        }
    }
    (radii, far)
}

/// The first on the left, the second on the right, the third below, as far from both as can be had.
fn place(radii: &[f64], far: &[[f64; MOST]; MOST]) -> Vec<Circle> {
    let [[_, ab, ac], [_, _, bc], _] = *far;
    let (x, y) = match ab > 0.0 {
        true => {
            let x = (ab * ab + ac * ac - bc * bc) / (2.0 * ab);
            (x, (ac * ac - x * x).max(0.0).sqrt())
        }
        false => (0.0, ac),
    };
    let places = [(0.0, 0.0), (ab, 0.0), (x, y)];
    radii.iter().zip(places).map(|(r, (x, y))| Circle { x, y, r: *r }).collect()
}

/// How badly the regions fit, as a sum of squares.
fn loss(numbers: &Numbers, circles: &[Circle]) -> f64 {
    let areas = areas(circles);
    areas.iter().zip(numbers).map(|(area, count)| (area - *count as f64).powi(2)).sum()
}

fn error(numbers: &Numbers, circles: &[Circle]) -> f64 {
    let areas = areas(circles);
    let (drawn, all) = (areas.iter().sum::<f64>(), numbers.iter().sum::<usize>() as f64);
    if drawn <= 0.0 || all <= 0.0 {
        return 1.0;
    }
    areas.iter().zip(numbers).map(|(area, count)| (area / drawn - *count as f64 / all).abs()).fold(0.0, f64::max)
}

fn is_hidden(numbers: &Numbers, circles: &[Circle]) -> bool {
    areas(circles).iter().zip(numbers).any(|(area, count)| *area < HIDDEN_BELOW * *count as f64)
}

/// Three circles of one size, every region open.
fn venn() -> Vec<Circle> {
    let at = |x: f64, y: f64| Circle { x, y, r: 1.0 };
    vec![at(0.0, 0.0), at(1.06, 0.0), at(0.53, 0.918)]
}

/// A corner of the search: nine numbers, and how badly they fit.
type Corner = ([f64; 9], f64);

const MOST_STEPS: usize = 1200;

/// Circles that stray by so little of the sum of squares of the numbers need no further search: scrubbing through time makes many.
const EXACT: f64 = 1e-7;

/// Nelder and Mead's search from the wish and from its variations; the best of them.
fn search(numbers: &Numbers, radii: &[f64], start: Vec<Circle>) -> Vec<Circle> {
    let widest = radii.iter().copied().fold(0.0, f64::max);
    let whole: f64 = numbers.iter().map(|count| (*count as f64).powi(2)).sum();
    let mut best = (loss(numbers, &start), start.clone());
    for (x, y) in [(0.0, 0.0), (0.3, 0.2), (-0.3, 0.2), (0.0, -0.5), (0.0, 0.5)] {
        let mut from = start.clone();
        if let Some(last) = from.last_mut() {
            (last.x, last.y) = (last.x + x * widest, last.y + y * widest);
        }
        let found = descend(numbers, &from, widest * 0.15);
        let how = loss(numbers, &found);
        if how < best.0 {
            best = (how, found);
        }
        if best.0 < EXACT * whole {
            break;
        }
    }
    best.1
}

fn circles_of(values: &[f64; 9]) -> Vec<Circle> {
    values
        .chunks_exact(3)
        .map(|of| match of {
            [x, y, r] => Circle { x: *x, y: *y, r: r.abs() },
            _ => Circle { x: 0.0, y: 0.0, r: 0.0 },
        })
        .collect()
}

fn descend(numbers: &Numbers, from: &[Circle], step: f64) -> Vec<Circle> {
    let mut first = [0.0; 9];
    let values = from.iter().flat_map(|circle| [circle.x, circle.y, circle.r]);
    first.iter_mut().zip(values).for_each(|(place, value)| *place = value);
    let rated = |values: [f64; 9]| (values, loss(numbers, &circles_of(&values)));
    let mut corners: Vec<Corner> = vec![rated(first)];
    for at in 0..first.len() {
        let mut moved = first;
        if let Some(value) = moved.get_mut(at) {
            *value += step;
        }
        corners.push(rated(moved));
    }
    for _ in 0..MOST_STEPS {
        corners.order_by(|a, b| a.1.total_cmp(&b.1));
        let spread = corners.last().map_or(0.0, |worst| worst.1) - corners.first().map_or(0.0, |best| best.1);
        if spread < 1e-9 {
            break;
        }
        turn(&mut corners, &rated);
    }
    corners.order_by(|a, b| a.1.total_cmp(&b.1));
    corners.first().map(|best| circles_of(&best.0)).unwrap_or_default()
}

/// One step: the worst corner is turned over the others, farther if that is good, back if it is not; else all draw in.
fn turn(corners: &mut Vec<Corner>, rated: &dyn Fn([f64; 9]) -> Corner) {
    let Some(worst) = corners.pop() else { return };
    let (Some(best), Some(second)) = (corners.first().copied(), corners.last().copied()) else { return };
    let mut middle = [0.0; 9];
    for corner in corners.iter() {
        middle.iter_mut().zip(corner.0).for_each(|(sum, value)| *sum += value / 9.0);
    }
    let over = |by: f64| {
        let mut moved = middle;
        moved.iter_mut().zip(worst.0).for_each(|(value, from)| *value += by * (*value - from));
        rated(moved)
    };
    let turned = over(1.0);
    let next = if turned.1 < best.1 {
        let farther = over(2.0);
        if farther.1 < turned.1 { farther } else { turned }
    } else if turned.1 < second.1 {
        turned
    } else {
        over(if turned.1 < worst.1 { 0.5 } else { -0.5 })
    };
    if next.1 < worst.1 {
        corners.push(next);
        return;
    }
    corners.push(worst);
    for corner in corners.iter_mut().skip(1) {
        let mut moved = corner.0;
        moved.iter_mut().zip(best.0).for_each(|(value, to)| *value = (*value + to) / 2.0);
        *corner = rated(moved);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sets_are_drawn_exactly() {
        for numbers in
            [[0, 5, 8, 7, 0, 0, 0, 0], [0, 0, 20, 7, 0, 0, 0, 0], [0, 3, 9, 0, 0, 0, 0, 0], [0, 0, 0, 4, 0, 0, 0, 0]]
        {
            let fit = fit(&numbers, 2);
            assert!(fit.is_to_scale && fit.error < 1e-4, "{numbers:?}: {}", fit.error);
        }
    }

    #[test]
    fn three_sets_that_circles_can_show_are_found() {
        // Taken from circles, so that an exact answer exists.
        let circles = [
            Circle { x: 0.0, y: 0.0, r: 30.0 },
            Circle { x: 31.0, y: 0.0, r: 25.0 },
            Circle { x: 14.0, y: 22.0, r: 20.0 },
        ];
        let mut numbers = [0; REGIONS];
        for (mask, area) in areas(&circles).into_iter().enumerate() {
            numbers[mask] = area.round() as usize;
        }
        let fit = fit(&numbers, 3);
        assert!(fit.is_to_scale && fit.error < 0.002, "{}", fit.error);
    }

    #[test]
    fn what_circles_cannot_show_is_not_called_areas() {
        // Everyone is in exactly two of the three.
        let fit = fit(&[0, 0, 0, 10, 0, 10, 10, 0], 3);
        assert!(!fit.is_to_scale);
    }
}
