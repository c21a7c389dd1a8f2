//! A whole topology on the plane: filled shapes, open borders, the sphere's rim and the graticule.

use crate::cap::Cap;
use crate::clip::rejoin::Rejoin;
use crate::clip::{Clip, NUDGE_DEG, Reach};
use crate::contains::polygon_contains;
use crate::graticule::graticule;
use crate::path::Path;
use crate::point::{PlanePoint, UnitVector};
use crate::projection::rotation::Rotation;
use crate::projection::{Projection, ProjectionKind};
use crate::resample::{Decimate, Resample};
use crate::sink::Sink;
use crate::topology::{Polygon, Ring, Topology};

static EMPTY: Path = Path { points: Vec::new(), starts: Vec::new(), closed: false };

/// A topology under a projection. Make it anew with [`Plane::update`] when the projection changes: the memory is used again.
#[derive(Clone, Debug, Default)]
pub struct Plane {
    view: PlaneView,
    arcs: Vec<Line>,
    shapes: Vec<Path>,
    rejoin: Rejoin,
}

/// What a plane shows and how finely.
#[derive(Clone, Copy, Debug, Default)]
struct PlaneView {
    kind: ProjectionKind,
    projection: Projection,
    rotation: Option<Rotation>,
    tolerance: f64,
}

/// A projected arc in pieces, with the edge positions of each piece's ends. An uncut arc has no positions.
#[derive(Clone, Debug, Default)]
struct Line {
    path: Path,
    cuts: Vec<[Option<f64>; 2]>,
}

impl Sink<PlanePoint> for Line {
    fn line_start(&mut self, edge: Option<f64>) {
        self.path.start();
        self.cuts.push([edge, None]);
    }

    fn point(&mut self, point: PlanePoint) {
        self.path.points.push(point.into());
    }

    fn line_end(&mut self, edge: Option<f64>) {
        if let Some([_, end]) = self.cuts.last_mut() {
            *end = edge;
        }
    }
}

impl PlaneView {
    fn new(projection: &Projection, tolerance: f64) -> Self {
        let nudged = projection.centre_lon_deg + NUDGE_DEG;
        Self {
            kind: projection.kind,
            projection: *projection,
            rotation: Some(Rotation::to_centre(nudged, projection.centre_lat_deg)),
            tolerance: tolerance.max(0.0),
        }
    }

    fn clip(&self) -> Clip {
        Clip::of(self.kind)
    }

    fn rotated(&self, place: UnitVector) -> UnitVector {
        self.rotation.map_or(place, |rotation| rotation.apply(place))
    }

    fn reach(&self, cap: Cap) -> Reach {
        let centre = self.rotated(cap.centre);
        self.clip().reach(Cap { centre, ..cap })
    }

    /// How far apart points along the clip's edge may be to stray from its curve by no more than the tolerance.
    fn edge_step_rad(&self) -> f64 {
        (4.0 * self.tolerance).sqrt().clamp(0.002, 0.09)
    }

    /// A line of places: rotated, cut, bent, thinned.
    fn line(&self, places: impl Iterator<Item = UnitVector>, reach: Reach, out: &mut dyn Sink<PlanePoint>) {
        let mut thin = Decimate::new(self.tolerance, out);
        let mut bend = Resample::new(self.kind, self.tolerance, &mut thin);
        let rotated = places.map(|place| self.rotated(place));
        match reach {
            Reach::Hidden => {}
            Reach::Whole => {
                bend.line_start(None);
                rotated.for_each(|place| bend.point(place));
                bend.line_end(None);
            }
            Reach::Cut => self.clip().line(rotated, &mut bend),
        }
    }

    /// The rim of the whole map.
    fn sphere(&self, out: &mut Path) {
        let clip = self.clip();
        out.start();
        let project = |place| self.kind.forward(place).into();
        clip.walk_edge(0.0, std::f64::consts::TAU, self.edge_step_rad(), |place| {
            out.points.push(project(place));
        });
    }
}

impl Plane {
    /// Projects everything. `tolerance` in plane units (half a pixel divided by the sphere's radius in pixels is right): how
    /// far edges may stray from their great circles, and lines from the points they leave out.
    pub fn new(topology: &Topology, projection: &Projection, tolerance: f64) -> Self {
        let mut plane = Self::default();
        plane.update(topology, projection, tolerance);
        plane
    }

    /// Projects everything anew into the same memory.
    pub fn update(&mut self, topology: &Topology, projection: &Projection, tolerance: f64) {
        let view = PlaneView::new(projection, tolerance);
        self.view = view;
        self.arcs.resize_with(topology.arcs().len(), Line::default);
        for (arc, line) in topology.arcs().iter().zip(&mut self.arcs) {
            line.path.clear();
            line.cuts.clear();
            view.line(arc.points().iter().copied(), view.reach(arc.cap()), line);
        }
        self.shapes.resize_with(topology.shapes().len(), || Path::new(true));
        for (shape, path) in topology.shapes().iter().zip(&mut self.shapes) {
            path.clear();
            for polygon in &shape.polygons {
                fill(&view, topology, &self.arcs, polygon, &mut self.rejoin, path);
            }
            if let (true, Some(largest)) = (path.is_empty(), shape.polygons.first()) {
                speck(&view, topology, largest, path);
            }
        }
    }

    /// The projection last used.
    pub fn projection(&self) -> &Projection {
        &self.view.projection
    }

    /// The shape's visible land as closed rings, to be filled even-odd or non-zero; empty out of sight and for mere points.
    pub fn shape(&self, index: usize) -> &Path {
        self.shapes.get(index).unwrap_or(&EMPTY)
    }

    /// The arc's visible parts as open lines, to be stroked: without the clip's edge.
    pub fn arc(&self, index: usize) -> &Path {
        self.arcs.get(index).map_or(&EMPTY, |line| &line.path)
    }

    /// The rim of the map: the globe's disc, or the frame that the flat map fills.
    pub fn sphere(&self) -> Path {
        let mut path = Path::new(true);
        self.view.sphere(&mut path);
        path
    }

    /// Meridians and parallels every `step_deg` degrees, as open lines.
    pub fn graticule(&self, step_deg: f64) -> Path {
        let mut path = Path::new(false);
        for line in graticule(step_deg) {
            self.view.line(line.into_iter(), Reach::Cut, &mut path);
        }
        path
    }

    /// A line of places under this projection, edges along great circles: for links between places.
    pub fn line(&self, places: impl Iterator<Item = UnitVector>) -> Path {
        line_path(places, &self.view.projection, self.view.tolerance)
    }
}

/// A line of places under a projection, edges along great circles. `tolerance` as in [`Plane::new`].
pub fn line_path(places: impl Iterator<Item = UnitVector>, projection: &Projection, tolerance: f64) -> Path {
    let mut path = Path::new(false);
    PlaneView::new(projection, tolerance).line(places, Reach::Cut, &mut path);
    path
}

/// Strings a polygon's arcs together, closes what was cut, and writes the rings.
fn fill(view: &PlaneView, topology: &Topology, arcs: &[Line], polygon: &Polygon, rejoin: &mut Rejoin, out: &mut Path) {
    if view.reach(polygon.cap) == Reach::Hidden {
        return;
    }
    for ring in &polygon.rings {
        string(arcs, ring, rejoin);
    }
    let edge = view.clip().edge_place(1.0);
    if rejoin.is_empty() && polygon.cap.exceeds_hemisphere() {
        let edge = view.rotation.map_or(edge, |rotation| rotation.undo(edge));
        if polygon_contains(topology, polygon, edge) {
            view.sphere(out);
        }
    }
    let project = |place| view.kind.forward(place).into();
    rejoin.finish(view.clip(), view.edge_step_rad(), project, out);
}

/// One ring's pieces in the ring's own direction.
fn string(arcs: &[Line], ring: &Ring, rejoin: &mut Rejoin) {
    for arc_ref in ring {
        let Some(line) = arcs.get(arc_ref.arc) else {
            continue;
        };
        let pieces = line.path.lines().zip(&line.cuts);
        if arc_ref.reversed {
            let backwards: Vec<_> = pieces.collect();
            for (points, &[start, end]) in backwards.into_iter().rev() {
                rejoin.piece(end, start, points.iter().rev().copied());
            }
        } else {
            for (points, &[start, end]) in pieces {
                rejoin.piece(start, end, points.iter().copied());
            }
        }
    }
    rejoin.end_ring();
}

/// The outer ring as it is, where thinning has left nothing of a shape: the smallest states keep a form to zoom to.
fn speck(view: &PlaneView, topology: &Topology, polygon: &Polygon, out: &mut Path) {
    let (Reach::Whole, Some(ring)) = (view.reach(polygon.cap), polygon.rings.first()) else {
        return;
    };
    out.start();
    let places = topology.ring_points(ring);
    let points = places.map(|place| view.kind.forward(view.rotated(place)));
    out.points.extend(points.map(<[f32; 2]>::from));
}
