//! From the sphere to the plane point by point: long edges bent as the projection bends them, crowded points left out.

use crate::point::{PlanePoint, UnitVector};
use crate::projection::ProjectionKind;
use crate::sink::Sink;

/// An edge is halved at most this often.
const MOST_HALVINGS: u32 = 12;
/// Edges longer than about 20° are halved whatever they look like, and nearer the poles, where meridians crowd, shorter ones
/// too: their middle may lie on the chord by chance.
const LONGEST: f64 = 0.06;

/// Projects rotated places and puts further points on edges that would else stray from their great circle by more than
/// `tolerance` plane units. Adaptive like d3-geo's `projection/resample.js` (ISC licence).
pub struct Resample<'a, S> {
    kind: ProjectionKind,
    tolerance: f64,
    sink: &'a mut S,
    last: Option<(UnitVector, PlanePoint)>,
}

impl<'a, S: Sink<PlanePoint>> Resample<'a, S> {
    /// A stage before `sink`; `tolerance` in plane units.
    pub fn new(kind: ProjectionKind, tolerance: f64, sink: &'a mut S) -> Self {
        Self { kind, tolerance: tolerance.max(1e-9), sink, last: None }
    }

    /// Whether an edge may stray at all. A great circle of angle θ strays by at most θ²/8 times the tangent of the latitude; short
    /// edges, nearly all, need no midpoint.
    fn may_stray(&self, a: UnitVector, b: UnitVector) -> bool {
        1.0 - a.dot(b) > 2.0 * self.tolerance * (1.0 - b.z * b.z)
    }

    fn between(&mut self, a: (UnitVector, PlanePoint), b: (UnitVector, PlanePoint), halvings: u32) {
        let (dx, dy) = (b.1.x - a.1.x, b.1.y - a.1.y);
        let squared = dx * dx + dy * dy;
        if halvings == 0 || squared < 4.0 * self.tolerance * self.tolerance {
            return;
        }
        let place = a.0.midpoint(b.0);
        let middle = self.kind.forward(place);
        let (mx, my) = (middle.x - a.1.x, middle.y - a.1.y);
        let off_chord = (dy * mx - dx * my).abs() > self.tolerance * squared.sqrt();
        let off_middle = ((dx * mx + dy * my) / squared - 0.5).abs() > 0.3;
        if off_chord || off_middle || too_long(a.0, b.0) {
            self.between(a, (place, middle), halvings - 1);
            self.sink.point(middle);
            self.between((place, middle), b, halvings - 1);
        }
    }
}

/// Whether the edge is long beside its distance from the map's poles.
fn too_long(a: UnitVector, b: UnitVector) -> bool {
    1.0 - a.dot(b) > LONGEST * (1.0 - (a.z * a.z).max(b.z * b.z))
}

impl<S: Sink<PlanePoint>> Sink<UnitVector> for Resample<'_, S> {
    fn line_start(&mut self, edge: Option<f64>) {
        self.last = None;
        self.sink.line_start(edge);
    }

    fn point(&mut self, place: UnitVector) {
        let here = (place, self.kind.forward(place));
        if let Some(last) = self.last
            && self.may_stray(last.0, place)
        {
            self.between(last, here, MOST_HALVINGS);
        }
        self.sink.point(here.1);
        self.last = Some(here);
    }

    fn line_end(&mut self, edge: Option<f64>) {
        self.sink.line_end(edge);
    }
}

/// Leaves out points as long as no line strays by more than half a tolerance; a line's two ends stay.
///
/// One pass, as in Zhao and Saalfeld's sleeve-fitting (1997): from the last kept point, the directions of lines that pass every
/// point since then closely enough are a sector, which narrows from point to point until one lies outside.
pub struct Decimate<'a> {
    reach: f64,
    sink: &'a mut dyn Sink<PlanePoint>,
    kept: Option<PlanePoint>,
    waiting: Option<PlanePoint>,
    /// The sector's two sides, from the right to the left one; none while all points are within reach of the kept one.
    sector: Option<[PlanePoint; 2]>,
    farthest: f64,
}

impl<'a> Decimate<'a> {
    /// A stage before `sink`; `tolerance` in plane units.
    pub fn new(tolerance: f64, sink: &'a mut dyn Sink<PlanePoint>) -> Self {
        Self { reach: tolerance / 2.0, sink, kept: None, waiting: None, sector: None, farthest: 0.0 }
    }

    fn keep(&mut self, point: PlanePoint) {
        (self.kept, self.waiting, self.sector, self.farthest) = (Some(point), None, None, 0.0);
        self.sink.point(point);
    }

    /// Whether a line may end so far from the kept point: not aside of the sector, and not back along it.
    fn holds(&self, step: PlanePoint, distance: f64) -> bool {
        let within = |[right, left]: [PlanePoint; 2]| turn(right, step) >= 0.0 && turn(step, left) >= 0.0;
        distance >= self.farthest - self.reach && self.sector.is_none_or(within)
    }

    fn narrow(&mut self, step: PlanePoint, distance: f64) {
        self.farthest = self.farthest.max(distance);
        if distance <= self.reach {
            return;
        }
        let sin = self.reach / distance;
        let cos = (1.0 - sin * sin).sqrt();
        let turned = |sin: f64| PlanePoint::new(step.x * cos - step.y * sin, step.x * sin + step.y * cos);
        let [right, left] = [turned(-sin), turned(sin)];
        self.sector = Some(self.sector.map_or([right, left], |[old_right, old_left]| {
            [
                if turn(old_right, right) > 0.0 { right } else { old_right },
                if turn(left, old_left) > 0.0 { left } else { old_left },
            ]
        }));
    }
}

/// Positive where `b` lies to the left of `a`, seen from where both begin.
fn turn(a: PlanePoint, b: PlanePoint) -> f64 {
    a.x * b.y - a.y * b.x
}

impl Sink<PlanePoint> for Decimate<'_> {
    fn line_start(&mut self, edge: Option<f64>) {
        (self.kept, self.waiting) = (None, None);
        self.sink.line_start(edge);
    }

    fn point(&mut self, point: PlanePoint) {
        let Some(kept) = self.kept else { return self.keep(point) };
        let step_from = |from: PlanePoint| {
            let step = PlanePoint::new(point.x - from.x, point.y - from.y);
            (step, (step.x * step.x + step.y * step.y).sqrt())
        };
        let (mut step, mut distance) = step_from(kept);
        if let Some(waiting) = self.waiting
            && !self.holds(step, distance)
        {
            self.keep(waiting);
            (step, distance) = step_from(waiting);
        }
        self.narrow(step, distance);
        self.waiting = Some(point);
    }

    fn line_end(&mut self, edge: Option<f64>) {
        if let Some(last) = self.waiting.take() {
            self.sink.point(last);
        }
        self.sink.line_end(edge);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::Path;

    const TOLERANCE: f64 = 0.4;

    fn thinned(points: &[PlanePoint]) -> Vec<PlanePoint> {
        let mut path = Path::new(false);
        let mut thin = Decimate::new(TOLERANCE, &mut path);
        thin.line_start(None);
        points.iter().for_each(|point| thin.point(*point));
        thin.line_end(None);
        path.points.into_iter().map(PlanePoint::from).collect()
    }

    fn coast(points: usize, step: f64) -> Vec<PlanePoint> {
        let mut seed = 7_u64;
        let mut random = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
        };
        let mut at = PlanePoint::new(0.0, 0.0);
        (0..points)
            .map(|_| {
                at = PlanePoint::new(at.x + step * (random() + 0.2), at.y + step * random());
                at
            })
            .collect()
    }

    fn distance_to(line: &[PlanePoint], point: PlanePoint) -> f64 {
        let to_edge = |pair: &[PlanePoint]| {
            let (from, to) = (pair[0], pair[1]);
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let share = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy).max(1e-12);
            let share = share.clamp(0.0, 1.0);
            PlanePoint::new(from.x + share * dx, from.y + share * dy).distance(point)
        };
        line.windows(2).map(to_edge).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn no_point_left_out_is_farther_from_the_line_than_the_tolerance() {
        for step in [0.05, 0.3, 1.0, 4.0] {
            let coast = coast(2000, step);
            let thin = thinned(&coast);
            assert!(thin.len() < coast.len() && thin.first() == coast.first().map(rounded).as_ref());
            for point in &coast {
                assert!(distance_to(&thin, *point) < TOLERANCE, "step {step}: {point:?}");
            }
        }
    }

    #[test]
    fn a_straight_line_is_its_two_ends_and_a_spike_stays() {
        let straight: Vec<_> = (0..50).map(|x| PlanePoint::new(f64::from(x), 0.1)).collect();
        assert_eq!(thinned(&straight).len(), 2);
        let spike = [[0.0, 0.0], [9.0, 0.0], [0.0, 0.0]].map(|[x, y]| PlanePoint::new(x, y));
        assert_eq!(thinned(&spike), spike);
    }

    fn rounded(point: &PlanePoint) -> PlanePoint {
        PlanePoint::from(<[f32; 2]>::from(*point))
    }
}
