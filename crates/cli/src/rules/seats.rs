//! A bloc's seat lies in the country that hosts it, as far as the shapes can tell.

use std::collections::BTreeMap;

use entente_atlas::{Atlas, Bloc, Problem, Seat};
use entente_geo::contains::polygon_contains;
use entente_geo::{LonLat, Shape, Topology, UnitVector};

use super::{key, problem};

/// How far from the seat its country may begin: shapes are coarser than a harbour or an island, in degrees.
const SLACK_DEG: f64 = 0.4;

pub(super) fn problems(atlas: &Atlas, shapes: &Topology) -> Vec<Problem> {
    let by_code: BTreeMap<&str, &Shape> = shapes.shapes().iter().map(|shape| (shape.key.as_str(), shape)).collect();
    let seated = atlas.blocs().iter().filter_map(|bloc| Some((bloc, bloc.seat.as_ref()?)));
    let strays = seated.filter(|(_, seat)| {
        let shape = by_code.get(atlas.country(seat.country).code.as_str());
        shape.is_some_and(|shape| !is_near(shapes, shape, seat))
    });
    strays.map(|(bloc, seat)| stray(atlas, bloc, seat)).collect()
}

fn is_near(shapes: &Topology, shape: &Shape, seat: &Seat) -> bool {
    let (lon_deg, lat_deg) = (f64::from(seat.site.lon_e2) / 100.0, f64::from(seat.site.lat_e2) / 100.0);
    let steps = [0.0, -SLACK_DEG, -SLACK_DEG / 2.0, SLACK_DEG / 2.0, SLACK_DEG];
    let mut places = steps.iter().flat_map(|east| steps.iter().map(move |north| (lon_deg + east, lat_deg + north)));
    // A country that is only a point has no land to lie in.
    shape.polygons.is_empty()
        || places.any(|(lon_deg, lat_deg)| {
            let place = UnitVector::from(LonLat { lon_deg, lat_deg });
            shape.polygons.iter().any(|polygon| polygon_contains(shapes, polygon, place))
        })
}

fn stray(atlas: &Atlas, bloc: &Bloc, seat: &Seat) -> Problem {
    let country = atlas.country(seat.country);
    let message = format!("{} does not lie in {}", seat.site.place, country.name());
    let remedy = "correct the coordinates, east and north in degrees, or the country";
    problem(format!("blocs/{}.toml", bloc.id), vec![key("seat")], message, remedy)
}
