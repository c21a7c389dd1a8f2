//! Rings sorted into polygons, polygons into shapes.

use super::{Arc, ArcRef, Polygon, Ring, ring_points};
use crate::cap::Cap;
use crate::contains::ring_contains;
use crate::measure::ring_area_sr;

/// The signed area of a ring in steradians; negative for holes.
pub(super) fn area_sr(ring: &[ArcRef], arcs: &[Arc]) -> f64 {
    ring_area_sr(ring_points(arcs, ring))
}

/// Gives each hole to the least outer ring around it.
pub(super) fn group(rings: Vec<Ring>, arcs: &[Arc]) -> Vec<Vec<Ring>> {
    let (mut outers, mut holes) = (Vec::new(), Vec::new());
    for ring in rings {
        let area = area_sr(&ring, arcs);
        if area > 0.0 {
            outers.push((area, vec![ring]));
        } else if area < 0.0 {
            holes.push(ring);
        }
    }
    outers.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    for hole in holes {
        let place = ring_points(arcs, &hole).next();
        let around = outers.iter_mut().find(|(_, rings)| {
            let outer = rings.first().map_or(&[][..], Vec::as_slice);
            place.is_some_and(|place| ring_contains(arcs, outer, place))
        });
        if let Some((_, rings)) = around {
            rings.push(hole);
        }
    }
    outers.into_iter().map(|(_, rings)| rings).collect()
}

/// The polygon of these rings, outer ring first.
pub(super) fn polygon(rings: Vec<Ring>, arcs: &[Arc]) -> Polygon {
    let outer = rings.first().map_or(&[][..], Vec::as_slice);
    Polygon {
        cap: Cap::around(ring_points(arcs, outer)),
        area_sr: rings.iter().map(|ring| area_sr(ring, arcs)).sum(),
        rings,
    }
}

/// Leaves out the arcs that no ring uses and numbers the rest anew, in the order in which `shapes` use them.
pub(super) fn compacted(arcs: Vec<Arc>, shapes: &mut [super::Shape]) -> Vec<Arc> {
    let mut arcs: Vec<Option<Arc>> = arcs.into_iter().map(Some).collect();
    let mut renumbered = vec![0; arcs.len()];
    let mut kept = Vec::new();
    let polygons = shapes.iter_mut().flat_map(|shape| &mut shape.polygons);
    for arc_ref in polygons.flat_map(|polygon| &mut polygon.rings).flatten() {
        let taken = arcs.get_mut(arc_ref.arc).and_then(Option::take);
        if let Some(number) = renumbered.get_mut(arc_ref.arc) {
            if let Some(arc) = taken {
                *number = kept.len();
                kept.push(arc);
            }
            arc_ref.arc = *number;
        }
    }
    kept
}
