//! Scale and shift: from the plane to a picture and back.

use crate::bounds::Bounds;
use crate::point::PlanePoint;

/// `out = scale * in + offset`, the same scale both ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine {
    /// Picture units (usually pixels) per plane unit; above 0.
    pub scale: f64,
    /// Added to x after scaling.
    pub x: f64,
    /// Added to y after scaling.
    pub y: f64,
}

impl Affine {
    /// Changes nothing.
    pub const IDENTITY: Self = Self { scale: 1.0, x: 0.0, y: 0.0 };

    /// The greatest scale at which `bounds` fits, centred, into `width` by `height` less `margin` on every side.
    pub fn fit(bounds: &Bounds, width: f64, height: f64, margin: f64) -> Self {
        let across = (width - 2.0 * margin).max(1.0) / bounds.width().max(1e-9);
        let down = (height - 2.0 * margin).max(1.0) / bounds.height().max(1e-9);
        let scale = across.min(down);
        let centre = bounds.centre();
        Self { scale, x: width / 2.0 - scale * centre.x, y: height / 2.0 - scale * centre.y }
    }

    /// From the plane to the picture.
    pub fn apply(&self, point: PlanePoint) -> PlanePoint {
        PlanePoint::new(self.scale * point.x + self.x, self.scale * point.y + self.y)
    }

    /// From the picture to the plane.
    pub fn invert(&self, point: PlanePoint) -> PlanePoint {
        PlanePoint::new((point.x - self.x) / self.scale, (point.y - self.y) / self.scale)
    }
}
