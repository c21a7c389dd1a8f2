//! Borders of a shape with itself taken away: what was cut at 180° for flat maps becomes whole on the sphere.

use std::collections::{BTreeMap, BTreeSet};

use super::rings::group;
use super::{Arc, ArcRef, Ring};

/// Joins those polygons of one shape that share arcs with each other or with themselves.
pub(super) fn stitched(polygons: Vec<Vec<Ring>>, arcs: &[Arc]) -> Vec<Vec<Ring>> {
    let used: BTreeSet<ArcRef> = polygons.iter().flatten().flatten().copied().collect();
    let doubled = |arc_ref: &ArcRef| used.contains(&arc_ref.opposite());
    let (torn, mut whole): (Vec<_>, Vec<_>) =
        polygons.into_iter().partition(|polygon| polygon.iter().flatten().any(doubled));
    let rest = torn.into_iter().flatten().flatten();
    let rest: Vec<ArcRef> = rest.filter(|arc_ref| !doubled(arc_ref)).collect();
    whole.extend(group(chained(&rest, arcs), arcs));
    whole
}

/// Rings from arcs that each begin where another ends.
fn chained(arc_refs: &[ArcRef], arcs: &[Arc]) -> Vec<Ring> {
    let ends = |arc_ref: ArcRef| {
        let arc = arcs.get(arc_ref.arc)?;
        let (&first, &last) = (arc.points().first()?, arc.points().last()?);
        let (from, to) = if arc_ref.reversed { (last, first) } else { (first, last) };
        Some((super::grid::GridPoint::from(from), super::grid::GridPoint::from(to)))
    };
    let mut by_start: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for &arc_ref in arc_refs.iter().rev() {
        if let Some((from, to)) = ends(arc_ref) {
            by_start.entry(from).or_default().push((arc_ref, to));
        }
    }
    let mut rings = Vec::new();
    while let Some((&start, _)) = by_start.iter().find(|(_, list)| !list.is_empty()) {
        let mut ring = Ring::new();
        let mut at = start;
        while let Some((arc_ref, to)) = by_start.get_mut(&at).and_then(Vec::pop) {
            ring.push(arc_ref);
            at = to;
            if at == start {
                break;
            }
        }
        by_start.retain(|_, list| !list.is_empty());
        if at == start {
            rings.push(ring);
        }
    }
    rings
}
