//! Equal Earth: Bojan Šavrič, Tom Patterson, Bernhard Jenny, "The Equal Earth map projection", 2018.

use crate::point::{PlanePoint, UnitVector};
use crate::trig::sin_cos;

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;
/// √3 / 2.
const M: f64 = 0.866_025_403_784_438_6;

pub(super) fn forward(v: UnitVector) -> PlanePoint {
    let sin_l = M * v.z.clamp(-1.0, 1.0);
    let l = sin_l.asin();
    let cos_l = (1.0 - sin_l * sin_l).sqrt();
    let l2 = l * l;
    let l6 = l2 * l2 * l2;
    let lambda = v.y.atan2(v.x);
    PlanePoint::new(lambda * cos_l / (M * slope(l2, l6)), -l * (A1 + A2 * l2 + l6 * (A3 + A4 * l2)))
}

/// Newton's method on the parametric latitude, as the authors advise.
pub(super) fn inverse(point: PlanePoint) -> Option<(f64, f64)> {
    let y = -point.y;
    let mut l = y;
    for _ in 0..12 {
        let l2 = l * l;
        let l6 = l2 * l2 * l2;
        let step = (l * (A1 + A2 * l2 + l6 * (A3 + A4 * l2)) - y) / slope(l2, l6);
        l -= step;
        if step.abs() < 1e-12 {
            break;
        }
    }
    let l2 = l * l;
    let (sin_l, cos_l) = sin_cos(l);
    let sin_phi = sin_l / M;
    let lambda = M * point.x * slope(l2, l2 * l2 * l2) / cos_l;
    (sin_phi.abs() <= 1.0 + 1e-9).then(|| (lambda, sin_phi.clamp(-1.0, 1.0).asin()))
}

/// The derivative of y by the parametric latitude.
fn slope(l2: f64, l6: f64) -> f64 {
    A1 + 3.0 * A2 * l2 + l6 * (7.0 * A3 + 9.0 * A4 * l2)
}
