//! A point on the globe with a name, in whole hundredths of a degree.

/// Where a seat, a mission or a mediation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The town or building.
    pub place: String,
    /// East of Greenwich, in hundredths of a degree.
    pub lon_e2: i32,
    /// North of the equator, in hundredths of a degree.
    pub lat_e2: i32,
}

impl Site {
    /// East of Greenwich, in degrees.
    #[must_use]
    pub fn lon_deg(&self) -> f64 {
        f64::from(self.lon_e2) / 100.0
    }

    /// North of the equator, in degrees.
    #[must_use]
    pub fn lat_deg(&self) -> f64 {
        f64::from(self.lat_e2) / 100.0
    }
}
