//! The camera: which part of the plane is on the screen, as an affine without rotation.

use entente_geo::Bounds;
use entente_geo::PlanePoint;

/// A point on the screen or the page, in CSS pixels, y down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScreenPoint {
    /// Pixels from the left edge.
    pub x_px: f64,
    /// Pixels from the top edge.
    pub y_px: f64,
}

/// The size of the picture, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width in pixels, at least 1.
    pub width_px: f64,
    /// Height in pixels, at least 1.
    pub height_px: f64,
}

impl Size {
    /// A size of at least one pixel each way, whatever is asked for.
    pub fn new(width_px: f64, height_px: f64) -> Self {
        let sane = |length: f64| if length.is_finite() { length.max(1.0) } else { 1.0 };
        Self { width_px: sane(width_px), height_px: sane(height_px) }
    }
}

/// How far in a reader may zoom, as a multiple of the fitted world.
pub const ZOOM_MAX: f64 = 64.0;

/// The affine `screen = plane * scale + offset`, uniform and without rotation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Pixels for one unit of the plane.
    pub scale_px: f64,
    /// Where the plane's origin lies on the screen, from the left.
    pub x_px: f64,
    /// Where the plane's origin lies on the screen, from the top.
    pub y_px: f64,
}

impl Camera {
    /// Fits `bounds` into `size` with `margin_px` on each side, centred.
    pub fn fit(bounds: Bounds, size: Size, margin_px: f64) -> Self {
        let width = (bounds.max.x - bounds.min.x).max(1e-9);
        let height = (bounds.max.y - bounds.min.y).max(1e-9);
        let free_width = (size.width_px - 2.0 * margin_px).max(1.0);
        let free_height = (size.height_px - 2.0 * margin_px).max(1.0);
        let scale_px = (free_width / width).min(free_height / height);
        Self {
            scale_px,
            x_px: size.width_px / 2.0 - scale_px * (bounds.min.x + width / 2.0),
            y_px: size.height_px / 2.0 - scale_px * (bounds.min.y + height / 2.0),
        }
    }

    /// Where a point of the plane lies on the screen.
    pub fn screen_from_plane(&self, point: PlanePoint) -> ScreenPoint {
        ScreenPoint { x_px: point.x * self.scale_px + self.x_px, y_px: point.y * self.scale_px + self.y_px }
    }

    /// Which point of the plane lies under a point of the screen.
    pub fn plane_from_screen(&self, point: ScreenPoint) -> PlanePoint {
        PlanePoint { x: (point.x_px - self.x_px) / self.scale_px, y: (point.y_px - self.y_px) / self.scale_px }
    }

    /// The same view moved by a drag of so many pixels.
    pub fn panned(&self, right_px: f64, down_px: f64) -> Self {
        Self { x_px: self.x_px + right_px, y_px: self.y_px + down_px, ..*self }
    }

    /// The same view magnified by `factor`, with what lies under `anchor` staying there.
    pub fn zoomed(&self, factor: f64, anchor: ScreenPoint) -> Self {
        Self {
            scale_px: self.scale_px * factor,
            x_px: anchor.x_px + (self.x_px - anchor.x_px) * factor,
            y_px: anchor.y_px + (self.y_px - anchor.y_px) * factor,
        }
    }

    /// Keeps the view sane: between the fitted world and [`ZOOM_MAX`] times it, with the world never dragged out of sight.
    pub fn clamped(&self, home: &Camera, bounds: Bounds, size: Size) -> Self {
        let scale_px = within(self.scale_px, home.scale_px, home.scale_px * ZOOM_MAX);
        let centre = ScreenPoint { x_px: size.width_px / 2.0, y_px: size.height_px / 2.0 };
        let at = self.zoomed(scale_px / self.scale_px, centre);
        let middle = at.plane_from_screen(centre);
        let kept = PlanePoint {
            x: within(middle.x, bounds.min.x, bounds.max.x),
            y: within(middle.y, bounds.min.y, bounds.max.y),
        };
        Self {
            scale_px,
            x_px: at.x_px + (middle.x - kept.x) * scale_px,
            y_px: at.y_px + (middle.y - kept.y) * scale_px,
        }
    }

    /// The transform on screen pixels that carries a picture drawn with `self` to where `other` would draw it:
    /// `(factor, right_px, down_px)`, so that a finished canvas can be moved instead of redrawn.
    pub fn screen_change_to(&self, other: &Camera) -> (f64, f64, f64) {
        let factor = other.scale_px / self.scale_px;
        (factor, other.x_px - self.x_px * factor, other.y_px - self.y_px * factor)
    }
}

/// A number kept between two others. The standard clamp would bring the writing of floats, for a panic: 10 KB in the page.
pub(crate) fn within(number: f64, least: f64, most: f64) -> f64 {
    number.max(least).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> Bounds {
        Bounds { min: PlanePoint { x: -2.7, y: -1.3 }, max: PlanePoint { x: 2.7, y: 1.3 } }
    }

    #[test]
    fn the_fitted_world_is_centred_and_touches_the_margin() {
        let affine = Camera::fit(world(), Size::new(560.0, 400.0), 10.0);
        let left = affine.screen_from_plane(PlanePoint { x: -2.7, y: 0.0 });
        assert!((left.x_px - 10.0).abs() < 1e-9);
        assert!((left.y_px - 200.0).abs() < 1e-9);
    }

    #[test]
    fn zooming_keeps_what_lies_under_the_pointer() {
        let affine = Camera::fit(world(), Size::new(560.0, 400.0), 10.0);
        let pointer = ScreenPoint { x_px: 123.0, y_px: 77.0 };
        let before = affine.plane_from_screen(pointer);
        let after = affine.zoomed(3.5, pointer).plane_from_screen(pointer);
        assert!((before.x - after.x).abs() < 1e-9 && (before.y - after.y).abs() < 1e-9);
    }

    #[test]
    fn a_finished_picture_is_carried_to_where_the_new_view_draws_it() {
        let old = Camera::fit(world(), Size::new(560.0, 400.0), 10.0);
        let new = old.zoomed(2.0, ScreenPoint { x_px: 30.0, y_px: 40.0 }).panned(11.0, -7.0);
        let (factor, right_px, down_px) = old.screen_change_to(&new);
        let point = PlanePoint { x: 0.3, y: -0.8 };
        let was = old.screen_from_plane(point);
        let is = new.screen_from_plane(point);
        assert!((was.x_px * factor + right_px - is.x_px).abs() < 1e-9);
        assert!((was.y_px * factor + down_px - is.y_px).abs() < 1e-9);
    }

    #[test]
    fn the_world_cannot_be_dragged_out_of_sight() {
        let size = Size::new(560.0, 400.0);
        let home = Camera::fit(world(), size, 10.0);
        let kept = home.panned(90_000.0, 0.0).clamped(&home, world(), size);
        let edge = kept.screen_from_plane(PlanePoint { x: -2.7, y: 0.0 });
        assert!((edge.x_px - size.width_px / 2.0).abs() < 1e-6);
    }
}
