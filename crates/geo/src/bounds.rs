//! An upright box on the plane.

use crate::point::PlanePoint;
use crate::sink::Sink;

/// A box with `min` at the upper left and `max` at the lower right (y grows down).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Least x and y.
    pub min: PlanePoint,
    /// Greatest x and y.
    pub max: PlanePoint,
}

impl Bounds {
    /// The box that holds nothing and grows with the first point.
    pub const EMPTY: Self = Self {
        min: PlanePoint::new(f64::INFINITY, f64::INFINITY),
        max: PlanePoint::new(f64::NEG_INFINITY, f64::NEG_INFINITY),
    };

    /// The box between two corners given in order.
    pub const fn new(min: PlanePoint, max: PlanePoint) -> Self {
        Self { min, max }
    }

    /// Whether no point has been added.
    pub fn is_empty(&self) -> bool {
        self.min.x > self.max.x || self.min.y > self.max.y
    }

    /// Width, 0 when empty.
    pub fn width(&self) -> f64 {
        (self.max.x - self.min.x).max(0.0)
    }

    /// Height, 0 when empty.
    pub fn height(&self) -> f64 {
        (self.max.y - self.min.y).max(0.0)
    }

    /// The middle.
    pub fn centre(&self) -> PlanePoint {
        PlanePoint::new(f64::midpoint(self.min.x, self.max.x), f64::midpoint(self.min.y, self.max.y))
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(&self, point: PlanePoint) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// Whether two boxes share a point.
    pub fn intersects(&self, other: &Self) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// Grows to hold the point.
    pub fn add(&mut self, point: PlanePoint) {
        // Compared by hand: in WebAssembly, the standard least and greatest of floats are calls.
        let least = |a: f64, b: f64| if b < a { b } else { a };
        let most = |a: f64, b: f64| if b > a { b } else { a };
        self.min = PlanePoint::new(least(self.min.x, point.x), least(self.min.y, point.y));
        self.max = PlanePoint::new(most(self.max.x, point.x), most(self.max.y, point.y));
    }

    /// The least box that holds both.
    #[must_use]
    pub fn union(mut self, other: &Self) -> Self {
        self.add(other.min);
        self.add(other.max);
        self
    }
}

impl Sink<PlanePoint> for Bounds {
    fn point(&mut self, point: PlanePoint) {
        self.add(point);
    }
}
