//! Bounding caps: the part of the sphere within some angle of a centre.

use crate::point::UnitVector;

/// All places within an angle of `centre`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cap {
    /// The middle.
    pub centre: UnitVector,
    /// Cosine of the angle from the middle to the edge: 1 for a point, -1 for the whole sphere.
    pub cos_radius: f64,
}

impl Cap {
    /// A cap around all points; near the least for shapes of any size, the whole sphere for none.
    pub fn around(points: impl Iterator<Item = UnitVector> + Clone) -> Self {
        let sum = points.clone().fold(UnitVector::default(), UnitVector::plus);
        let centre = sum.normalized();
        if centre.length() < 0.5 {
            return Self { centre: UnitVector::new(1.0, 0.0, 0.0), cos_radius: -1.0 };
        }
        let cos_radius = points.fold(1.0, |least: f64, point| least.min(centre.dot(point)));
        Self { centre, cos_radius }
    }

    /// Whether the place lies within, with a hair's breadth to spare.
    pub fn contains(&self, place: UnitVector) -> bool {
        self.centre.dot(place) >= self.cos_radius - 1e-12
    }

    /// Sine of the angle from the middle to the edge.
    pub fn sin_radius(&self) -> f64 {
        (1.0 - self.cos_radius * self.cos_radius).max(0.0).sqrt()
    }

    /// Whether the cap reaches a quarter of the way round the sphere or farther.
    pub fn exceeds_hemisphere(&self) -> bool {
        self.cos_radius <= 0.0
    }
}
