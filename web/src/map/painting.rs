//! Painting a picture: all of it where the camera moved, else only what changed.

use entente_geo::{Bounds, Plane};
use entente_scene::camera::{Camera, ScreenPoint, Size};
use entente_scene::mark::{LAYERS, Layer, Mark};
use entente_scene::scene::Scene;
use entente_scene::style::{Palette, measure};
use web_sys::HtmlElement;

use super::brush::Brush;
use super::canvas::{Canvases, Frame, OVERSCAN, Seen, Surface};
use super::paths::Paths;
use super::tiles::Tiles;

/// What every painting needs to know.
pub(super) struct Look<'a> {
    /// The shapes on the plane.
    pub plane: &'a Plane,
    /// From the plane to the stage.
    pub camera: Camera,
    /// Light or dark.
    pub palette: &'a Palette,
}

/// The canvases with the browser's paths and patterns.
pub(super) struct Painting {
    canvases: Canvases,
    paths: Paths,
    tiles: Tiles,
    /// Whether the canvas of what lies over the land is up to date.
    is_over_done: bool,
}

impl Painting {
    /// Nothing yet, within `element`; `None` where the browser has no canvas to give.
    pub fn new(element: &HtmlElement) -> Option<Self> {
        let canvases = Canvases::new(element)?;
        Some(Self { canvases, paths: Paths::default(), tiles: Tiles::default(), is_over_done: false })
    }

    /// Whether the screen's density is another than that of the canvases.
    pub fn differs_in_density(&self, density: f64) -> bool {
        self.canvases.differ_in_density(density)
    }

    /// Fits the canvases to the stage.
    pub fn resize(&mut self, size: Size, density: f64) {
        self.canvases.resize(size, density);
        self.tiles.clear();
    }

    /// Forgets the browser's paths: the plane has changed.
    pub fn forget_paths(&mut self) {
        self.paths.clear();
    }

    /// Forgets the patterns: the palette has changed.
    pub fn forget_tiles(&mut self) {
        self.tiles.clear();
    }

    /// Shows a scene in place of the previous one, where that was drawn on the same plane and in the same colours.
    pub fn draw(&mut self, look: &Look<'_>, previous: Option<Scene>, scene: &Scene) {
        let stands = self.canvases.drawn_at() == Some(look.camera) && self.canvases.seen() != Seen::OnTheWay;
        if let Some(previous) = previous.filter(|_| stands) {
            self.draw_changes(look, &previous, scene);
        } else {
            let surface = self.canvases.sheet();
            self.draw_all(look, &surface, scene);
        }
    }

    fn draw_all(&mut self, look: &Look<'_>, surface: &Surface, scene: &Scene) {
        LAYERS.iter().for_each(|layer| self.paint(look, surface, scene.layer(*layer)));
        self.canvases.show(look.camera);
        self.is_over_done = false;
    }

    fn draw_changes(&mut self, look: &Look<'_>, previous: &Scene, scene: &Scene) {
        let differs = |layers: [Layer; 2]| layers.iter().any(|layer| previous.layer(*layer) != scene.layer(*layer));
        let (land, over) = ([Layer::Ground, Layer::Land], [Layer::Lines, Layer::Over]);
        let over_differs = differs(over);
        if !over_differs && !differs(land) {
            return self.canvases.stay();
        }
        if over_differs || !self.is_over_done {
            let surface = self.canvases.over();
            over.iter().for_each(|layer| self.paint(look, &surface, scene.layer(*layer)));
            self.is_over_done = true;
        }
        let surface = self.canvases.live(Seen::InPlace, 0.0);
        land.iter().for_each(|layer| self.paint(look, &surface, scene.layer(*layer)));
        self.canvases.lay_over();
        self.canvases.show(look.camera);
    }

    /// Sets off what is pointed at or selected by these marks; a canvas as small as they are costs least.
    pub fn set_off(&mut self, look: &Look<'_>, marks: &[Mark]) {
        // Under way the picture is seen elsewhere than it was drawn, and these with it.
        let look = Look { camera: self.canvases.drawn_at().unwrap_or(look.camera), ..*look };
        let frame = extent(&look, marks).and_then(|frame| shared(frame, self.canvases.frame()));
        if let Some(surface) = self.canvases.hover(frame) {
            self.paint(&look, &surface, marks);
        }
    }

    /// Shows a scene at another camera for as long as the map moves: by moving the finished picture, and where that will not do, by
    /// drawing it anew as it is, without what would be chosen for the new camera. True where it is drawn anew.
    pub fn carry(&mut self, look: &Look<'_>, world: Bounds, scene: &Scene) -> bool {
        if self.canvases.carry_to(look.camera, world) {
            return false;
        }
        let surface = if self.canvases.seen() == Seen::InPlace {
            self.canvases.sheet()
        } else {
            // A picture that grows or shrinks soon has to be drawn again: nothing around it.
            let zooms =
                self.canvases.drawn_at().is_some_and(|at| (look.camera.scale_px / at.scale_px - 1.0).abs() > 1e-3);
            self.canvases.live(Seen::OnTheWay, if zooms { 0.0 } else { OVERSCAN })
        };
        self.draw_all(look, &surface, scene);
        true
    }

    fn paint(&mut self, look: &Look<'_>, surface: &Surface, marks: &[Mark]) {
        let Surface { context, frame, density } = surface;
        let camera = look.camera.panned(-frame.left_px, -frame.top_px);
        let corner = |x_px, y_px| camera.plane_from_screen(ScreenPoint { x_px, y_px });
        // Lines reach beyond their points.
        let seen = Bounds::new(corner(-4.0, -4.0), corner(frame.width_px + 4.0, frame.height_px + 4.0));
        let Self { paths, tiles, .. } = self;
        let (plane, palette) = (look.plane, look.palette);
        let mut brush = Brush { context, plane, camera, seen, density: *density, palette, paths, tiles };
        marks.iter().for_each(|mark| brush.mark(mark));
    }
}

/// The part of the stage that marks lie on; `None` where there is nothing of them.
fn extent(look: &Look<'_>, marks: &[Mark]) -> Option<Frame> {
    let mut bounds = Bounds::EMPTY;
    let mut reach_px = 0.0_f64;
    for mark in marks {
        match mark {
            Mark::Lines { arcs, pen, .. } => {
                reach_px = reach_px.max(pen.width_px);
                for arc in arcs {
                    let of_arc = look.plane.arc(*arc).bounds();
                    bounds.add(of_arc.min);
                    bounds.add(of_arc.max);
                }
            }
            Mark::Dot { at, radius_px, .. } => {
                reach_px = reach_px.max(radius_px + measure::BORDER_PX);
                bounds.add(*at);
            }
            // Nothing else sets off.
            _ => {}
        }
    }
    let (least, most) = (look.camera.screen_from_plane(bounds.min), look.camera.screen_from_plane(bounds.max));
    let (left_px, top_px) = (down(least.x_px - reach_px), down(least.y_px - reach_px));
    let (width_px, height_px) = (up(most.x_px + reach_px) - left_px, up(most.y_px + reach_px) - top_px);
    (!bounds.is_empty()).then_some(Frame { left_px, top_px, width_px, height_px })
}

/// Whole device pixels at any density: by fours.
fn down(px: f64) -> f64 {
    (px / 4.0).floor() * 4.0
}

fn up(px: f64) -> f64 {
    (px / 4.0).ceil() * 4.0
}

/// What two parts of the stage have in common.
fn shared(one: Frame, other: Frame) -> Option<Frame> {
    let left_px = one.left_px.max(other.left_px);
    let top_px = one.top_px.max(other.top_px);
    let width_px = (one.left_px + one.width_px).min(other.left_px + other.width_px) - left_px;
    let height_px = (one.top_px + one.height_px).min(other.top_px + other.height_px) - top_px;
    (width_px > 0.0 && height_px > 0.0).then_some(Frame { left_px, top_px, width_px, height_px })
}
