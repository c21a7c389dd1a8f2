//! Four canvases, one above the other, that are moved as one while a reader drags.

use entente_scene::camera::{Camera, Size};
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

/// How far the canvases reach beyond the stage on each side, so that a drag finds something there.
pub(super) const OVERSCAN_PX: f64 = 96.0;

/// How much a finished picture may be magnified before it is drawn anew.
const STRETCH: std::ops::RangeInclusive<f64> = 0.4..=3.0;

/// More device pixels than this per CSS pixel cost time and show nothing.
const DENSITY_MAX: f64 = 2.0;

/// The stacked canvases of a stage.
pub(super) struct Canvases {
    frame: HtmlElement,
    all: Vec<(HtmlCanvasElement, CanvasRenderingContext2d)>,
    size: Size,
    density: f64,
    drawn_at: Option<Camera>,
}

impl Canvases {
    /// Four empty canvases within `element`; `None` where the browser has none to give.
    pub fn new(element: &HtmlElement) -> Option<Self> {
        let frame: HtmlElement = document().create_element("div").ok()?.unchecked_into();
        frame.set_class_name("canvases");
        frame.set_attribute("aria-hidden", "true").ok()?;
        let mut all = Vec::new();
        for _ in 0..4 {
            let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
            let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
            frame.append_child(&canvas).ok()?;
            all.push((canvas, context));
        }
        element.prepend_with_node_1(&frame).ok()?;
        Some(Self { frame, all, size: Size::new(1.0, 1.0), density: 0.0, drawn_at: None })
    }

    /// Whether the screen's density is another than that of the canvases.
    pub fn differ_in_density(&self, density: f64) -> bool {
        (self.density - density.clamp(1.0, DENSITY_MAX)).abs() > 1e-3
    }

    /// Fits the canvases to the stage.
    pub fn resize(&mut self, size: Size, density: f64) {
        self.size = size;
        self.density = density.clamp(1.0, DENSITY_MAX);
        let (width_px, height_px) = (size.width_px + 2.0 * OVERSCAN_PX, size.height_px + 2.0 * OVERSCAN_PX);
        for (canvas, _) in &self.all {
            canvas.set_width((width_px * self.density).round() as u32);
            canvas.set_height((height_px * self.density).round() as u32);
            let style = canvas.style();
            let _ = style.set_property("width", &format!("{}px", width_px.round() as i32));
            let _ = style.set_property("height", &format!("{}px", height_px.round() as i32));
        }
        self.drawn_at = None;
        self.place(1.0, 0.0, 0.0);
    }

    /// One canvas, wiped, and the density of its pixels.
    pub fn cleared(&self, at: usize) -> Option<(CanvasRenderingContext2d, f64)> {
        let (canvas, context) = self.all.get(at)?;
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
        Some((context.clone(), self.density))
    }

    /// Notes that the canvases are drawn at `camera` from now on; true where they were drawn at another.
    pub fn settle_at(&mut self, camera: Camera) -> bool {
        let moved = self.drawn_at != Some(camera);
        self.drawn_at = Some(camera);
        self.place(1.0, 0.0, 0.0);
        moved
    }

    /// Moves the finished picture to where `camera` would draw it; false where it has to be drawn anew.
    pub fn carry_to(&mut self, camera: Camera) -> bool {
        let Some(drawn_at) = self.drawn_at else { return false };
        let (factor, right_px, down_px) = drawn_at.screen_change_to(&camera);
        let Size { width_px, height_px } = self.size;
        let left = right_px - OVERSCAN_PX * factor;
        let top = down_px - OVERSCAN_PX * factor;
        let right = right_px + (width_px + OVERSCAN_PX) * factor;
        let bottom = down_px + (height_px + OVERSCAN_PX) * factor;
        let covers = left <= 0.0 && top <= 0.0 && right >= width_px && bottom >= height_px;
        // Zoomed out, whatever is beyond the picture is beyond the world as well, most of the time: wait for the end.
        if !STRETCH.contains(&factor) || (!covers && factor >= 1.0) {
            return false;
        }
        self.place(factor, right_px, down_px);
        true
    }

    fn place(&self, factor: f64, right_px: f64, down_px: f64) {
        let (x, y) = (right_px - OVERSCAN_PX * factor, down_px - OVERSCAN_PX * factor);
        // The browser writes the numbers: Rust's own float formatting would weigh 6 KB.
        let values: js_sys::Array = [factor, 0.0, 0.0, factor, x, y].map(wasm_bindgen::JsValue::from_f64).iter().collect();
        let matrix = String::from("matrix(") + &String::from(values.join(",")) + ")";
        let _ = self.frame.style().set_property("transform", &matrix);
    }
}
