//! The live map's state: plane, camera, scene and canvases; redraws only what changed.

use std::rc::Rc;
use std::sync::Arc;

use entente_atlas::Date;
use entente_geo::{LonLat, Plane, Projection};
use entente_scene::build::build;
use entente_scene::camera::{Camera, ScreenPoint, Size};
use entente_scene::change::Change;
use entente_scene::emphasis::{Target, emphasis};
use entente_scene::mark::Mark;
use entente_scene::scene::Scene;
use entente_scene::setting::Setting;
use entente_scene::style::{DARK, LIGHT, Palette};
use entente_scene::view::{CameraView, View};
use entente_scene::world::World;
use entente_scene::{framing, pick};
use web_sys::HtmlElement;

use super::painting::{Look, Painting};
use crate::facts;

/// Lines on the screen stray by no more than this from what they would be in every detail.
const DETAIL_PX: f64 = 0.4;

/// Where a picture was drawn, and with what.
pub(super) struct Stage {
    today: Date,
    world: Arc<World>,
    view: View,
    size: Size,
    is_dark: bool,
    projection: Projection,
    plane: Plane,
    /// The scale that the plane's detail was chosen for.
    detail_scale_px: f64,
    /// Where the camera is while the view asks for no other place.
    home: Camera,
    camera: Camera,
    scene: Option<Scene>,
    change: Option<Rc<Change>>,
    hovered: Option<Target>,
    painting: Painting,
    #[cfg(feature = "bench")]
    paints: Vec<entente_scene::pattern::Paint>,
}

impl Stage {
    /// An empty stage within `element`.
    pub fn new(element: &HtmlElement, today: Date, world: Arc<World>, view: View) -> Option<Self> {
        let projection = framing::projection(&view, facts::atlas(), &world);
        let size = Size::new(1.0, 1.0);
        let home = framing::home(&view, facts::atlas(), &world, &projection, size);
        Some(Self {
            today,
            world,
            view,
            size,
            is_dark: false,
            projection,
            plane: Plane::default(),
            detail_scale_px: 0.0,
            home,
            camera: home,
            scene: None,
            change: None,
            hovered: None,
            painting: Painting::new(element)?,
            #[cfg(feature = "bench")]
            paints: Vec::new(),
        })
    }

    fn setting(&self) -> Setting<'_> {
        Setting {
            atlas: facts::atlas(),
            world: &self.world,
            plane: &self.plane,
            projection: &self.projection,
            camera: self.camera,
            size: self.size,
            view: &self.view,
            today: self.today,
            change: self.change.as_deref(),
        }
    }

    /// The picture as it stands.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// The whole picture in words.
    pub fn description(&self) -> String {
        self.scene.as_ref().map(|scene| entente_scene::describe::describe(scene, &self.setting())).unwrap_or_default()
    }

    /// Fits the canvases to the element; true where that changed anything.
    pub fn resize(&mut self, width_px: f64, height_px: f64, density: f64) -> bool {
        let size = Size::new(width_px, height_px);
        if size == self.size && !self.painting.differs_in_density(density) {
            return false;
        }
        self.size = size;
        self.painting.resize(size, density);
        self.home = self.home_of_view();
        self.look();
        true
    }

    fn home_of_view(&self) -> Camera {
        framing::home(&self.view, facts::atlas(), &self.world, &self.projection, self.size)
    }

    /// Brings the camera to where the view asks for.
    fn look(&mut self) {
        self.camera = framing::camera(&self.view, &self.projection, self.size, &self.home);
    }

    /// Switches between light and dark; true where that changed anything.
    pub fn set_dark(&mut self, is_dark: bool) -> bool {
        let changes = self.is_dark != is_dark;
        self.is_dark = is_dark;
        if changes {
            self.painting.forget_tiles();
            self.scene = None;
        }
        changes
    }

    /// Takes other shapes in place of the present ones.
    pub fn set_world(&mut self, world: Arc<World>) {
        if Arc::ptr_eq(&self.world, &world) {
            return;
        }
        self.world = world;
        self.detail_scale_px = 0.0;
        self.scene = None;
        self.painting.forget_paths();
    }

    /// Shows a view, or the change that it asks for: what of it differs from the last is drawn again.
    pub fn show(&mut self, view: &View, change: Option<Rc<Change>>) {
        self.change = change;
        let moves = view.camera != self.view.camera;
        self.view = view.clone();
        let projection = framing::projection(view, facts::atlas(), &self.world);
        let turns = projection != self.projection;
        if turns {
            self.projection = projection;
            self.detail_scale_px = 0.0;
        }
        // Other shapes alone move nothing: a drag that is not yet written into the view goes on.
        let home = self.home_of_view();
        let leaves = std::mem::replace(&mut self.home, home) != home && view.camera.is_none();
        if moves || turns || leaves {
            self.look();
        }
        self.draw();
    }

    /// Draws whatever differs from what is on the canvases, at the present camera and in the detail it asks for.
    pub fn draw(&mut self) {
        let refined = self.refine();
        let scene = build(&self.setting());
        #[cfg(feature = "bench")]
        let scene = self.repainted(scene);
        let previous = self.scene.take().filter(|_| !refined);
        let look = Look { plane: &self.plane, camera: self.camera, palette: palette(self.is_dark) };
        self.painting.draw(&look, previous, &scene);
        self.scene = Some(scene);
        self.set_off();
    }

    /// Projects anew where the projection changed, or where the camera came so near that more detail shows.
    fn refine(&mut self) -> bool {
        let ratio = self.camera.scale_px / self.detail_scale_px.max(1e-9);
        if (0.5..=1.5).contains(&ratio) {
            return false;
        }
        self.detail_scale_px = self.camera.scale_px;
        self.plane.update(&self.world.topology, &self.projection, DETAIL_PX / self.camera.scale_px);
        self.painting.forget_paths();
        true
    }

    fn set_off(&mut self) {
        let selected = self.view.select.map(Target::from);
        let targets = [selected, self.hovered].into_iter().flatten();
        let marks: Vec<Mark> = targets.flat_map(|target| emphasis(&self.setting(), target)).collect();
        let look = Look { plane: &self.plane, camera: self.camera, palette: palette(self.is_dark) };
        self.painting.set_off(&look, &marks);
    }

    /// Sets off what the pointer is on; nothing else is drawn again.
    pub fn hover(&mut self, target: Option<Target>) {
        if self.hovered != target {
            self.hovered = target;
            self.set_off();
        }
    }

    /// What lies under a point of the stage.
    pub fn pick(&self, at: ScreenPoint) -> Option<Target> {
        self.scene.as_ref().and_then(|scene| pick::pick(scene, &self.setting(), at))
    }

    /// Where a place lies on the stage.
    pub fn screen_from_lonlat(&self, place: LonLat) -> Option<ScreenPoint> {
        self.projection.project(place).map(|at| self.camera.screen_from_plane(at))
    }

    /// Moves the finished picture; only where it leaves its margin is it drawn anew.
    pub fn move_to(&mut self, camera: Camera) {
        let bounds = self.projection.bounds();
        self.camera = camera.clamped(&self.home, bounds, self.size);
        // What is pointed at is set off again once the map stands.
        self.hover(None);
        let Some(scene) = &self.scene else { return };
        let look = Look { plane: &self.plane, camera: self.camera, palette: palette(self.is_dark) };
        if self.painting.carry(&look, bounds, scene) {
            self.set_off();
        }
    }

    /// The camera as it stands.
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// Turns the globe by a drag, keeping the place under the pointer as near to it as it can.
    pub fn turn(&mut self, right_px: f64, down_px: f64) -> LonLat {
        let deg_per_px = 1.0_f64.to_degrees() / self.camera.scale_px;
        let place = LonLat::new(
            framing::wrapped_deg(self.projection.centre_lon_deg - right_px * deg_per_px),
            (self.projection.centre_lat_deg + down_px * deg_per_px).clamp(-90.0, 90.0),
        );
        self.projection = Projection::globe(place);
        self.detail_scale_px = 0.0;
        self.draw();
        place
    }

    /// Whether the map is a globe, which turns where a flat map is dragged.
    pub fn is_globe(&self) -> bool {
        self.projection.kind.is_globe()
    }

    /// How far the reader is zoomed in; 1 is the whole world.
    pub fn zoom(&self) -> f64 {
        self.camera.scale_px / self.home.scale_px
    }

    /// The present camera as a part of the view.
    pub fn camera_view(&self) -> Option<CameraView> {
        framing::view_of_camera(&self.camera, &self.projection, self.size, &self.home)
    }

    /// A camera that shows a target, as a part of the view.
    pub fn view_on(&self, target: Target) -> Option<CameraView> {
        let countries = match target {
            Target::Country(country) => [country].into_iter().collect(),
            Target::Bloc(bloc) => entente_atlas::query::at::members(facts::atlas(), bloc, self.view.date(self.today)),
            Target::Countries(countries) => countries,
            Target::Agreement(_) => return None,
        };
        let camera = framing::camera_on(countries, &self.world, &self.plane, &self.projection, self.size, &self.home)?;
        framing::view_of_camera(&camera, &self.projection, self.size, &self.home)
    }

    /// Width and height of the stage.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The shapes shown.
    pub fn world(&self) -> &Arc<World> {
        &self.world
    }

    /// Fills every shape with the paint in its place from now on, whatever the view says: for benchmarks alone.
    #[cfg(feature = "bench")]
    pub fn set_paints(&mut self, paints: Vec<entente_scene::pattern::Paint>) {
        self.paints = paints;
        if self.scene.is_some() {
            self.draw();
        }
    }

    #[cfg(feature = "bench")]
    fn repainted(&self, mut scene: Scene) -> Scene {
        for (mark, wanted) in scene.land.iter_mut().zip(&self.paints) {
            if let Mark::Land { paint, .. } = mark {
                paint.clone_from(wanted);
            }
        }
        scene
    }
}

fn palette(is_dark: bool) -> &'static Palette {
    if is_dark { &DARK } else { &LIGHT }
}
