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

/// Leaves out points nearer than a tolerance to the last kept; a line's two ends stay.
pub struct Decimate<'a> {
    squared_tolerance: f64,
    sink: &'a mut dyn Sink<PlanePoint>,
    kept: Option<PlanePoint>,
    waiting: Option<PlanePoint>,
}

impl<'a> Decimate<'a> {
    /// A stage before `sink`; `tolerance` in plane units.
    pub fn new(tolerance: f64, sink: &'a mut dyn Sink<PlanePoint>) -> Self {
        Self { squared_tolerance: tolerance * tolerance, sink, kept: None, waiting: None }
    }
}

impl Sink<PlanePoint> for Decimate<'_> {
    fn line_start(&mut self, edge: Option<f64>) {
        (self.kept, self.waiting) = (None, None);
        self.sink.line_start(edge);
    }

    fn point(&mut self, point: PlanePoint) {
        if let Some(kept) = self.kept {
            let (dx, dy) = (point.x - kept.x, point.y - kept.y);
            if dx * dx + dy * dy < self.squared_tolerance {
                self.waiting = Some(point);
                return;
            }
        }
        (self.kept, self.waiting) = (Some(point), None);
        self.sink.point(point);
    }

    fn line_end(&mut self, edge: Option<f64>) {
        if let Some(last) = self.waiting.take() {
            self.sink.point(last);
        }
        self.sink.line_end(edge);
    }
}
