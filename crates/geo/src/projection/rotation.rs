//! Turning the sphere so that the map's centre comes to 0°, 0°.

use crate::point::UnitVector;
use crate::trig::sin_cos;

/// A turn of the sphere, as the three rows of its matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rotation {
    rows: [UnitVector; 3],
}

impl Rotation {
    /// Brings a centre in degrees to 0°, 0° and keeps north up.
    pub fn to_centre(lon_deg: f64, lat_deg: f64) -> Self {
        let (sin_lon, cos_lon) = sin_cos(lon_deg.to_radians());
        let (sin_lat, cos_lat) = sin_cos(lat_deg.to_radians());
        Self {
            rows: [
                UnitVector::new(cos_lat * cos_lon, cos_lat * sin_lon, sin_lat),
                UnitVector::new(-sin_lon, cos_lon, 0.0),
                UnitVector::new(-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat),
            ],
        }
    }

    /// The place after the turn.
    pub fn apply(&self, place: UnitVector) -> UnitVector {
        let [x, y, z] = self.rows;
        UnitVector::new(x.dot(place), y.dot(place), z.dot(place))
    }

    /// The place before the turn.
    pub fn undo(&self, turned: UnitVector) -> UnitVector {
        let [x, y, z] = self.rows;
        x.scaled(turned.x).plus(y.scaled(turned.y)).plus(z.scaled(turned.z))
    }
}
