//! Whether a place lies within a polygon on the sphere.

use crate::point::UnitVector;
use crate::topology::{Arc, ArcRef, Polygon, Topology};

/// Whether the place lies in the polygon and in none of its holes. Places on a border that two polygons share lie in just one
/// of them. Meant for polygons smaller than half the sphere.
pub fn polygon_contains(topology: &Topology, polygon: &Polygon, place: UnitVector) -> bool {
    polygon.cap.contains(place) && winding(topology.arcs(), polygon.rings.iter().flatten(), place) > 0
}

/// Whether the place lies on the left of a ring that runs anticlockwise around the smaller side.
pub(crate) fn ring_contains(arcs: &[Arc], ring: &[ArcRef], place: UnitVector) -> bool {
    winding(arcs, ring.iter(), place) > 0
}

/// How often the arcs wind around the place: 1 within one ring, -1 around the opposite of the place.
///
/// An arc counts the same for both its neighbours, to the last bit, so no place falls between them.
fn winding<'a>(arcs: &[Arc], rings: impl Iterator<Item = &'a ArcRef>, place: UnitVector) -> i32 {
    let frame = Frame::at(place);
    rings
        .map(|arc_ref| {
            let crossings = arcs.get(arc_ref.arc).map_or(0, |arc| frame.crossings(arc));
            if arc_ref.reversed { -crossings } else { crossings }
        })
        .sum()
}

/// A place with two directions at right angles to it and to each other.
struct Frame {
    right: UnitVector,
    up: UnitVector,
}

impl Frame {
    fn at(place: UnitVector) -> Self {
        // Away from both the place and its opposite, whichever it is.
        let helper = if place.z.abs() < 0.9 { UnitVector::new(0.0, 0.0, 1.0) } else { UnitVector::new(1.0, 0.0, 0.0) };
        let right = helper.cross(place).normalized();
        Self { right, up: place.cross(right) }
    }

    /// How often the arc crosses the half circle that goes up from the place to its opposite: from right to left less from left
    /// to right. A crossing ring winds once around the place, or around its opposite the other way.
    fn crossings(&self, arc: &Arc) -> i32 {
        let cap = arc.cap();
        if self.right.dot(cap.centre).abs() > cap.sin_radius() + 1e-9 && cap.cos_radius > 0.0 {
            return 0;
        }
        let next = arc.points().iter().skip(1);
        let edges = arc.points().iter().zip(next);
        edges.map(|(&a, &b)| self.crossing(a, b)).sum()
    }

    fn crossing(&self, a: UnitVector, b: UnitVector) -> i32 {
        let (right_a, right_b) = (self.right.dot(a), self.right.dot(b));
        if (right_a > 0.0) == (right_b > 0.0) {
            return 0;
        }
        let (up_a, up_b) = (self.up.dot(a), self.up.dot(b));
        let up = up_a + (up_b - up_a) * right_a / (right_a - right_b);
        match (up > 0.0, right_a > 0.0) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => -1,
        }
    }
}
