//! Cutting along the great circle that bounds the visible half of the globe.

use super::Reach;
use crate::cap::Cap;
use crate::point::UnitVector;
use crate::sink::Sink;
use crate::trig::sin_cos;
use std::f64::consts::TAU;

pub(super) fn reach(cap: Cap) -> Reach {
    let sin_radius = cap.sin_radius();
    if cap.cos_radius <= 0.0 {
        Reach::Cut
    } else if cap.centre.x < -sin_radius - 1e-9 {
        Reach::Hidden
    } else if cap.centre.x > sin_radius + 1e-9 {
        Reach::Whole
    } else {
        Reach::Cut
    }
}

pub(super) fn line(mut points: impl Iterator<Item = UnitVector>, sink: &mut impl Sink<UnitVector>) {
    let Some(mut a) = points.next() else {
        return;
    };
    let mut visible = a.x > 0.0;
    if visible {
        sink.line_start(None);
        sink.point(a);
    }
    for b in points {
        if visible != (b.x > 0.0) {
            let (place, position) = crossing(a, b);
            if visible {
                sink.point(place);
                sink.line_end(Some(position));
            } else {
                sink.line_start(Some(position));
                sink.point(place);
            }
            visible = !visible;
        }
        if visible {
            sink.point(b);
        }
        a = b;
    }
    if visible {
        sink.line_end(None);
    }
}

/// Where the way from a to b meets the horizon, and the position of that on the edge.
fn crossing(a: UnitVector, b: UnitVector) -> (UnitVector, f64) {
    let along = a.x / (a.x - b.x);
    let y = a.y + along * (b.y - a.y);
    let z = a.z + along * (b.z - a.z);
    let angle = z.atan2(y);
    let position = if angle < 0.0 { angle + TAU } else { angle };
    (UnitVector::new(0.0, y, z).normalized(), position)
}

pub(super) fn edge_place(position: f64) -> UnitVector {
    let (sin, cos) = sin_cos(position);
    UnitVector::new(0.0, cos, sin)
}
