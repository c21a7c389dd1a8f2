//! Cutting along the half circle opposite the map's central meridian.
//!
//! The edge runs up the right side of the map (0 to π), to the left over the north pole, down the left side (π to 2π), and back
//! to the right over the south pole.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use super::Reach;
use crate::cap::Cap;
use crate::point::UnitVector;
use crate::sink::Sink;
use crate::trig::sin_cos;

/// Just before and just after each pole, where the edge jumps from one side of the map to the other: two rounds, since a walk
/// may pass 2π.
pub(super) const CORNERS: &[f64] =
    &[PI - HAIR, PI + HAIR, TAU - HAIR, TAU + HAIR, TAU + PI - HAIR, TAU + PI + HAIR, 2.0 * TAU - HAIR];
const HAIR: f64 = 1e-9;

pub(super) fn reach(cap: Cap) -> Reach {
    let sin_radius = cap.sin_radius();
    let off_its_circle = cap.centre.y.abs() > sin_radius + 1e-9;
    let short_of_poles = cap.centre.x > 0.0 && cap.centre.z.abs() < cap.cos_radius - 1e-9;
    if cap.cos_radius > 0.0 && (off_its_circle || short_of_poles) { Reach::Whole } else { Reach::Cut }
}

pub(super) fn line(mut points: impl Iterator<Item = UnitVector>, sink: &mut impl Sink<UnitVector>) {
    let Some(mut a) = points.next() else {
        return;
    };
    sink.line_start(None);
    sink.point(a);
    for b in points {
        if (a.y > 0.0) != (b.y > 0.0) {
            cross(a, b, sink);
        }
        sink.point(b);
        a = b;
    }
    sink.line_end(None);
}

/// Ends the line on one side of the map and begins it on the other, where a to b crosses the half circle.
fn cross(a: UnitVector, b: UnitVector, sink: &mut impl Sink<UnitVector>) {
    let along = a.y / (a.y - b.y);
    let x = a.x + along * (b.x - a.x);
    if x >= 0.0 {
        return;
    }
    let z = a.z + along * (b.z - a.z);
    let phi = z.atan2(-x);
    let (right, left) = (phi + FRAC_PI_2, PI + FRAC_PI_2 - phi);
    let (end, start) = if a.y > 0.0 { (right, left) } else { (left, right) };
    sink.point(edge_place(end));
    sink.line_end(Some(end));
    sink.line_start(Some(start));
    sink.point(edge_place(start));
}

/// The sign of a zero y tells the right side of the map (+0) from the left (-0), as `atan2` does.
pub(super) fn edge_place(position: f64) -> UnitVector {
    let position = position - TAU * (position / TAU).floor();
    if position <= PI {
        let (sin, cos) = sin_cos(position - FRAC_PI_2);
        UnitVector::new(-cos, 0.0, sin)
    } else {
        let (sin, cos) = sin_cos(PI + FRAC_PI_2 - position);
        UnitVector::new(-cos, -0.0, sin)
    }
}
