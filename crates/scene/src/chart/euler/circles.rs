//! Circles that overlap: the arcs they cut one another into, and the exact areas of the regions between.

use std::f64::consts::{PI, TAU};

use entente_atlas::order::Order as _;

/// A circle; y runs down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Circle {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) r: f64,
}

/// Which circles a region lies in: circle `n` is bit `n`.
pub(super) type Mask = usize;

/// Circles that a diagram has at most, and the regions of as many.
pub(super) const MOST: usize = 3;
pub(super) const REGIONS: usize = 1 << MOST;

/// A piece of a circle's edge that no other circle cuts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Arc {
    pub(super) circle: usize,
    /// Angles, the second larger.
    pub(super) from: f64,
    pub(super) to: f64,
    /// The other circles that it lies in: inside the edge begins the region of these and the circle itself.
    pub(super) others: Mask,
}

impl Circle {
    pub(super) fn at(&self, angle: f64) -> (f64, f64) {
        (self.x + self.r * angle.cos(), self.y + self.r * angle.sin())
    }

    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        (x - self.x).powi(2) + (y - self.y).powi(2) < self.r * self.r
    }

    fn far(&self, other: &Self) -> f64 {
        ((self.x - other.x).powi(2) + (self.y - other.y).powi(2)).sqrt()
    }

    /// Whether the piece of the edge about a point lies in another circle. Of two equal circles, the second lies in the first.
    fn edge_lies_in(&self, other: &Self, middle: (f64, f64), is_second: bool) -> bool {
        let (far, larger) = (self.far(other), other.r - self.r);
        let hair = 1e-9 * (self.r + other.r);
        if far <= hair && larger.abs() <= hair {
            return is_second;
        }
        far <= larger + hair || (far < self.r + other.r - hair && other.holds(middle))
    }

    /// The angles at which another circle cuts this one.
    fn cuts(&self, other: &Self) -> Option<[f64; 2]> {
        let far = self.far(other);
        if far >= self.r + other.r || far <= (self.r - other.r).abs() || self.r <= 0.0 {
            return None;
        }
        let middle = (other.y - self.y).atan2(other.x - self.x);
        let cosine = (far * far + self.r * self.r - other.r * other.r) / (2.0 * far * self.r);
        let half = cosine.clamp(-1.0, 1.0).acos();
        Some([middle - half, middle + half])
    }
}

/// All pieces of all edges.
pub(super) fn arcs(circles: &[Circle]) -> Vec<Arc> {
    let mut arcs = Vec::new();
    for (at, circle) in circles.iter().enumerate() {
        let others = || circles.iter().enumerate().filter(move |(other, _)| *other != at);
        let mut cuts: Vec<f64> =
            others().filter_map(|(_, other)| circle.cuts(other)).flatten().map(|angle| angle.rem_euclid(TAU)).collect();
        cuts.order_by(f64::total_cmp);
        let first = cuts.first().copied().unwrap_or(0.0);
        let ends: Vec<f64> = cuts.iter().skip(1).copied().chain([first + TAU]).collect();
        let starts = if cuts.is_empty() { vec![0.0] } else { cuts };
        for (from, to) in starts.into_iter().zip(ends) {
            let middle = circle.at((from + to) / 2.0);
            let is_inside = |(place, other): &(usize, &Circle)| circle.edge_lies_in(other, middle, *place < at);
            let inside = others().filter(is_inside).fold(0, |mask, (other, _)| mask | 1 << other);
            if to > from {
                arcs.push(Arc { circle: at, from, to, others: inside });
            }
        }
    }
    arcs
}

/// The area of every region, by Green's theorem along its arcs; that of no circle is 0.
pub(super) fn areas(circles: &[Circle]) -> [f64; REGIONS] {
    let mut areas = [0.0; REGIONS];
    for arc in arcs(circles) {
        let Some(circle) = circles.get(arc.circle) else { continue };
        let turn = circle.r * (arc.to - arc.from);
        let across = circle.x * (arc.to.sin() - arc.from.sin()) - circle.y * (arc.to.cos() - arc.from.cos());
        let swept = circle.r * (turn + across) / 2.0;
        if let Some(inside) = areas.get_mut(arc.others | 1 << arc.circle) {
            *inside += swept;
        }
        if let Some(outside) = areas.get_mut(arc.others) {
            *outside -= swept;
        }
    }
    areas[0] = 0.0;
    areas
}

/// The distance at which two circles share that area; they touch, from outside or inside, where there is none such.
pub(super) fn distance(a: f64, b: f64, shared: f64) -> f64 {
    let (mut near, mut far) = ((a - b).abs(), a + b);
    if shared >= PI * a.min(b).powi(2) * 0.999_999 {
        return near;
    }
    for _ in 0..60 {
        let middle = (near + far) / 2.0;
        let pair = [Circle { x: 0.0, y: 0.0, r: a }, Circle { x: middle, y: 0.0, r: b }];
        if areas(&pair)[3] > shared { near = middle } else { far = middle }
    }
    (near + far) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> [Circle; 3] {
        [Circle { x: 0.0, y: 0.0, r: 2.0 }, Circle { x: 2.1, y: 0.3, r: 1.5 }, Circle { x: 0.9, y: -1.4, r: 1.2 }]
    }

    #[test]
    fn areas_are_those_that_counting_points_finds() {
        let circles = three();
        let mut counted = [0.0; REGIONS];
        let step = 0.01;
        for x in -400..500 {
            for y in -400..400 {
                let point = (f64::from(x) * step, f64::from(y) * step);
                let mask = (0..3).filter(|at| circles[*at].holds(point)).fold(0, |mask, at| mask | 1 << at);
                counted[mask] += step * step;
            }
        }
        for (mask, area) in areas(&circles).into_iter().enumerate().skip(1) {
            assert!((area - counted[mask]).abs() < 0.02, "{mask}: {area} is not {}", counted[mask]);
        }
    }

    #[test]
    fn one_within_another_and_one_apart_have_their_own_areas() {
        let circles =
            [Circle { x: 0.0, y: 0.0, r: 2.0 }, Circle { x: 0.5, y: 0.0, r: 1.0 }, Circle { x: 9.0, y: 0.0, r: 1.0 }];
        let areas = areas(&circles);
        for (mask, expected) in [(1, 3.0 * PI), (2, 0.0), (3, PI), (4, PI), (5, 0.0), (6, 0.0), (7, 0.0)] {
            assert!((areas[mask] - expected).abs() < 1e-9, "{mask}: {} is not {expected}", areas[mask]);
        }
    }

    #[test]
    fn circles_that_touch_from_inside_and_equal_circles_have_their_own_areas() {
        let touching = [Circle { x: 0.0, y: 0.0, r: 1.0 }, Circle { x: 1.0, y: 0.0, r: 2.0 }];
        let equal = [Circle { x: 3.0, y: 1.0, r: 1.0 }; 2];
        for (circles, expected) in [(touching, [0.0, 0.0, 3.0 * PI, PI]), (equal, [0.0, 0.0, 0.0, PI])] {
            for (area, expected) in areas(&circles).into_iter().zip(expected) {
                assert!((area - expected).abs() < 1e-9, "{circles:?}: {area} is not {expected}");
            }
        }
    }

    #[test]
    fn two_circles_share_what_they_are_asked_to() {
        for shared in [0.0, 0.5, 1.0, 2.0, 3.1] {
            let far = distance(1.0, 1.7, shared);
            let pair = [Circle { x: 0.0, y: 0.0, r: 1.0 }, Circle { x: far, y: 0.0, r: 1.7 }];
            assert!((areas(&pair)[3] - shared).abs() < 1e-6, "{shared} at {far}");
        }
    }
}
