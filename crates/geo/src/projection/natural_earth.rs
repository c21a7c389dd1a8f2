//! Natural Earth: Tom Patterson 2012; polynomials by Bojan Šavrič (Šavrič, Jenny, Patterson, Petrovič, Hurni 2011).

use std::f64::consts::FRAC_PI_2;

use crate::point::{PlanePoint, UnitVector};

pub(super) fn forward(v: UnitVector) -> PlanePoint {
    let phi = v.z.clamp(-1.0, 1.0).asin();
    PlanePoint::new(v.y.atan2(v.x) * width(phi), -height(phi))
}

/// Newton's method on the latitude.
pub(super) fn inverse(point: PlanePoint) -> Option<(f64, f64)> {
    let y = -point.y;
    if y.abs() > height(FRAC_PI_2) + 1e-9 {
        return None;
    }
    let mut phi = y;
    for _ in 0..25 {
        let step = (height(phi) - y) / slope(phi);
        phi = (phi - step).clamp(-FRAC_PI_2, FRAC_PI_2);
        if step.abs() < 1e-12 {
            break;
        }
    }
    Some((point.x / width(phi), phi))
}

fn width(phi: f64) -> f64 {
    let p2 = phi * phi;
    let p4 = p2 * p2;
    0.8707 - 0.131_979 * p2 + p4 * (-0.013_791 + p4 * (0.003_971 * p2 - 0.001_529 * p4))
}

fn height(phi: f64) -> f64 {
    let p2 = phi * phi;
    let p4 = p2 * p2;
    phi * (1.007_226 + p2 * (0.015_085 + p4 * (-0.044_475 + 0.028_874 * p2 - 0.005_916 * p4)))
}

fn slope(phi: f64) -> f64 {
    let p2 = phi * phi;
    let p4 = p2 * p2;
    1.007_226 + p2 * (0.015_085 * 3.0 + p4 * (-0.044_475 * 7.0 + 0.028_874 * 9.0 * p2 - 0.005_916 * 11.0 * p4))
}
