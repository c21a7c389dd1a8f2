//! Our projections, clips and measures beside d3-geo's (fixtures from `scripts/d3-fixtures`).
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod data;

use data::{fixture, number, place, projection, rows};
use entente_geo::feature::Feature;
use entente_geo::measure::centroid;
use entente_geo::{LonLat, Plane, PlanePoint, Topology};

#[test]
fn every_projection_puts_places_where_d3_puts_them_and_finds_them_again() {
    for row in fixture("points") {
        let projection = projection(&row[0], &row[1]);
        for point in rows(&row[2]) {
            let here = place(point);
            let ours = projection.project(here).unwrap();
            let theirs = PlanePoint::new(number(&point[2]), number(&point[3]));
            assert!(ours.distance(theirs) < 1e-7, "{projection:?} {here:?}: {ours:?}, d3 {theirs:?}");
            let back = projection.invert(ours).unwrap();
            assert!(back.distance_rad(here) < 1e-7, "{projection:?} {here:?} came back as {back:?}");
        }
    }
}

#[test]
fn areas_and_centroids_on_the_sphere_are_d3s() {
    let world = data::world();
    for row in fixture("measures") {
        let code = row[0].as_str().unwrap();
        let shape = &world.shapes()[world.position(code).unwrap()];
        let area = number(&row[1]);
        // d3 sums large angles and loses digits of the smallest states.
        let loose = 1e-6 * area + 1e-12;
        assert!((shape.area_sr - area).abs() < loose, "{code}: {} d3 {area}", shape.area_sr);
        let ours = centroid(&world, &shape.polygons).unwrap();
        let theirs = LonLat::new(number(&row[2]), number(&row[3]));
        assert!(ours.distance_rad(theirs) < 1e-5, "{code}: {ours:?} d3 {theirs:?}");
    }
}

#[test]
fn clipped_shapes_have_d3s_area_and_centroid_on_the_plane() {
    let world = data::world();
    for row in fixture("paths") {
        let projection = projection(&row[0], &row[1]);
        let plane = Plane::new(&world, &projection, 1e-6);
        let mut seen = 0;
        for theirs in rows(&row[2]) {
            let code = theirs[0].as_str().unwrap();
            let path = plane.shape(world.position(code).unwrap());
            let area = number(&theirs[1]);
            // d3 follows the globe's limb in steps of 6 degrees, we in finer ones.
            let loose = if projection.kind.is_globe() { 1e-4 } else { 1e-5 } * area + 1e-6;
            assert!((path.area() - area).abs() < loose, "{projection:?} {code}: {} d3 {area}", path.area());
            if area > 1e-4 {
                let (ours, theirs) =
                    (path.centroid().unwrap(), PlanePoint::new(number(&theirs[2]), number(&theirs[3])));
                assert!(ours.distance(theirs) < 2e-3, "{projection:?} {code}: {ours:?} d3 {theirs:?}");
            }
            seen += 1;
        }
        assert_eq!(seen, rows(&row[2]).len());
        let drawn = (0..world.shapes().len()).filter(|&i| plane.shape(i).area() > 1e-6).count();
        assert!(drawn <= seen, "{projection:?} draws {drawn} shapes, d3 {seen}");
    }
}

#[test]
fn outlines_run_where_d3s_run() {
    let world = data::world();
    for row in fixture("outlines") {
        let name = row[0].as_str().unwrap();
        let own = (!row[1].is_null()).then(|| hand_made(&row[1]));
        let topology = own.as_ref().unwrap_or(&world);
        let index = topology.position(name).unwrap_or(0);
        for view in rows(&row[2]) {
            let projection = projection(&view[0], &view[1]);
            let plane = Plane::new(topology, &projection, 2e-4);
            let ours: Vec<Vec<PlanePoint>> =
                plane.shape(index).lines().map(|line| line.iter().map(|&point| point.into()).collect()).collect();
            let theirs = parse(view[3].as_str().unwrap_or(""));
            let area = number(&view[2]);
            let difference = (plane.shape(index).area() - area).abs();
            assert!(difference < 2e-3 * area + 1e-4, "{name} {projection:?}: {difference} of {area}");
            for (from, to) in [(&ours, &theirs), (&theirs, &ours)] {
                let farthest = from.iter().flatten().map(|&point| distance(point, to)).fold(0.0, f64::max);
                assert!(farthest < 5e-3, "{name} {projection:?}: {farthest} apart");
            }
        }
    }
}

fn hand_made(polygons: &serde_json::Value) -> Topology {
    let polygons = rows(polygons).iter();
    let rings = |polygon| rows(polygon).iter().map(|ring| rows(ring).iter().map(place).collect()).collect();
    Topology::from_features(&[Feature { polygons: polygons.map(rings).collect(), ..Feature::default() }])
}

/// The rings of an SVG path of `M`, `L` and `Z`, in sphere radii.
fn parse(d: &str) -> Vec<Vec<PlanePoint>> {
    let rings = d.split('M').skip(1);
    rings
        .map(|ring| {
            let points = ring.trim_end_matches('Z').split('L');
            points
                .map(|point| {
                    let (x, y) = point.split_once(',').unwrap();
                    PlanePoint::new(x.parse::<f64>().unwrap() / 1000.0, y.parse::<f64>().unwrap() / 1000.0)
                })
                .collect()
        })
        .collect()
}

/// How far a point lies from the nearest edge of any ring.
fn distance(point: PlanePoint, rings: &[Vec<PlanePoint>]) -> f64 {
    let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    edges
        .map(|(a, b)| {
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let squared = dx * dx + dy * dy;
            let along = if squared > 0.0 {
                (((point.x - a.x) * dx + (point.y - a.y) * dy) / squared).clamp(0.0, 1.0)
            } else {
                0.0
            };
            point.distance(PlanePoint::new(a.x + along * dx, a.y + along * dy))
        })
        .fold(f64::INFINITY, f64::min)
}
