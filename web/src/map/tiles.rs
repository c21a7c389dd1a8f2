//! Fills for the canvas: flat colours and the patterns of striped and hatched land.

use entente_scene::pattern::{Coat, Part, Tile};
use entente_scene::style::Palette;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement, SvgMatrix};

use leptos::prelude::document;

/// Patterns made so far, for one palette and one density of pixels.
#[derive(Default)]
pub(super) struct Tiles {
    made: Vec<(Tile, CanvasPattern)>,
}

impl Tiles {
    /// Forgets all: the palette or the density has changed.
    pub fn clear(&mut self) {
        self.made.clear();
    }

    /// Makes `coat` the fill of `context`, whose transform magnifies by `scale` device pixels per unit.
    pub fn fill_with(
        &mut self,
        context: &CanvasRenderingContext2d,
        coat: &Coat,
        palette: &Palette,
        density: f64,
        scale: f64,
    ) -> Option<()> {
        match coat {
            Coat::Flat(colour) => context.set_fill_style_str(palette.hex(*colour)),
            Coat::Tiled(tile) => {
                if !self.made.iter().any(|(known, _)| known == tile) {
                    self.made.push((tile.clone(), made(context, tile, palette, density)?));
                }
                let (_, pattern) = self.made.iter().find(|(known, _)| known == tile)?;
                // The tile is drawn in device pixels: undo the map's magnification, and turn.
                set_turn(pattern, tile.turn_deg, 1.0 / scale);
                context.set_fill_style_canvas_pattern(pattern);
            }
        }
        Some(())
    }
}

#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    type DomMatrix;
    #[wasm_bindgen(constructor, js_class = "DOMMatrix")]
    fn new(values: &[f64]) -> DomMatrix;
}

fn set_turn(pattern: &CanvasPattern, turn_deg: f64, scale: f64) {
    let (sin, cos) = entente_geo::trig::sin_cos(turn_deg.to_radians());
    let matrix = DomMatrix::new(&[cos * scale, sin * scale, -sin * scale, cos * scale, 0.0, 0.0]);
    pattern.set_transform(JsValue::from(matrix).unchecked_ref::<SvgMatrix>());
}

fn made(context: &CanvasRenderingContext2d, tile: &Tile, palette: &Palette, density: f64) -> Option<CanvasPattern> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    let side = (tile.side_px * density).round().max(1.0);
    canvas.set_width(side as u32);
    canvas.set_height(side as u32);
    let ink: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    let zoom = side / tile.side_px;
    let _ = ink.set_transform(zoom, 0.0, 0.0, zoom, 0.0, 0.0);
    for part in &tile.parts {
        draw(&ink, part, tile.side_px / 2.0, palette);
    }
    context.create_pattern_with_html_canvas_element(&canvas, "repeat").ok()?
}

fn draw(ink: &CanvasRenderingContext2d, part: &Part, middle_px: f64, palette: &Palette) {
    let circle = |radius_px: f64| {
        ink.begin_path();
        let _ = ink.arc(middle_px, middle_px, radius_px, 0.0, std::f64::consts::TAU);
    };
    match part {
        Part::Rectangle { x_px, y_px, width_px, height_px, colour } => {
            ink.set_fill_style_str(palette.hex(*colour));
            ink.fill_rect(*x_px, *y_px, *width_px, *height_px);
        }
        Part::Disc { radius_px, colour } => {
            ink.set_fill_style_str(palette.hex(*colour));
            circle(*radius_px);
            ink.fill();
        }
        Part::Ring { radius_px, width_px, colour } => {
            ink.set_stroke_style_str(palette.hex(*colour));
            ink.set_line_width(*width_px);
            circle(*radius_px);
            ink.stroke();
        }
    }
}
