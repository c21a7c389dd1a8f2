//! Places on a grid of 1e-7 degrees (about 1 cm), by which equal places are known.

use crate::point::{LonLat, UnitVector};

/// Grid steps in one degree.
pub const STEPS_PER_DEGREE: i32 = 10_000_000;

const HALF_TURN: i32 = 180 * STEPS_PER_DEGREE;
const QUARTER_TURN: i32 = 90 * STEPS_PER_DEGREE;

/// A place on the grid. 180° E and 180° W are one place, and so is each pole whatever its longitude.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct GridPoint {
    /// Longitude in grid steps, -180° exclusive to 180° inclusive.
    pub lon: i32,
    /// Latitude in grid steps.
    pub lat: i32,
}

impl GridPoint {
    /// The grid place for these steps, brought into range.
    pub fn new(lon: i32, lat: i32) -> Self {
        let lat = lat.clamp(-QUARTER_TURN, QUARTER_TURN);
        let turn = 2 * i64::from(HALF_TURN);
        let lon = match i64::from(lon) {
            _ if lat.abs() == QUARTER_TURN => 0,
            wide if wide <= -i64::from(HALF_TURN) => wide + turn,
            wide if wide > i64::from(HALF_TURN) => wide - turn,
            within => within,
        } as i32; // within half a turn, so within i32
        Self { lon, lat }
    }
}

impl From<LonLat> for GridPoint {
    fn from(place: LonLat) -> Self {
        let steps = f64::from(STEPS_PER_DEGREE);
        let lon_deg = place.lon_deg - 360.0 * (place.lon_deg / 360.0).round();
        Self::new((lon_deg * steps).round() as i32, (place.lat_deg * steps).round() as i32)
    }
}

impl From<GridPoint> for LonLat {
    fn from(point: GridPoint) -> Self {
        let steps = f64::from(STEPS_PER_DEGREE);
        Self::new(f64::from(point.lon) / steps, f64::from(point.lat) / steps)
    }
}

impl From<UnitVector> for GridPoint {
    fn from(v: UnitVector) -> Self {
        LonLat::from(v).into()
    }
}

impl From<GridPoint> for UnitVector {
    fn from(point: GridPoint) -> Self {
        LonLat::from(point).into()
    }
}
