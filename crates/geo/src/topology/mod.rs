//! Shapes made of shared arcs: a border between two shapes is stored once.

mod build;
pub mod codec;
mod crossings;
mod grid;
mod junctions;
mod repair;
mod rings;
pub mod simplify;
mod stitch;
pub mod thin;

use crate::cap::Cap;
use crate::feature::{Feature, Notice};
use crate::point::{LonLat, UnitVector};

/// A line between two junctions, or a closed line (last point equal to the first) without any.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    points: Vec<UnitVector>,
    cap: Cap,
}

impl Arc {
    /// An arc through these points; one that ends where it begins is closed.
    pub fn new(points: Vec<UnitVector>) -> Self {
        let cap = Cap::around(points.iter().copied());
        Self { points, cap }
    }

    /// The points in order, as unit vectors.
    pub fn points(&self) -> &[UnitVector] {
        &self.points
    }

    /// A cap around all points.
    pub fn cap(&self) -> Cap {
        self.cap
    }

    /// Whether the arc is a ring by itself.
    pub fn is_closed(&self) -> bool {
        self.points.len() > 3 && self.points.first() == self.points.last()
    }
}

/// An arc in the direction in which a ring runs through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ArcRef {
    /// Place in [`Topology::arcs`].
    pub arc: usize,
    /// Whether the ring runs against the arc's own order.
    pub reversed: bool,
}

impl ArcRef {
    /// The same arc the other way.
    #[must_use]
    pub fn opposite(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }
}

/// A closed line of arcs, each beginning where the one before ends; the inside is on the left.
pub type Ring = Vec<ArcRef>;

/// One connected area with its holes.
#[derive(Clone, Debug, PartialEq)]
pub struct Polygon {
    /// The outer ring, then the holes.
    pub rings: Vec<Ring>,
    /// A cap around the outer ring.
    pub cap: Cap,
    /// The area less its holes, in steradians.
    pub area_sr: f64,
}

/// One country's land.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// By what the rest of the program knows it: ISO 3166-1 alpha-3 or a like code.
    pub key: String,
    /// What the source calls it.
    pub name: String,
    /// Its areas, the largest first; none for a place that is only a point.
    pub polygons: Vec<Polygon>,
    /// Set for a place without extent on the map.
    pub point: Option<LonLat>,
    /// A place well inside the largest area (or the point): for a name, a dot, the end of a link.
    pub label: LonLat,
    /// All areas together at the source's detail, in steradians (4π is the whole sphere).
    pub area_sr: f64,
}

/// All shapes and the arcs they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    arcs: Vec<Arc>,
    shapes: Vec<Shape>,
    /// For each arc the shapes on its left and on its right.
    sides: Vec<(Option<usize>, Option<usize>)>,
}

impl Topology {
    /// Finds the arcs that shapes share, mends what can be mended and forgets to say so.
    pub fn from_features(features: &[Feature]) -> Self {
        build::build(features).0
    }

    /// Finds the arcs that shapes share, and tells what had to be mended.
    pub fn with_notices(features: &[Feature]) -> (Self, Vec<Notice>) {
        build::build(features)
    }

    /// Puts parts together that the caller knows to fit: every reference names an arc in `arcs`.
    pub(crate) fn from_parts(arcs: Vec<Arc>, shapes: Vec<Shape>) -> Self {
        let sides = sides(arcs.len(), &shapes);
        Self { arcs, shapes, sides }
    }

    /// All arcs.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// All shapes, in the order of their features.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The place in [`Self::shapes`] of the shape with this key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.shapes.iter().position(|shape| shape.key == key)
    }

    /// The shapes to the left and to the right of an arc; `None` is the sea.
    pub fn arc_shapes(&self, arc: usize) -> (Option<usize>, Option<usize>) {
        self.sides.get(arc).copied().unwrap_or((None, None))
    }

    /// The arcs with a shape of the set on just one side: the outer border of the set as one area.
    pub fn outline(&self, in_set: impl Fn(usize) -> bool) -> Vec<usize> {
        let inside = |side: Option<usize>| side.is_some_and(&in_set);
        let arcs = self.sides.iter().enumerate();
        arcs.filter(|&(_, &(left, right))| inside(left) != inside(right)).map(|(arc, _)| arc).collect()
    }

    /// Pairs of arcs with edges that cross, by their numbers, the lesser first: none in clean data.
    pub fn crossings(&self) -> Vec<(usize, usize)> {
        crossings::crossings(&self.arcs).into_iter().map(crossings::EdgePair::arcs).collect()
    }

    /// The points of a ring in order, the first not repeated.
    pub fn ring_points<'a>(&'a self, ring: &'a [ArcRef]) -> impl Iterator<Item = UnitVector> + Clone + 'a {
        ring_points(&self.arcs, ring)
    }
}

/// The points of an arc in the direction of the reference.
pub(crate) fn directed(arcs: &[Arc], arc_ref: ArcRef) -> impl DoubleEndedIterator<Item = UnitVector> + Clone {
    let points = arcs.get(arc_ref.arc).map_or(&[][..], Arc::points);
    let last = points.len().saturating_sub(1);
    (0..points.len()).filter_map(move |i| {
        let i = if arc_ref.reversed { last - i } else { i };
        points.get(i).copied()
    })
}

/// The points of a ring in order, the first not repeated.
pub(crate) fn ring_points<'a>(arcs: &'a [Arc], ring: &'a [ArcRef]) -> impl Iterator<Item = UnitVector> + Clone + 'a {
    ring.iter().flat_map(move |&arc_ref| {
        let count = arcs.get(arc_ref.arc).map_or(0, |arc| arc.points.len());
        directed(arcs, arc_ref).take(count.saturating_sub(1))
    })
}

/// Who lies to the left and right of each arc, from the rings that run through it.
fn sides(arc_count: usize, shapes: &[Shape]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut sides = vec![(None, None); arc_count];
    for (index, shape) in shapes.iter().enumerate() {
        let rings = shape.polygons.iter().flat_map(|polygon| &polygon.rings);
        for arc_ref in rings.flatten() {
            if let Some((left, right)) = sides.get_mut(arc_ref.arc) {
                let side = if arc_ref.reversed { right } else { left };
                side.get_or_insert(index);
            }
        }
    }
    sides
}
