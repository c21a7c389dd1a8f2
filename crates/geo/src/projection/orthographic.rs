//! The globe from infinitely far away.

use crate::point::{PlanePoint, UnitVector};

pub(super) fn forward(v: UnitVector) -> PlanePoint {
    PlanePoint::new(v.y, -v.z)
}

pub(super) fn inverse(point: PlanePoint) -> Option<UnitVector> {
    let squared = point.x * point.x + point.y * point.y;
    (squared <= 1.0 + 1e-12).then(|| UnitVector::new((1.0 - squared).max(0.0).sqrt(), point.x, -point.y))
}
