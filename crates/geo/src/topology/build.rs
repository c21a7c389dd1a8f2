//! From features to a topology: mend rings, share arcs, stitch, measure.

use super::junctions::ArcFinder;
use super::rings::{compacted, polygon};
use super::stitch::stitched;
use super::{Arc, Polygon, Ring, Shape, Topology, repair, ring_points};
use crate::feature::{Feature, Notice};
use crate::label_point::label_point;
use crate::point::{LonLat, UnitVector};

/// The topology of the features, and what was mended on the way.
pub(super) fn build(features: &[Feature]) -> (Topology, Vec<Notice>) {
    let mut notices = Vec::new();
    let mended: Vec<_> = features.iter().map(|feature| repair::polygons(feature, &mut notices)).collect();
    let mut finder = ArcFinder::new(mended.iter().flatten().flatten());
    let cut: Vec<Vec<Vec<Ring>>> = mended
        .iter()
        .map(|polygons| {
            let polygons = polygons.iter();
            polygons.map(|rings| rings.iter().map(|ring| finder.ring(ring)).collect()).collect()
        })
        .collect();
    let arcs: Vec<Arc> = finder
        .into_arcs()
        .into_iter()
        .map(|points| Arc::new(points.into_iter().map(UnitVector::from).collect()))
        .collect();
    let mut shapes: Vec<Shape> =
        features.iter().zip(cut).map(|(feature, polygons)| shape(feature, stitched(polygons, &arcs), &arcs)).collect();
    let arcs = compacted(arcs, &mut shapes);
    (Topology::from_parts(arcs, shapes), notices)
}

fn shape(feature: &Feature, polygons: Vec<Vec<Ring>>, arcs: &[Arc]) -> Shape {
    let polygons = polygons.into_iter().map(|rings| polygon(rings, arcs));
    let mut polygons: Vec<Polygon> = polygons.collect();
    polygons.sort_by(|a, b| b.area_sr.total_cmp(&a.area_sr));
    let inside = polygons.first().map(|largest| {
        let rings = largest.rings.iter();
        let rings = rings.map(|ring| ring_points(arcs, ring).collect());
        label_point(&rings.collect::<Vec<Vec<UnitVector>>>())
    });
    Shape {
        key: feature.key.clone(),
        name: feature.name.clone(),
        area_sr: polygons.iter().map(|polygon| polygon.area_sr).sum(),
        point: feature.point,
        label: feature.point.or(inside).unwrap_or(LonLat::new(0.0, 0.0)),
        polygons,
    }
}
