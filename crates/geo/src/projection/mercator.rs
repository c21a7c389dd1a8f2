//! Mercator on the sphere, cut where the map becomes a square.

use std::f64::consts::FRAC_PI_2;

use crate::point::{PlanePoint, UnitVector};

/// Sine of the latitude 85.051 128 8°, where y reaches π: tanh π.
pub(super) const SIN_CUT: f64 = 0.996_272_076_220_75;

pub(super) fn forward(v: UnitVector) -> PlanePoint {
    let sin_phi = v.z.clamp(-SIN_CUT, SIN_CUT);
    PlanePoint::new(v.y.atan2(v.x), -0.5 * ((1.0 + sin_phi) / (1.0 - sin_phi)).ln())
}

pub(super) fn inverse(point: PlanePoint) -> (f64, f64) {
    let off_map = point.y.abs() > std::f64::consts::PI + 1e-9;
    let phi = 2.0 * (-point.y).exp().atan() - FRAC_PI_2;
    (if off_map { f64::INFINITY } else { point.x }, phi)
}
