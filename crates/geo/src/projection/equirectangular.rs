//! Equirectangular (plate carrée): longitude and latitude in radians.

use crate::point::{PlanePoint, UnitVector};

pub(super) fn forward(v: UnitVector) -> PlanePoint {
    PlanePoint::new(v.y.atan2(v.x), -v.z.clamp(-1.0, 1.0).asin())
}

pub(super) fn inverse(point: PlanePoint) -> (f64, f64) {
    (point.x, -point.y)
}
