//! Rings as files have them, mended: closed, free of repeats and spikes, wound the right way, enclosing something.

use super::grid::GridPoint;
use crate::feature::{Feature, LonLatRing, Notice, Repair};
use crate::measure::ring_area_sr;
use crate::point::UnitVector;

/// Rings that enclose less than this many steradians (about 40 m²) enclose nothing.
const LEAST_AREA_SR: f64 = 1e-12;

/// A ring of at least three different places, the first not repeated; the outer anticlockwise, holes clockwise.
pub(super) type GridRing = Vec<GridPoint>;

/// The polygons of a feature with whole rings only. What was mended is added to `notices`.
pub(super) fn polygons(feature: &Feature, notices: &mut Vec<Notice>) -> Vec<Vec<GridRing>> {
    let mut polygons = Vec::new();
    for (polygon, rings) in feature.polygons.iter().enumerate() {
        let mut whole: Vec<GridRing> = Vec::new();
        for (index, ring) in rings.iter().enumerate() {
            let outer = whole.is_empty();
            let (ring, repair) = mended(ring, outer);
            notices.extend(repair.map(|repair| Notice { key: feature.key.clone(), polygon, ring: index, repair }));
            whole.extend(ring);
        }
        if !whole.is_empty() {
            polygons.push(whole);
        }
    }
    polygons
}

/// The ring made whole, or nothing, and what was done to it.
fn mended(ring: &LonLatRing, outer: bool) -> (Option<GridRing>, Option<Repair>) {
    let mut ring = without_spikes(ring.iter().map(|&place| place.into()));
    let area = ring_area_sr(ring.iter().map(|&point| UnitVector::from(point)));
    if ring.len() < 3 || area.abs() < LEAST_AREA_SR {
        return (None, Some(Repair::Dropped));
    }
    let turned = (area > 0.0) != outer;
    if turned {
        ring.reverse();
    }
    (Some(ring), turned.then_some(Repair::Turned))
}

/// Leaves out repeated places and ways that lead there and straight back, also across the ring's end. A pole reached along
/// the antimeridian, as flat maps need it, vanishes so.
fn without_spikes(points: impl Iterator<Item = GridPoint>) -> GridRing {
    let mut kept: GridRing = Vec::new();
    for point in points {
        match *kept.as_slice() {
            [.., last] if last == point => {}
            [.., before, _] if before == point => {
                kept.pop();
            }
            _ => kept.push(point),
        }
    }
    loop {
        match *kept.as_slice() {
            [first, .., last] if first == last => {
                kept.pop();
            }
            [first, .., before, _] if first == before => {
                kept.pop();
            }
            [_, second, .., last] if second == last => {
                kept.remove(0);
            }
            _ => return kept,
        }
    }
}
