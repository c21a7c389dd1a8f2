//! The shapes with their memberships as GeoJSON, cut at the antimeridian as RFC 7946 asks.

use std::fmt::Write as _;

use entente_atlas::query::at::standings;
use entente_atlas::{Atlas, CountryIx, Date};
use entente_geo::{Plane, Projection, ProjectionKind};

use super::json;
use crate::supposed::supposed;
use crate::view::View;
use crate::world::World;

/// No line strays by more than this, in radians: three thousandths of a degree.
const DETAIL: f64 = 5e-5;

type Ring = Vec<[f64; 2]>;

/// A collection of all shapes, each with its country's code, name and memberships on the view's day.
pub fn geojson(atlas: &Atlas, world: &World, view: &View, today: Date) -> String {
    let at = view.date(today);
    let plane = Plane::new(&world.topology, &Projection::new(ProjectionKind::Equirectangular, 0.0), DETAIL);
    let mut out = String::from("{\"type\":\"FeatureCollection\"");
    let _ = write!(out, ",\"version\":{},\"at\":\"{at}\"", json::text(atlas.version()));
    if let Some(words) = supposed(view, atlas) {
        let _ = write!(out, ",\"hypothetical\":{}", json::text(&words));
    }
    out.push_str(",\"features\":[\n");
    for (position, shape) in world.topology.shapes().iter().enumerate() {
        if position > 0 {
            out.push_str(",\n");
        }
        out.push_str("{\"type\":\"Feature\",\"properties\":{");
        let _ = write!(out, "\"code\":{}", json::text(&shape.key));
        match world.country_of_shape(position) {
            Some(country) => properties(&mut out, atlas, country, at),
            None => {
                let _ = write!(out, ",\"name\":{}", json::text(&shape.name));
            }
        }
        out.push_str("},\"geometry\":");
        match shape.point {
            Some(place) => {
                out.push_str("{\"type\":\"Point\",\"coordinates\":");
                pair(&mut out, [place.lon_deg, place.lat_deg]);
                out.push('}');
            }
            None => area(&mut out, &rings(&plane, position)),
        }
        out.push('}');
    }
    out.push_str("\n]}\n");
    out
}

fn properties(out: &mut String, atlas: &Atlas, country: CountryIx, at: Date) {
    let one = atlas.country(country);
    let _ = write!(out, ",\"name\":{},\"status\":{}", json::text(one.name()), json::text(one.status.as_str()));
    let _ = write!(out, ",\"at\":\"{at}\",\"memberships\":[");
    for (nth, standing) in standings(atlas, country, at).iter().enumerate() {
        let comma = if nth > 0 { "," } else { "" };
        let bloc = json::text(&atlas.bloc(standing.bloc).id);
        let supposed = if standing.row.hypothetical { ",\"hypothetical\":true" } else { "" };
        let (status, from) = (standing.status, standing.row.span.from);
        let _ = write!(out, "{comma}{{\"bloc\":{bloc},\"status\":\"{status}\",\"from\":\"{from}\"{supposed}}}");
    }
    out.push(']');
}

/// A shape's rings in degrees, the first not repeated.
fn rings(plane: &Plane, shape: usize) -> Vec<Ring> {
    let degrees = |point: &[f32; 2]| [f64::from(point[0]).to_degrees(), -f64::from(point[1]).to_degrees()];
    plane.shape(shape).lines().map(|line| line.iter().map(degrees).collect()).collect()
}

/// Twice the area within a ring, in square degrees; positive where it runs anticlockwise.
fn doubled_area(ring: &Ring) -> f64 {
    let nexts = ring.iter().skip(1).chain(ring.first());
    ring.iter().zip(nexts).map(|([x, y], [next_x, next_y])| x * next_y - next_x * y).sum()
}

fn is_within(ring: &Ring, [x, y]: [f64; 2]) -> bool {
    let nexts = ring.iter().skip(1).chain(ring.first());
    let crossed = ring.iter().zip(nexts).filter(|([from_x, from_y], [to_x, to_y])| {
        (*from_y > y) != (*to_y > y) && x < from_x + (y - from_y) / (to_y - from_y) * (to_x - from_x)
    });
    crossed.count() % 2 == 1
}

/// Outer rings with the holes in them: a ring that runs clockwise is a hole of the smallest ring around it.
fn area(out: &mut String, rings: &[Ring]) {
    let (outer, holes): (Vec<&Ring>, Vec<&Ring>) = rings.iter().partition(|ring| doubled_area(ring) > 0.0);
    let mut polygons: Vec<Vec<&Ring>> = outer.into_iter().map(|ring| vec![ring]).collect();
    for hole in holes {
        let Some(place) = hole.first().copied() else { continue };
        let around = |polygon: &&mut Vec<&Ring>| polygon.first().is_some_and(|ring| is_within(ring, place));
        let size = |polygon: &Vec<&Ring>| polygon.first().map_or(0.0, |ring| doubled_area(ring));
        let smallest = polygons.iter_mut().filter(around).min_by(|a, b| size(a).total_cmp(&size(b)));
        if let Some(polygon) = smallest {
            polygon.push(hole);
        }
    }
    out.push_str("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (nth, polygon) in polygons.iter().enumerate() {
        out.push_str(if nth > 0 { ",[" } else { "[" });
        for (nth, ring) in polygon.iter().enumerate() {
            out.push_str(if nth > 0 { ",[" } else { "[" });
            for place in ring.iter() {
                pair(out, *place);
                out.push(',');
            }
            ring.first().into_iter().for_each(|place| pair(out, *place));
            out.push(']');
        }
        out.push(']');
    }
    out.push_str("]}");
}

fn pair(out: &mut String, [lon_deg, lat_deg]: [f64; 2]) {
    out.push('[');
    degrees(out, lon_deg.clamp(-180.0, 180.0));
    out.push(',');
    degrees(out, lat_deg.clamp(-90.0, 90.0));
    out.push(']');
}

/// To a thousandth: the same text on every machine.
fn degrees(out: &mut String, value: f64) {
    let thousandths = (value * 1000.0).round() as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, part) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
    let _ = match part {
        0 => write!(out, "{sign}{whole}"),
        _ => write!(out, "{sign}{whole}.{}", format!("{part:03}").trim_end_matches('0')),
    };
}
