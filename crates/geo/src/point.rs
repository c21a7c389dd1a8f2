//! Points in degrees, as unit vectors, and on the plane.

use crate::trig::sin_cos;

/// A place on the sphere in degrees: longitude east, latitude north.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LonLat {
    /// Longitude in degrees, east positive; any turn, usually -180 to 180.
    pub lon_deg: f64,
    /// Latitude in degrees, north positive, -90 to 90.
    pub lat_deg: f64,
}

impl LonLat {
    /// A place from longitude and latitude in degrees, in GeoJSON's order.
    pub const fn new(lon_deg: f64, lat_deg: f64) -> Self {
        Self { lon_deg, lat_deg }
    }

    /// The angle between two places, in radians, by the shortest way.
    ///
    /// ```
    /// use entente_geo::LonLat;
    /// let quarter = LonLat::new(0.0, 0.0).distance_rad(LonLat::new(0.0, 90.0));
    /// assert!((quarter - std::f64::consts::FRAC_PI_2).abs() < 1e-12);
    /// ```
    pub fn distance_rad(self, other: Self) -> f64 {
        UnitVector::from(self).angle_rad(other.into())
    }
}

impl From<UnitVector> for LonLat {
    fn from(v: UnitVector) -> Self {
        Self::new(v.y.atan2(v.x).to_degrees(), v.z.atan2((v.x * v.x + v.y * v.y).sqrt()).to_degrees())
    }
}

/// A place as a vector of length 1: x towards 0° E on the equator, y towards 90° E on the equator, z towards the north pole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UnitVector {
    /// Towards 0° E, 0° N.
    pub x: f64,
    /// Towards 90° E, 0° N.
    pub y: f64,
    /// Towards the north pole.
    pub z: f64,
}

impl UnitVector {
    /// A vector from its parts, which the caller knows to have length 1.
    pub const fn new(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }

    /// The cosine of the angle between two places.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector at right angles to both, as long as the sine of their angle.
    pub fn cross(self, other: Self) -> Self {
        Self::new(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    /// Length, 1 but for sums and products.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The same direction with length 1; the zero vector stays as it is.
    #[must_use]
    pub fn normalized(self) -> Self {
        let length = self.length();
        if length > 0.0 { self.scaled(1.0 / length) } else { self }
    }

    /// Every part times `factor`.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor, self.z * factor)
    }

    /// The sum, not of length 1.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y, self.z + other.z)
    }

    /// The place halfway along the shortest way between two places.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Self {
        self.plus(other).normalized()
    }

    /// The angle between two places in radians, exact for near and for opposite ones alike.
    pub fn angle_rad(self, other: Self) -> f64 {
        self.cross(other).length().atan2(self.dot(other))
    }
}

impl From<LonLat> for UnitVector {
    fn from(place: LonLat) -> Self {
        let (sin_lon, cos_lon) = sin_cos(place.lon_deg.to_radians());
        let (sin_lat, cos_lat) = sin_cos(place.lat_deg.to_radians());
        Self::new(cos_lat * cos_lon, cos_lat * sin_lon, sin_lat)
    }
}

/// A point of the projected map: the unit is the sphere's radius, x grows to the right, y grows down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PlanePoint {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl PlanePoint {
    /// A point from its parts.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Straight distance.
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }
}

impl From<[f32; 2]> for PlanePoint {
    fn from([x, y]: [f32; 2]) -> Self {
        Self::new(f64::from(x), f64::from(y))
    }
}

impl From<PlanePoint> for [f32; 2] {
    fn from(point: PlanePoint) -> Self {
        [point.x as f32, point.y as f32]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_survive_the_way_through_unit_vectors() {
        for place in [LonLat::new(-179.999, 12.5), LonLat::new(45.0, -89.99), LonLat::new(0.0, 0.0)] {
            let back = LonLat::from(UnitVector::from(place));
            assert!((back.lon_deg - place.lon_deg).abs() < 1e-9);
            assert!((back.lat_deg - place.lat_deg).abs() < 1e-9);
        }
    }

    #[test]
    fn opposite_places_are_half_a_turn_apart() {
        let angle = LonLat::new(10.0, 20.0).distance_rad(LonLat::new(-170.0, -20.0));
        assert!((angle - std::f64::consts::PI).abs() < 1e-12);
    }
}
