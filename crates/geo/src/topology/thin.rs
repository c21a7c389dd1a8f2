//! A quick thinning for one zoom level: points crowded together are left out.

use super::{Arc, Topology};
use crate::point::UnitVector;
use crate::trig::sin_cos;

/// Leaves out points nearer than `tolerance_rad` radians to the last kept one of their arc. In one pass; ends of arcs stay, and
/// so does one point between them where there was any, so that no ring collapses. Every shape and ring stays, and so do the
/// arcs' numbers.
#[must_use]
pub fn thin(topology: &Topology, tolerance_rad: f64) -> Topology {
    let cos_tolerance = sin_cos(tolerance_rad.clamp(0.0, 3.0)).1;
    let arcs = topology.arcs().iter();
    let arcs = arcs.map(|arc| Arc {
        points: thinned(arc.points(), cos_tolerance),
        cap: arc.cap, // still around what is left, as the polygons' caps are
    });
    Topology { arcs: arcs.collect(), ..topology.clone() }
}

fn thinned(points: &[UnitVector], cos_tolerance: f64) -> Vec<UnitVector> {
    let &[first, ref inner @ .., last] = points else {
        return points.to_vec();
    };
    let mut kept = vec![first];
    let mut latest = first;
    for &point in inner {
        if latest.dot(point) < cos_tolerance && last.dot(point) < cos_tolerance {
            kept.push(point);
            latest = point;
        }
    }
    // A ring by itself needs three places, a piece of one must not become its own chord.
    let closed = first == last;
    if kept.len() < if closed { 3 } else { 2 } {
        let step = if closed { inner.len().div_ceil(3) } else { inner.len().div_ceil(2) };
        kept.truncate(1);
        kept.extend(inner.iter().skip(step / 2).step_by(step.max(1)));
    }
    kept.push(last);
    kept
}
