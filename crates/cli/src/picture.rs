//! A picture of a view: what `render` draws and the page opens with.

use entente_atlas::{Atlas, Date};
use entente_geo::{Bounds, Plane, Topology};
use entente_scene::build::build;
use entente_scene::camera::{ScreenPoint, Size};
use entente_scene::change::Change;
use entente_scene::framing;
use entente_scene::mark::Mark;
use entente_scene::scene::Scene;
use entente_scene::setting::Setting;
use entente_scene::svg::{Options, svg};
use entente_scene::view::View;
use entente_scene::world::World;

/// The picture of a view, and its SVG.
pub struct Picture {
    /// What is drawn.
    pub scene: Scene,
    /// As text.
    pub svg: String,
}

/// How fine a picture is: its lines stray by no more than this from what they would be in every detail.
const DETAIL_PX: f64 = 0.4;

/// Draws a view on shapes of some detail.
#[must_use]
pub fn draw(atlas: &Atlas, topology: &Topology, view: &View, today: Date, size: Size, options: Options<'_>) -> Picture {
    with(atlas, topology, view, today, size, |scene, setting| {
        let svg = svg(&scene, setting, options);
        Picture { scene, svg }
    })
}

/// Sets up the picture of a view and gives it to `make`.
pub fn with<T>(
    atlas: &Atlas,
    topology: &Topology,
    view: &View,
    today: Date,
    size: Size,
    make: impl FnOnce(Scene, &Setting<'_>) -> T,
) -> T {
    let world = World::join(topology.clone(), atlas);
    let projection = framing::projection(view, atlas, &world);
    let home = framing::home(view, atlas, &world, &projection, size);
    let camera = framing::camera(view, &projection, size, &home);
    let plane = Plane::new(&world.topology, &projection, DETAIL_PX / camera.scale_px);
    let change = Change::of(atlas, view, today);
    let (world, plane, projection, change) = (&world, &plane, &projection, change.as_ref());
    let setting = Setting { atlas, world, plane, projection, camera, size, view, today, change };
    let mut scene = build(&setting);
    if view.camera.is_some() {
        trim(&mut scene, &setting);
    }
    make(scene, &setting)
}

/// `1200x640` as width and height, each from 16 to 16,000.
pub(crate) fn size(text: &str) -> Result<(u32, u32), String> {
    let sane = |side: &str| side.parse().ok().filter(|side| (16..=16_000).contains(side));
    let sides = text.split_once(['x', '×']).and_then(|(width, height)| Some((sane(width)?, sane(height)?)));
    sides.ok_or_else(|| format!("{text} is no size: write width x height, each 16 to 16000, like 1200x640"))
}

/// Room beyond the edges in which a dot still reaches into the picture.
const REACH_PX: f64 = 12.0;

/// Leaves out what lies beyond the edges: a closer look need not carry the whole world.
fn trim(scene: &mut Scene, setting: &Setting<'_>) {
    let corner = |x_px: f64, y_px: f64| setting.camera.plane_from_screen(ScreenPoint { x_px, y_px });
    let Size { width_px, height_px } = setting.size;
    let window = Bounds::new(corner(-REACH_PX, -REACH_PX), corner(width_px + REACH_PX, height_px + REACH_PX));
    let is_in_sight = |mark: &Mark| match mark {
        Mark::Land { shape, .. } => window.intersects(&setting.plane.shape(*shape).bounds()),
        Mark::Dot { at, .. } | Mark::Label { at, .. } => window.contains(*at),
        Mark::Sea | Mark::Graticule | Mark::Lines { .. } | Mark::Link { .. } => true,
    };
    scene.land.retain(is_in_sight);
    scene.over.retain(is_in_sight);
}
