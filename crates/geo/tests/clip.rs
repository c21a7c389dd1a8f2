//! Clips and resampling watched through a recording sink.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use entente_geo::clip::Clip;
use entente_geo::feature::Feature;
use entente_geo::resample::Resample;
use entente_geo::sink::Sink;
use entente_geo::{LonLat, Path, Plane, PlanePoint, Projection, ProjectionKind, Topology, UnitVector};
use std::f64::consts::{FRAC_PI_2, PI};

/// Writes down what reaches it.
#[derive(Default)]
struct Recording(Vec<String>);

impl Recording {
    fn edge(&mut self, what: &str, edge: Option<f64>) {
        let edge = edge.map_or(String::new(), |edge| format!(" at {:.2}", edge / PI));
        self.0.push(format!("{what}{edge}"));
    }
}

impl Sink<UnitVector> for Recording {
    fn line_start(&mut self, edge: Option<f64>) {
        self.edge("start", edge);
    }

    fn point(&mut self, place: UnitVector) {
        let LonLat { lon_deg, lat_deg } = place.into();
        self.0.push(format!("{lon_deg:.0} {lat_deg:.0}"));
    }

    fn line_end(&mut self, edge: Option<f64>) {
        self.edge("end", edge);
    }
}

fn clipped(clip: Clip, places: &[(f64, f64)]) -> String {
    let mut recording = Recording::default();
    clip.line(places.iter().map(|&(lon, lat)| LonLat::new(lon, lat).into()), &mut recording);
    recording.0.join(", ")
}

#[test]
fn a_line_across_the_antimeridian_ends_on_one_side_and_begins_on_the_other() {
    assert_eq!(
        clipped(Clip::Antimeridian, &[(170.0, 0.0), (-170.0, 0.0), (-160.0, 0.0)]),
        "start, 170 0, 180 0, end at 0.50, start at 1.50, -180 0, -170 0, -160 0, end"
    );
    assert_eq!(
        clipped(Clip::Antimeridian, &[(-10.0, 0.0), (10.0, 0.0)]),
        "start, -10 0, 10 0, end",
        "the central meridian is no tear"
    );
}

#[test]
fn a_line_over_a_pole_is_torn_only_beyond_it() {
    assert_eq!(clipped(Clip::Antimeridian, &[(-80.0, 85.0), (80.0, 85.0)]), "start, -80 85, 80 85, end");
    assert_eq!(
        clipped(Clip::Antimeridian, &[(-100.0, 80.0), (100.0, 80.0)]),
        "start, -100 80, -180 88, end at 1.01, start at 0.99, 180 88, 100 80, end"
    );
}

#[test]
fn the_horizon_leaves_out_the_far_side() {
    assert_eq!(
        clipped(Clip::Horizon, &[(60.0, 0.0), (120.0, 0.0), (180.0, 0.0), (-120.0, 0.0), (-60.0, 0.0)]),
        "start, 60 0, 90 0, end at 0.00, start at 1.00, -90 0, -60 0, end"
    );
    assert_eq!(clipped(Clip::Horizon, &[(120.0, 10.0), (180.0, 0.0)]), "");
}

#[test]
fn the_edge_is_walked_over_its_corners() {
    let walked = |clip: Clip, from: f64, to: f64| {
        let mut places = Vec::new();
        clip.walk_edge(from * PI, to * PI, FRAC_PI_2, |place| {
            let point = ProjectionKind::Equirectangular.forward(place);
            places.push(format!("{:.2} {:.2}", point.x / PI, point.y / PI));
        });
        places.join(", ")
    };
    assert_eq!(walked(Clip::Antimeridian, 0.25, 0.5), "");
    assert_eq!(walked(Clip::Antimeridian, 0.75, 1.25), "1.00 -0.50, -1.00 -0.50");
    assert_eq!(walked(Clip::Antimeridian, 1.75, 0.25), "-1.00 0.50, 1.00 0.50");
    assert_eq!(walked(Clip::Horizon, 0.0, 1.0), "0.50 -0.50");
}

#[test]
fn long_edges_bend_and_short_ones_stay() {
    let bent = |places: &[(f64, f64)]| {
        let mut path = Path::new(false);
        let mut bend = Resample::new(ProjectionKind::EqualEarth, 0.001, &mut path);
        bend.line_start(None);
        places.iter().for_each(|&(lon, lat)| bend.point(LonLat::new(lon, lat).into()));
        bend.line_end(None);
        path.points.len()
    };
    assert_eq!(bent(&[(0.0, 0.0), (1.0, 1.0)]), 2);
    assert!((5..40).contains(&bent(&[(-60.0, 50.0), (60.0, 50.0)])));
    assert!(bent(&[(0.0, 89.9), (179.0, 89.9)]) < 200, "an edge over the pole comes to an end");
}

fn boxed(west: f64, south: f64, east: f64, north: f64) -> Topology {
    let corners = [(west, south), (east, south), (east, north), (west, north)];
    let ring = corners.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect();
    Topology::from_features(&[Feature { polygons: vec![vec![ring]], ..Feature::default() }])
}

#[test]
fn a_polygon_that_fills_the_globes_face_is_drawn_as_its_disc() {
    let ring = (0..36).map(|i| LonLat::new(f64::from(i) * 10.0, 1.0)).collect();
    let north = Topology::from_features(&[Feature { polygons: vec![vec![ring]], ..Feature::default() }]);
    let plane = Plane::new(&north, &Projection::globe(LonLat::new(0.0, 90.0)), 1e-4);
    assert!((plane.shape(0).area() - PI).abs() < 0.01, "{}", plane.shape(0).area());
    let plane = Plane::new(&north, &Projection::globe(LonLat::new(0.0, -90.0)), 1e-4);
    assert!(plane.shape(0).area() < 0.01);
}

#[test]
fn a_corner_on_the_tear_neither_spills_nor_vanishes() {
    for (west, east) in [(170.0, 180.0), (-180.0, -170.0), (180.0, 190.0), (170.0, -170.0)] {
        let topology = boxed(west, -10.0, east, 10.0);
        for centre in [0.0, 90.0, 180.0, -10.0] {
            for kind in [ProjectionKind::EqualEarth, ProjectionKind::Mercator] {
                let plane = Plane::new(&topology, &Projection::new(kind, centre), 1e-4);
                let (area, own) = (plane.shape(0).area(), topology.shapes()[0].area_sr);
                assert!((area / own - 1.0).abs() < 0.05, "{kind:?} {centre} {west} {east}: {area}");
            }
        }
    }
}

#[test]
fn mercator_ends_in_a_square() {
    let projection = Projection::new(ProjectionKind::Mercator, 0.0);
    let bounds = projection.bounds();
    assert!((bounds.max.y - PI).abs() < 1e-9 && (bounds.max.x - PI).abs() < 1e-9);
    assert_eq!(projection.project(LonLat::new(0.0, 86.0)), None);
    assert!(projection.project(LonLat::new(0.0, -85.05)).is_some());
    assert_eq!(projection.invert(PlanePoint::new(0.0, 3.2)), None);
}

#[test]
fn off_the_map_there_is_no_place() {
    for kind in ProjectionKind::ALL {
        let projection = Projection { kind, centre_lon_deg: 33.0, centre_lat_deg: 12.0 };
        for (x, y) in [(4.0, 0.0), (0.0, 3.3), (-3.0, 3.0), (f64::NAN, 0.0), (f64::INFINITY, 0.0)] {
            let place = projection.invert(PlanePoint::new(x, y));
            let square = kind == ProjectionKind::Mercator && x == -3.0;
            assert_eq!(place.is_some(), square, "{kind:?} {x} {y} {place:?}");
        }
        assert_eq!(projection.project(LonLat::new(f64::NAN, 0.0)), None);
    }
}
