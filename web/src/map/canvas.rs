//! What is seen of the map: a picture that is moved as a whole, or a canvas painted in place; and one for what is pointed at.
//!
//! A canvas that can be painted costs a browser half a millisecond in every frame, moved or not, a picture handed over whole nothing:
//! hence no more of them than are needed, and none while a reader drags.

use entente_geo::Bounds;
use entente_scene::camera::{Camera, Size};
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ImageBitmapRenderingContext, OffscreenCanvas};

/// How far the picture reaches beyond the stage on each side, as a share of it, so that a drag finds something there.
pub(super) const OVERSCAN: f64 = 0.2;

/// How much a finished picture may be magnified before it is drawn anew.
const STRETCH: std::ops::RangeInclusive<f64> = 0.2..=6.0;

/// More device pixels than this per CSS pixel cost time and show nothing.
const DENSITY_MAX: f64 = 2.0;

/// Which canvas is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// A picture handed over whole: it costs most to change and nothing to move.
    Picture,
    /// The canvas that is painted, since what is shown changed where it stands.
    InPlace,
    /// The same canvas, since the picture had to be drawn anew on the way.
    OnTheWay,
}

/// A part of the stage in whole CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// Its left edge, from that of the stage.
    pub left_px: f64,
    /// Its upper edge, from that of the stage.
    pub top_px: f64,
    /// Its width.
    pub width_px: f64,
    /// Its height.
    pub height_px: f64,
}

/// A wiped canvas for a part of the stage.
pub(super) struct Surface {
    /// Where to paint.
    pub context: CanvasRenderingContext2d,
    /// The part.
    pub frame: Frame,
    /// Device pixels per CSS pixel.
    pub density: f64,
}

/// The canvases of a stage.
pub(super) struct Canvases {
    /// Holds the others and is moved, in place of each of them.
    mover: HtmlElement,
    sheet: OffscreenCanvas,
    sheet_context: CanvasRenderingContext2d,
    picture: HtmlCanvasElement,
    picture_context: ImageBitmapRenderingContext,
    live: Layer,
    over: Layer,
    hover: Layer,
    size: Size,
    density: f64,
    drawn_at: Option<Camera>,
    overscan: f64,
    seen: Seen,
}

impl Canvases {
    /// Empty canvases within `element`; `None` where the browser has none to give.
    pub fn new(element: &HtmlElement) -> Option<Self> {
        let mover: HtmlElement = document().create_element("div").ok()?.unchecked_into();
        mover.set_class_name("canvases");
        mover.set_attribute("aria-hidden", "true").ok()?;
        let picture = canvas()?;
        let picture_context = picture.get_context("bitmaprenderer").ok()??.unchecked_into();
        let sheet = OffscreenCanvas::new(1, 1).ok()?;
        // Both contexts have the same methods.
        let sheet_context = sheet.get_context("2d").ok()??.unchecked_into();
        let [live, over, hover] = [Layer::new()?, Layer::new()?, Layer::new()?];
        for canvas in [&picture, &live.canvas, &hover.canvas] {
            mover.append_child(canvas).ok()?;
        }
        element.prepend_with_node_1(&mover).ok()?;
        let (size, density) = (Size::new(1.0, 1.0), 0.0);
        let (drawn_at, overscan, seen) = (None, OVERSCAN, Seen::Picture);
        Some(Self {
            mover,
            sheet,
            sheet_context,
            picture,
            picture_context,
            live,
            over,
            hover,
            size,
            density,
            drawn_at,
            overscan,
            seen,
        })
    }

    /// Whether the screen's density is another than that of the canvases.
    pub fn differ_in_density(&self, density: f64) -> bool {
        (self.density - density.clamp(1.0, DENSITY_MAX)).abs() > 1e-3
    }

    /// Fits the canvases to the stage; what was on them is out of date.
    pub fn resize(&mut self, size: Size, density: f64) {
        self.size = size;
        self.density = density.clamp(1.0, DENSITY_MAX);
        self.drawn_at = None;
    }

    /// The camera that what is seen was drawn at.
    pub fn drawn_at(&self) -> Option<Camera> {
        self.drawn_at
    }

    /// Which canvas is seen.
    pub fn seen(&self) -> Seen {
        self.seen
    }

    /// The part of the stage that is painted: all of it, and in a picture what lies around.
    pub fn frame(&self) -> Frame {
        let Size { width_px, height_px } = self.size;
        let (left_px, top_px) = ((width_px * self.overscan).ceil(), (height_px * self.overscan).ceil());
        Frame {
            left_px: -left_px,
            top_px: -top_px,
            width_px: (width_px + 2.0 * left_px).ceil(),
            height_px: (height_px + 2.0 * top_px).ceil(),
        }
    }

    /// The sheet on which the next picture is painted.
    pub fn sheet(&mut self) -> Surface {
        (self.seen, self.overscan) = (Seen::Picture, OVERSCAN);
        let (frame, density) = (self.frame(), self.density);
        let (width, height) = device_size(frame, density);
        if (self.sheet.width(), self.sheet.height()) != (width, height) {
            self.sheet.set_width(width);
            self.sheet.set_height(height);
        }
        Surface { context: self.sheet_context.clone(), frame, density }
    }

    /// The canvas that is painted in place or on the way, with some share of the stage around it.
    pub fn live(&mut self, seen: Seen, overscan: f64) -> Surface {
        (self.seen, self.overscan) = (seen, overscan);
        self.live.surface(self.frame(), self.density)
    }

    /// The canvas, never seen itself, of what lies over the land in place.
    pub fn over(&mut self) -> Surface {
        self.overscan = 0.0;
        self.over.surface(self.frame(), self.density)
    }

    /// Lays what lies over the land on the canvas painted in place.
    pub fn lay_over(&self) {
        let context = &self.live.context;
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        let _ = context.draw_image_with_html_canvas_element(&self.over.canvas, 0.0, 0.0);
    }

    /// Shows what was painted last, drawn at this camera.
    pub fn show(&mut self, camera: Camera) {
        let is_picture = self.seen == Seen::Picture;
        if is_picture && let Ok(bitmap) = self.sheet.transfer_to_image_bitmap() {
            self.picture_context.transfer_from_image_bitmap(&bitmap);
        }
        put(if is_picture { &self.picture } else { &self.live.canvas }, self.frame());
        self.picture.set_hidden(!is_picture);
        self.live.canvas.set_hidden(is_picture);
        self.drawn_at = Some(camera);
        self.place(1.0, 0.0, 0.0);
    }

    /// The canvas of what is pointed at, for a part of the stage; hidden where there is none.
    pub fn hover(&self, frame: Option<Frame>) -> Option<Surface> {
        self.hover.canvas.set_hidden(frame.is_none());
        let frame = frame?;
        put(&self.hover.canvas, frame);
        Some(self.hover.surface(frame, self.density))
    }

    /// Moves the finished picture to where `camera` would draw it; false where it has to be drawn anew.
    ///
    /// Only as much of the stage has to be covered as the world itself covers there: beyond is paper.
    pub fn carry_to(&mut self, camera: Camera, world: Bounds) -> bool {
        let Some(drawn_at) = self.drawn_at.filter(|_| self.seen != Seen::InPlace) else { return false };
        let (factor, right_px, down_px) = drawn_at.screen_change_to(&camera);
        let Size { width_px, height_px } = self.size;
        let least = camera.screen_from_plane(world.min);
        let most = camera.screen_from_plane(world.max);
        let frame = self.frame();
        let left = right_px + frame.left_px * factor;
        let top = down_px + frame.top_px * factor;
        let covers = left <= least.x_px.max(0.0)
            && top <= least.y_px.max(0.0)
            && left + frame.width_px * factor >= most.x_px.min(width_px)
            && top + frame.height_px * factor >= most.y_px.min(height_px);
        // Zoomed out, whatever is beyond the picture is beyond the world as well, most of the time: wait for the end.
        if !STRETCH.contains(&factor) || (!covers && factor >= 1.0) {
            return false;
        }
        self.place(factor, right_px, down_px);
        true
    }

    /// Takes back all moving since the picture was drawn.
    pub fn stay(&self) {
        self.place(1.0, 0.0, 0.0);
    }

    fn place(&self, factor: f64, right_px: f64, down_px: f64) {
        // The browser writes the numbers: Rust's own float formatting would weigh 6 KB.
        let values: js_sys::Array =
            [factor, 0.0, 0.0, factor, right_px, down_px].map(wasm_bindgen::JsValue::from_f64).iter().collect();
        let matrix = String::from("matrix(") + &String::from(values.join(",")) + ")";
        let _ = self.mover.style().set_property("transform", &matrix);
    }
}

struct Layer {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Layer {
    fn new() -> Option<Self> {
        let canvas = canvas()?;
        canvas.set_hidden(true);
        let context = canvas.get_context("2d").ok()??.unchecked_into();
        Some(Self { canvas, context })
    }

    fn surface(&self, frame: Frame, density: f64) -> Surface {
        let (width, height) = device_size(frame, density);
        if (self.canvas.width(), self.canvas.height()) == (width, height) {
            let _ = self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
            self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        } else {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        Surface { context: self.context.clone(), frame, density }
    }
}

fn canvas() -> Option<HtmlCanvasElement> {
    Some(document().create_element("canvas").ok()?.unchecked_into())
}

fn device_size(frame: Frame, density: f64) -> (u32, u32) {
    ((frame.width_px * density).round() as u32, (frame.height_px * density).round() as u32)
}

/// Puts a canvas where its part of the stage is.
fn put(canvas: &HtmlCanvasElement, frame: Frame) {
    let style = canvas.style();
    let Frame { left_px, top_px, width_px, height_px } = frame;
    for (side, length_px) in [("left", left_px), ("top", top_px), ("width", width_px), ("height", height_px)] {
        let _ = style.set_property(side, &format!("{}px", length_px as i32));
    }
}
