//! Painting marks on a canvas: an exhaustive match.

use entente_geo::{Bounds, Plane};
use entente_scene::camera::{Camera, ScreenPoint};
use entente_scene::mark::{Anchor, Dash, Mark, Pen};
use entente_scene::pattern::{Paint, coats};
use entente_scene::style::{Colour, Palette, measure};
use js_sys::Array;
use web_sys::{CanvasRenderingContext2d, Path2d};

use super::paths::{Paths, built};
use super::tiles::Tiles;

/// What every stroke of the brush needs to know.
pub(super) struct Brush<'a> {
    /// Where to paint.
    pub context: &'a CanvasRenderingContext2d,
    /// The shapes on the plane.
    pub plane: &'a Plane,
    /// From the plane to the canvas, in CSS pixels.
    pub camera: Camera,
    /// The part of the plane that is on the canvas.
    pub seen: Bounds,
    /// Device pixels per CSS pixel.
    pub density: f64,
    /// Light or dark.
    pub palette: &'a Palette,
    /// The browser's paths.
    pub paths: &'a mut Paths,
    /// The patterns.
    pub tiles: &'a mut Tiles,
}

impl Brush<'_> {
    /// Paints one mark.
    pub fn mark(&mut self, mark: &Mark) {
        self.on_plane();
        match mark {
            Mark::Sea => {
                self.context.set_fill_style_str(self.palette.hex(Colour::Sea));
                if let Some(path) = self.paths.sea(self.plane) {
                    self.context.fill_with_path_2d(path);
                }
            }
            Mark::Graticule => {
                self.pen(Pen { colour: Colour::Graticule, width_px: 0.75, dash: Dash::Solid });
                if let Some(path) = self.paths.graticule(self.plane) {
                    self.context.stroke_with_path(path);
                }
            }
            Mark::Land { shape, paint } => self.land(*shape, paint),
            Mark::Lines { arcs, pen, .. } => {
                self.pen(*pen);
                self.paths.lines(self.plane, arcs, &self.seen, |path| self.context.stroke_with_path(path));
            }
            Mark::Link { path, pen, .. } => {
                if let Some(path) = built([path]) {
                    self.link(&path, *pen);
                }
            }
            Mark::Dot { at, radius_px, paint, rim, .. } => {
                self.dot(self.camera.screen_from_plane(*at), *radius_px, paint, *rim);
            }
            Mark::Label { at, text, size_px, anchor, colour } => {
                self.label(self.camera.screen_from_plane(*at), text, *size_px, *anchor, *colour);
            }
        }
    }

    fn on_plane(&self) {
        let (scale, density) = (self.camera.scale_px * self.density, self.density);
        let (x, y) = (self.camera.x_px * density, self.camera.y_px * density);
        let _ = self.context.set_transform(scale, 0.0, 0.0, scale, x, y);
    }

    fn on_screen(&self) {
        let _ = self.context.set_transform(self.density, 0.0, 0.0, self.density, 0.0, 0.0);
    }

    fn land(&mut self, shape: usize, paint: &Paint) {
        let Some(path) = self.paths.shape(self.plane, shape, &self.seen) else { return };
        let scale = self.camera.scale_px * self.density;
        for coat in coats(paint) {
            if self.tiles.fill_with(self.context, &coat, self.palette, self.density, scale).is_none() {
                continue;
            }
            self.context.fill_with_path_2d(path);
        }
    }

    fn pen(&self, pen: Pen) {
        let unit = 1.0 / self.camera.scale_px;
        self.context.set_stroke_style_str(self.palette.hex(pen.colour));
        self.context.set_line_width(pen.width_px * unit);
        self.context.set_line_join("round");
        let (dashes, cap): (&[f64], &str) = match pen.dash {
            Dash::Solid => (&[], "butt"),
            Dash::Dashed => (&[4.0, 3.0], "butt"),
            Dash::Dotted => (&[0.1, 4.0], "round"),
        };
        self.context.set_line_cap(cap);
        let dashes: Array = dashes.iter().map(|length| wasm_bindgen::JsValue::from_f64(length * unit)).collect();
        let _ = self.context.set_line_dash(&dashes);
    }

    /// An arc has a halo, so that it can be told from borders and from stripes of its own colour.
    fn link(&self, path: &Path2d, pen: Pen) {
        self.pen(Pen { colour: Colour::Halo, width_px: pen.width_px + 2.0, dash: Dash::Solid });
        self.context.stroke_with_path(path);
        self.pen(pen);
        self.context.stroke_with_path(path);
    }

    fn dot(&mut self, at: ScreenPoint, radius_px: f64, paint: &Paint, rim: Pen) {
        let circle = |x_px: f64, y_px: f64| {
            self.context.begin_path();
            let _ = self.context.arc(x_px, y_px, radius_px, 0.0, std::f64::consts::TAU);
        };
        for coat in coats(paint) {
            // The middle of a sign lies in the middle of the dot.
            let (right_px, down_px) = coat.middle_px();
            let (x, y) = ((at.x_px - right_px) * self.density, (at.y_px - down_px) * self.density);
            let _ = self.context.set_transform(self.density, 0.0, 0.0, self.density, x, y);
            if self.tiles.fill_with(self.context, &coat, self.palette, self.density, self.density).is_some() {
                circle(right_px, down_px);
                self.context.fill();
            }
        }
        self.on_screen();
        self.context.set_stroke_style_str(self.palette.hex(rim.colour));
        self.context.set_line_width(rim.width_px);
        let _ = self.context.set_line_dash(&Array::new());
        circle(at.x_px, at.y_px);
        self.context.stroke();
    }

    fn label(&self, at: ScreenPoint, text: &str, size_px: f64, anchor: Anchor, colour: Colour) {
        self.on_screen();
        self.context.set_font(&format!("{}px system-ui, sans-serif", size_px.round() as i32));
        let right_px = match anchor {
            Anchor::Middle => {
                self.context.set_text_align("center");
                0.0
            }
            Anchor::Start => {
                self.context.set_text_align("left");
                measure::BESIDE_PX
            }
        };
        self.context.set_text_baseline("middle");
        self.context.set_line_width(2.5);
        self.context.set_line_join("round");
        let _ = self.context.set_line_dash(&Array::new());
        self.context.set_stroke_style_str(self.palette.hex(Colour::Halo));
        let _ = self.context.stroke_text(text, at.x_px + right_px, at.y_px);
        self.context.set_fill_style_str(self.palette.hex(colour));
        let _ = self.context.fill_text(text, at.x_px + right_px, at.y_px);
    }
}
