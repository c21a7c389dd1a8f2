//! Three canvases, one above the other, that are moved as one while a reader drags: land, what lies over it, what is pointed at.
//!
//! Each visible canvas costs a browser half a millisecond in every frame that moves it: hence no more, and the last hidden while empty.

use entente_geo::Bounds;
use entente_scene::camera::{Camera, Size};
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

/// How far the canvases reach beyond the stage on each side, so that a drag finds something there.
pub(super) const OVERSCAN_PX: f64 = 96.0;

/// How much a finished picture may be magnified before it is drawn anew.
const STRETCH: std::ops::RangeInclusive<f64> = 0.2..=6.0;

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
    /// Three empty canvases within `element`; `None` where the browser has none to give.
    pub fn new(element: &HtmlElement) -> Option<Self> {
        let frame: HtmlElement = document().create_element("div").ok()?.unchecked_into();
        frame.set_class_name("canvases");
        frame.set_attribute("aria-hidden", "true").ok()?;
        let mut all = Vec::new();
        for _ in 0..3 {
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
    ///
    /// Only as much of the stage has to be covered as the world itself covers there: beyond is paper.
    pub fn carry_to(&mut self, camera: Camera, world: Bounds) -> bool {
        let Some(drawn_at) = self.drawn_at else { return false };
        let (factor, right_px, down_px) = drawn_at.screen_change_to(&camera);
        let Size { width_px, height_px } = self.size;
        let least = camera.screen_from_plane(world.min);
        let most = camera.screen_from_plane(world.max);
        let left = right_px - OVERSCAN_PX * factor;
        let top = down_px - OVERSCAN_PX * factor;
        let right = right_px + (width_px + OVERSCAN_PX) * factor;
        let bottom = down_px + (height_px + OVERSCAN_PX) * factor;
        let covers = left <= least.x_px.max(0.0)
            && top <= least.y_px.max(0.0)
            && right >= most.x_px.min(width_px)
            && bottom >= most.y_px.min(height_px);
        // Zoomed out, whatever is beyond the picture is beyond the world as well, most of the time: wait for the end.
        if !STRETCH.contains(&factor) || (!covers && factor >= 1.0) {
            return false;
        }
        self.place(factor, right_px, down_px);
        true
    }

    /// Shows a canvas or takes it out of the picture.
    pub fn set_visible(&self, at: usize, is_visible: bool) {
        if let Some((canvas, _)) = self.all.get(at) {
            canvas.set_hidden(!is_visible);
        }
    }

    fn place(&self, factor: f64, right_px: f64, down_px: f64) {
        let (x, y) = (right_px - OVERSCAN_PX * factor, down_px - OVERSCAN_PX * factor);
        // The browser writes the numbers: Rust's own float formatting would weigh 6 KB.
        let values: js_sys::Array =
            [factor, 0.0, 0.0, factor, x, y].map(wasm_bindgen::JsValue::from_f64).iter().collect();
        let matrix = String::from("matrix(") + &String::from(values.join(",")) + ")";
        let _ = self.frame.style().set_property("transform", &matrix);
    }
}
