//! The real world through the whole pipeline: nobody lost, no gap, no tear.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod data;

use data::world;
use entente_geo::contains::polygon_contains;
use entente_geo::feature::{Feature, Repair};
use entente_geo::topology::codec::{decode, encode};
use entente_geo::topology::simplify::simplify;
use entente_geo::topology::thin::thin;
use entente_geo::{
    ArcRef, HitIndex, LonLat, Path, Plane, PlanePoint, Projection, ProjectionKind, Shape, Topology, UnitVector,
};
use std::collections::BTreeMap;
use std::f64::consts::PI;

/// The thresholds of the page's two levels, in steradians: about 400 km² and 40 km².
const COARSE_SR: f64 = 1e-5;
const FINE_SR: f64 = 1e-6;

fn shape<'a>(world: &'a Topology, key: &str) -> &'a Shape {
    &world.shapes()[world.position(key).unwrap()]
}

fn at(world: &Topology, lon: f64, lat: f64) -> String {
    let hit = HitIndex::new(world).at(LonLat::new(lon, lat));
    hit.map_or(String::new(), |index| world.shapes()[index].key.clone())
}

/// Of the test of areas, in plane units.
const TOLERANCE: f64 = 1e-6;

/// How often shapes use each arc, forward and reversed.
fn uses(world: &Topology) -> BTreeMap<ArcRef, usize> {
    let mut uses = BTreeMap::new();
    let polygons = world.shapes().iter().flat_map(|shape| &shape.polygons);
    for arc_ref in polygons.flat_map(|polygon| &polygon.rings).flatten() {
        *uses.entry(*arc_ref).or_default() += 1;
    }
    uses
}

fn ring_count(world: &Topology) -> usize {
    let polygons = world.shapes().iter().flat_map(|shape| &shape.polygons);
    polygons.map(|polygon| polygon.rings.len()).sum()
}

fn point_count(world: &Topology) -> usize {
    world.arcs().iter().map(|arc| arc.points().len()).sum()
}

/// Every ring is closed, has three places and the right winding; no arc is used twice in one direction.
fn assert_whole(world: &Topology) {
    for (arc_ref, count) in uses(world) {
        assert_eq!(count, 1, "{arc_ref:?}");
    }
    for shape in world.shapes() {
        assert!(shape.point.is_some() == shape.polygons.is_empty(), "{}", shape.key);
        for ring in shape.polygons.iter().flat_map(|polygon| &polygon.rings) {
            let ends = |arc_ref: &ArcRef| {
                let points = world.arcs()[arc_ref.arc].points();
                let (first, last) = (points[0], points[points.len() - 1]);
                if arc_ref.reversed { (last, first) } else { (first, last) }
            };
            for (one, next) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                assert_eq!(ends(one).1, ends(next).0, "{}: a ring is open", shape.key);
            }
            assert!(world.ring_points(ring).count() >= 3, "{}", shape.key);
        }
        for polygon in &shape.polygons {
            assert!(polygon.area_sr > 0.0, "{}: an area of nothing", shape.key);
        }
    }
}

#[test]
fn the_source_needs_no_repair() {
    let features = entente_geo::geojson::read(&data::world_text()).unwrap();
    let (world, notices) = Topology::with_notices(&features);
    assert_eq!(notices, []);
    assert_eq!(world.crossings(), []);
    assert_eq!(world.shapes().len(), 253);
    assert_whole(&world);
}

#[test]
fn disputed_and_overseas_areas_are_shapes_of_their_own() {
    let world = world();
    for (key, lon, lat) in [
        ("CYN", 33.4, 35.3),
        ("SOL", 45.0, 9.5),
        ("KAS", 77.2, 35.4),
        ("ESH", -13.0, 24.5),
        ("PSE", 35.2, 32.0),
        ("XKX", 21.0, 42.6),
        ("GUF", -53.0, 4.0),
        ("REU", 55.5, -21.1),
        ("SJM", 17.5, 78.2),
        ("BES", -68.3, 12.2),
        ("FRA", 2.3, 46.6),
        ("UKR", 34.2, 45.2),
    ] {
        assert_eq!(at(&world, lon, lat), key);
    }
    assert_eq!(shape(&world, "VAT").point, Some(LonLat::new(12.45, 41.9)));
}

#[test]
fn enclaves_are_holes_of_their_neighbours() {
    let world = world();
    for (inner, outer, lon, lat) in [("LSO", "ZAF", 28.2, -29.6), ("SMR", "ITA", 12.46, 43.94)] {
        assert_eq!(at(&world, lon, lat), inner);
        let place = UnitVector::from(LonLat::new(lon, lat));
        for polygon in &shape(&world, outer).polygons {
            assert!(!polygon_contains(&world, polygon, place), "{outer} covers {inner}");
        }
        let ring = &shape(&world, inner).polygons[0].rings[0];
        let hole: Vec<ArcRef> = ring.iter().map(|arc_ref| arc_ref.opposite()).collect();
        let holes = shape(&world, outer).polygons.iter().flat_map(|polygon| &polygon.rings);
        assert!(holes.into_iter().any(|ring| *ring == hole), "{outer} and {inner} share no ring");
    }
}

#[test]
fn what_lies_across_the_antimeridian_is_one_piece_and_drawn_in_two() {
    let world = world();
    assert_eq!(at(&world, 179.9, -16.0), at(&world, -180.1, -16.0));
    let russia = world.position("RUS").unwrap();
    let mainland = &world.shapes()[russia].polygons[0];
    for lon in [-175.0, 175.0] {
        assert!(polygon_contains(&world, mainland, LonLat::new(lon, 67.0).into()));
    }
    let widest = |centre: f64| {
        let plane = Plane::new(&world, &Projection::new(ProjectionKind::EqualEarth, centre), 1e-3);
        let path = plane.shape(russia);
        let widths = path.lines().map(|line| {
            let xs = line.iter().map(|point| f64::from(point[0]));
            xs.clone().fold(f64::MIN, f64::max) - xs.fold(f64::MAX, f64::min)
        });
        (path.lines().count(), widths.fold(0.0, f64::max))
    };
    let ((torn, torn_width), (whole, whole_width)) = (widest(0.0), widest(100.0));
    assert!(torn > whole, "{torn} lines against {whole}");
    assert!(torn_width < 2.6 && whole_width < 2.6, "a line runs across the map");
    let outline = world.outline(|index| index == russia);
    let plane = Plane::new(&world, &Projection::new(ProjectionKind::Equirectangular, 0.0), 0.0);
    for line in outline.iter().flat_map(|&arc| plane.arc(arc).lines()) {
        let along_edge = line.windows(2).any(|pair| {
            pair.iter().all(|point| f64::from(point[0]).abs() > PI - 1e-5) && (pair[0][1] - pair[1][1]).abs() > 1e-4
        });
        assert!(!along_edge, "a border is drawn along the antimeridian");
    }
}

#[test]
fn antarctica_reaches_its_pole_on_every_map() {
    let world = world();
    assert_eq!(at(&world, 0.0, -90.0), "ATA");
    let index = world.position("ATA").unwrap();
    for kind in ProjectionKind::ALL {
        let plane = Plane::new(&world, &Projection::new(kind, 20.0), 1e-3);
        let (land, sphere) = (plane.shape(index).bounds(), plane.sphere().bounds());
        assert!((land.max.y - sphere.max.y).abs() < 0.02 || kind.is_globe(), "{kind:?}");
        assert!(land.min.y > 0.3, "{kind:?}: it spills over the map");
    }
}

fn perimeter(path: &Path) -> f64 {
    let edges = path.lines().flat_map(|line| line.iter().zip(line.iter().cycle().skip(1)));
    edges.map(|(&a, &b)| PlanePoint::from(a).distance(b.into())).sum()
}

#[test]
fn every_area_is_constant_under_any_turn_of_equal_earth() {
    let world = world();
    let mut seed = 42_u64;
    let mut random = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    for _ in 0..25 {
        let projection = Projection {
            kind: ProjectionKind::EqualEarth,
            centre_lon_deg: random() * 360.0 - 180.0,
            centre_lat_deg: random() * 180.0 - 90.0,
        };
        let plane = Plane::new(&world, &projection, TOLERANCE);
        for (index, shape) in world.shapes().iter().enumerate() {
            let path = plane.shape(index);
            let difference = (path.area() - shape.area_sr).abs();
            // No edge strays by more than the tolerance, so no area by more than the tolerance times its border.
            let limit = TOLERANCE * perimeter(path) + 1e-8;
            assert!(difference < limit, "{projection:?} {}: {difference}", shape.key);
        }
    }
}

#[test]
fn the_globe_shows_half_the_world_from_anywhere() {
    let world = world();
    let mut plane = Plane::default();
    for lon in (-180..180).step_by(20) {
        for lat in [-90, -45, -10, 0, 30, 60, 90] {
            let centre = LonLat::new(f64::from(lon), f64::from(lat));
            plane.update(&world, &Projection::globe(centre), 1e-5);
            let areas = (0..world.shapes().len()).map(|index| plane.shape(index).area());
            assert!(areas.sum::<f64>() < 0.8 * PI, "{centre:?}: land covers the globe");
            for (index, shape) in world.shapes().iter().enumerate() {
                let limit = shape.area_sr * 1.001 + 1e-6;
                assert!(plane.shape(index).area() <= limit, "{centre:?} {}", shape.key);
            }
        }
    }
}

#[test]
fn simplified_levels_lose_no_state_and_leave_no_gap() {
    let world = world();
    let before = uses(&world);
    for (threshold, most_points) in [(COARSE_SR, 14_000), (FINE_SR, 36_000)] {
        let simple = simplify(&world, threshold);
        assert_whole(&simple);
        assert!(point_count(&simple) < most_points, "{}", point_count(&simple));
        assert_eq!(simple.shapes().len(), world.shapes().len());
        assert_eq!(simple.crossings(), [], "borders cross");
        // A border between two shapes is still one arc between the same two.
        let borders = |world: &Topology| {
            let sides = (0..world.arcs().len()).map(|arc| world.arc_shapes(arc));
            let mut borders: Vec<_> = sides.filter(|(left, right)| left.is_some() && right.is_some()).collect();
            borders.sort_unstable();
            borders
        };
        assert_eq!(borders(&simple), borders(&world));
        for (simple_shape, shape) in simple.shapes().iter().zip(world.shapes()) {
            let area: f64 = simple_shape.polygons.iter().map(|polygon| polygon.area_sr).sum();
            assert!((area / shape.area_sr - 1.0).abs() < 0.6 || shape.point.is_some(), "{} {area}", shape.key);
        }
    }
    assert_eq!(before, uses(&world));
}

#[test]
fn thinning_keeps_every_ring_and_the_arcs_numbers() {
    let world = world();
    let thinned = thin(&world, 0.005);
    assert_eq!(thinned.arcs().len(), world.arcs().len());
    assert_eq!(ring_count(&thinned), ring_count(&world));
    assert_eq!(uses(&thinned), uses(&world));
    assert!(point_count(&thinned) < point_count(&world) / 2);
}

#[test]
fn labels_lie_well_inside_at_every_level() {
    let world = world();
    let fine = simplify(&world, FINE_SR);
    for (index, shape) in world.shapes().iter().enumerate() {
        if let Some(largest) = shape.polygons.first() {
            assert!(polygon_contains(&world, largest, shape.label.into()), "{} {:?}", shape.key, shape.label);
            assert_eq!(HitIndex::new(&fine).at(shape.label), Some(index), "{}", shape.key);
        }
    }
}

#[test]
fn both_levels_survive_the_way_through_bytes() {
    let world = world();
    for (threshold, steps_per_degree) in [(COARSE_SR, 200), (FINE_SR, 1000)] {
        let simple = simplify(&world, threshold);
        let bytes = encode(&simple, steps_per_degree).unwrap();
        let back = decode(&bytes).unwrap();
        assert_eq!(back.arcs().len(), simple.arcs().len());
        assert_eq!(encode(&back, steps_per_degree).unwrap(), bytes);
        for (back, shape) in back.shapes().iter().zip(simple.shapes()) {
            assert_eq!((&back.key, &back.name, back.polygons.len()), (&shape.key, &shape.name, shape.polygons.len()));
            assert!(back.polygons.iter().all(|polygon| polygon.area_sr > 0.0), "{}", shape.key);
        }
    }
}

#[test]
fn the_outline_of_a_union_is_its_outer_border_only() {
    let world = world();
    let members: Vec<usize> =
        ["DEU", "FRA", "BEL", "NLD", "LUX"].iter().map(|key| world.position(key).unwrap()).collect();
    let outline = world.outline(|index| members.contains(&index));
    let inner = (0..world.arcs().len()).filter(|&arc| {
        let (left, right) = world.arc_shapes(arc);
        let member = |side: Option<usize>| side.is_some_and(|index| members.contains(&index));
        member(left) && member(right)
    });
    assert!(inner.clone().count() >= 6);
    assert!(inner.into_iter().all(|arc| !outline.contains(&arc)));
    assert!(outline.len() > 20);
}

#[test]
fn inverted_rings_and_slivers_are_mended_with_a_notice() {
    let ring = |places: &[(f64, f64)]| places.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect::<Vec<_>>();
    let feature = Feature {
        key: "BAD".into(),
        polygons: vec![
            vec![
                ring(&[(-180.0, -84.3), (-178.4, -84.3), (-180.0, -84.3)]),
                ring(&[(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0), (0.0, 0.0)]),
            ],
            vec![ring(&[(5.0, 5.0), (5.0, 5.0), (5.0, 5.0)])],
        ],
        ..Feature::default()
    };
    let (topology, notices) = Topology::with_notices(&[feature]);
    let repairs: Vec<_> = notices.iter().map(|notice| (notice.polygon, notice.ring, notice.repair)).collect();
    assert_eq!(repairs, [(0, 0, Repair::Dropped), (0, 1, Repair::Turned), (1, 0, Repair::Dropped)]);
    assert_eq!(notices[1].to_string(), "BAD: ring 1 of polygon 0 ran the wrong way round and was turned");
    let area = topology.shapes()[0].area_sr;
    assert!((0.02..0.04).contains(&area), "the inside is the small side: {area}");
}

#[test]
fn shapes_cut_at_180_degrees_for_flat_maps_are_stitched() {
    let ring = |places: &[(f64, f64)]| vec![places.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect::<Vec<_>>()];
    let feature = Feature {
        polygons: vec![
            ring(&[(170.0, 0.0), (180.0, 0.0), (180.0, 10.0), (170.0, 10.0)]),
            ring(&[(-180.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (-180.0, 10.0)]),
            ring(&[
                (-180.0, -90.0),
                (-180.0, -70.0),
                (-90.0, -70.0),
                (0.0, -70.0),
                (90.0, -70.0),
                (180.0, -70.0),
                (180.0, -90.0),
            ]),
        ],
        ..Feature::default()
    };
    let topology = Topology::from_features(&[feature]);
    assert_eq!(topology.shapes()[0].polygons.len(), 2);
    assert_whole(&topology);
    let border: Vec<_> = topology.arcs().iter().flat_map(|arc| arc.points()).collect();
    assert!(border.iter().all(|place| place.z > -0.99), "the pole is no border");
    assert_eq!(HitIndex::new(&topology).at(LonLat::new(180.0, 5.0)), Some(0));
    assert_eq!(HitIndex::new(&topology).at(LonLat::new(0.0, -90.0)), Some(0));
}
