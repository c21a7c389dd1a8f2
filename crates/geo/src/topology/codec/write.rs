//! From a topology to bytes.

use super::{IS_POINT, MAGIC, MOST_STEPS_PER_DEGREE, VERSION};
use crate::point::LonLat;
use crate::topology::{Shape, Topology};

/// Why a topology cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// The grid must have 1 to 20 000 steps per degree; this is the number asked for.
    StepsPerDegree(u32),
}

impl std::fmt::Display for EncodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::StepsPerDegree(steps) => {
                write!(f, "{steps} steps per degree: choose 1 to {MOST_STEPS_PER_DEGREE}")
            }
        }
    }
}

impl std::error::Error for EncodeError {}

/// Writes the topology on a grid of `steps_per_degree` (1000 is about 100 m). Places that fall on one grid point become one.
pub fn encode(topology: &Topology, steps_per_degree: u32) -> Result<Vec<u8>, EncodeError> {
    if !(1..=MOST_STEPS_PER_DEGREE).contains(&steps_per_degree) {
        return Err(EncodeError::StepsPerDegree(steps_per_degree));
    }
    let grid = |place: LonLat| on_grid(place, steps_per_degree as i32);
    let arcs: Vec<GridArc> = topology
        .arcs()
        .iter()
        .map(|arc| {
            let places: Vec<_> = arc.points().iter().map(|&point| grid(point.into())).collect();
            without_repeats(&places)
        })
        .collect();
    let mut out = Vec::from(MAGIC);
    out.push(VERSION);
    let points: usize = arcs.iter().map(|(arc, _)| arc.len()).sum();
    push_varint(u64::from(steps_per_degree), &mut out);
    for count in [arcs.len(), points, topology.shapes().len()] {
        push_varint(count as u64, &mut out);
    }
    for (arc, closed) in &arcs {
        push_varint(arc.len() as u64 * 2 + u64::from(*closed), &mut out);
    }
    push_planes(&arcs, &mut out);
    let mut last_arc = 0;
    for shape in topology.shapes() {
        push_shape(shape, grid(shape.label), &mut last_arc, &mut out);
    }
    Ok(out)
}

/// The nearest grid point. 180° W becomes 180° E, and a pole has longitude 0: equal places get equal numbers.
fn on_grid(place: LonLat, steps_per_degree: i32) -> [i32; 2] {
    let steps = f64::from(steps_per_degree);
    let lon_deg = place.lon_deg - 360.0 * (place.lon_deg / 360.0).round();
    let lat = (place.lat_deg * steps).round() as i32;
    match (lon_deg * steps).round() as i32 {
        _ if lat.abs() == 90 * steps_per_degree => [0, lat],
        west if west == -180 * steps_per_degree => [-west, lat],
        lon => [lon, lat],
    }
}

/// An arc's places on the grid, and whether the first is to be repeated at the end.
type GridArc = (Vec<[i32; 2]>, bool);

/// Consecutive equal places as one, unless fewer than a line's two or a ring's three would be left.
fn without_repeats(places: &[[i32; 2]]) -> GridArc {
    let (places, closed) = match places {
        [open @ .., last] if open.len() >= 3 && open.first() == Some(last) => (open, true),
        _ => (places, false),
    };
    let mut kept = places.to_vec();
    kept.dedup();
    let least = if closed { 3 } else { 2 };
    if kept.len() < least {
        kept = places.to_vec();
    }
    (kept, closed)
}

fn push_planes(arcs: &[GridArc], out: &mut Vec<u8>) {
    let places = arcs.iter().flat_map(|(places, _)| places);
    let before = [[0, 0]].into_iter().chain(places.clone().copied());
    let steps = places.zip(before);
    let steps: Vec<[u32; 2]> =
        steps.map(|(here, before)| [zigzag(here[0] - before[0]), zigzag(here[1] - before[1])]).collect();
    for shift in [0, 8, 16] {
        out.extend(steps.iter().map(|step| (step[0] >> shift) as u8));
        out.extend(steps.iter().map(|step| (step[1] >> shift) as u8));
    }
}

fn push_shape(shape: &Shape, label: [i32; 2], last_arc: &mut i64, out: &mut Vec<u8>) {
    for text in [&shape.key, &shape.name] {
        push_varint(text.len() as u64, out);
        out.extend(text.as_bytes());
    }
    push_varint(if shape.point.is_some() { IS_POINT } else { 0 }, out);
    push_varint(shape.polygons.len() as u64, out);
    for part in label {
        push_varint(u64::from(zigzag(part)), out);
    }
    let [_, area @ ..] = (shape.area_sr as f32).to_le_bytes();
    out.extend(area);
    for polygon in &shape.polygons {
        push_varint(polygon.rings.len() as u64, out);
        for ring in &polygon.rings {
            push_varint(ring.len() as u64, out);
            for arc_ref in ring {
                let arc = arc_ref.arc as i64;
                let step = zigzag((arc - *last_arc) as i32);
                *last_arc = arc;
                push_varint(u64::from(step) * 2 + u64::from(arc_ref.reversed), out);
            }
        }
    }
}

fn zigzag(number: i32) -> u32 {
    (number.wrapping_shl(1) ^ (number >> 31)) as u32
}

fn push_varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
