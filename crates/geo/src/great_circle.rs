//! The shortest way between two places.

use crate::path::Path;
use crate::plane::line_path;
use crate::point::{LonLat, UnitVector};
use crate::projection::Projection;
use crate::trig::sin_cos;

/// The shortest way from one place to another; between opposite places one of the many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GreatCircle {
    from: UnitVector,
    /// At right angles to `from`, in the direction of the way.
    ahead: UnitVector,
    angle_rad: f64,
}

impl GreatCircle {
    /// The way between two places.
    pub fn between(from: LonLat, to: LonLat) -> Self {
        let (from, to) = (UnitVector::from(from), UnitVector::from(to));
        let mut normal = from.cross(to);
        if normal.length() < 1e-12 {
            let helper =
                if from.z.abs() < 0.9 { UnitVector::new(0.0, 0.0, 1.0) } else { UnitVector::new(1.0, 0.0, 0.0) };
            normal = helper.cross(from);
        }
        Self { from, ahead: normal.normalized().cross(from), angle_rad: from.angle_rad(to) }
    }

    /// Its length in radians.
    pub fn angle_rad(&self) -> f64 {
        self.angle_rad
    }

    /// The place at a share of the way: 0 the start, 1 the end.
    pub fn at(&self, share: f64) -> LonLat {
        self.vector_at(share).into()
    }

    fn vector_at(&self, share: f64) -> UnitVector {
        let (sin, cos) = sin_cos(share * self.angle_rad);
        self.from.scaled(cos).plus(self.ahead.scaled(sin))
    }

    /// Places along the way at most `step_deg` degrees apart, both ends among them.
    pub fn places(&self, step_deg: f64) -> Vec<LonLat> {
        self.vectors(step_deg).map(LonLat::from).collect()
    }

    /// The same places as unit vectors.
    pub fn vectors(&self, step_deg: f64) -> impl Iterator<Item = UnitVector> {
        let steps = (self.angle_rad / step_deg.to_radians()).ceil();
        let steps = if steps.is_finite() { steps.clamp(1.0, 10_000.0) } else { 1.0 };
        (0..=steps as u32).map(move |step| self.vector_at(f64::from(step) / steps))
    }
}

/// The shortest way drawn on a map: in one line, in two where the map is torn, or what the globe shows of it. `tolerance` as in
/// [`crate::Plane::new`].
pub fn arc_path(from: LonLat, to: LonLat, projection: &Projection, tolerance: f64) -> Path {
    line_path(GreatCircle::between(from, to).vectors(15.0), projection, tolerance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::ProjectionKind;

    #[test]
    fn halfway_lies_as_far_from_both_ends() {
        let (from, to) = (LonLat::new(-70.0, -33.0), LonLat::new(151.0, -34.0));
        let middle = GreatCircle::between(from, to).at(0.5);
        assert!((middle.distance_rad(from) - middle.distance_rad(to)).abs() < 1e-12);
        assert!(middle.lat_deg < -60.0);
    }

    #[test]
    fn opposite_places_are_joined_by_some_way() {
        let places = GreatCircle::between(LonLat::new(0.0, 0.0), LonLat::new(180.0, 0.0)).places(10.0);
        assert_eq!(places.len(), 19);
        assert!(places.iter().all(|place| place.lon_deg.is_finite()));
    }

    #[test]
    fn a_link_across_the_pacific_is_torn_in_two() {
        let map = Projection::new(ProjectionKind::EqualEarth, 0.0);
        let path = arc_path(LonLat::new(140.0, 36.0), LonLat::new(-122.0, 37.0), &map, 0.001);
        assert_eq!(path.lines().count(), 2);
        let pacific = Projection::new(ProjectionKind::EqualEarth, 180.0);
        let path = arc_path(LonLat::new(140.0, 36.0), LonLat::new(-122.0, 37.0), &pacific, 0.001);
        assert_eq!(path.lines().count(), 1);
    }
}
