//! The net of meridians and parallels.

use crate::point::{LonLat, UnitVector};

/// Parallels are no great circles: they are drawn in steps of this many degrees.
const PARALLEL_STEP_DEG: f64 = 2.0;
/// Meridians other than every ninetieth end this far from the equator, lest they crowd at the poles.
const MERIDIAN_END_DEG: f64 = 80.0;

/// Meridians and parallels every `step_deg` degrees (1 to 90), as lines of places.
pub fn graticule(step_deg: f64) -> Vec<Vec<UnitVector>> {
    let step_deg = if step_deg.is_finite() { step_deg.clamp(1.0, 90.0) } else { 10.0 };
    let meridians = multiples(step_deg, -180.0, 180.0).filter(|&lon| lon > -180.0);
    let parallels = multiples(step_deg, -MERIDIAN_END_DEG, MERIDIAN_END_DEG);
    meridians.map(meridian).chain(parallels.map(parallel)).collect()
}

/// The multiples of `step` from `from` to `to`.
fn multiples(step: f64, from: f64, to: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((from / step).ceil() as i32, (to / step).floor() as i32);
    (first..=last).map(move |count| f64::from(count) * step)
}

fn meridian(lon_deg: f64) -> Vec<UnitVector> {
    let end = if (lon_deg / 90.0).fract() == 0.0 { 90.0 } else { MERIDIAN_END_DEG };
    let lats = (0..=8).map(|step| end * (f64::from(step) / 4.0 - 1.0));
    lats.map(|lat| LonLat::new(lon_deg, lat).into()).collect()
}

fn parallel(lat_deg: f64) -> Vec<UnitVector> {
    multiples(PARALLEL_STEP_DEG, -180.0, 180.0).map(|lon| LonLat::new(lon, lat_deg).into()).collect()
}
