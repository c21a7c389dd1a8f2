//! A picture of a view: what `render` draws and the page opens with.

use entente_atlas::{Atlas, Date};
use entente_geo::Topology;
use entente_scene::camera::Size;
use entente_scene::press::drawn;
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
    drawn((atlas, &world), (view, today), (size, DETAIL_PX), make)
}

/// `1200x640` as width and height, each from 16 to 16,000.
pub(crate) fn size(text: &str) -> Result<(u32, u32), String> {
    let sane = |side: &str| side.parse().ok().filter(|side| (16..=16_000).contains(side));
    let sides = text.split_once(['x', '×']).and_then(|(width, height)| Some((sane(width)?, sane(height)?)));
    sides.ok_or_else(|| format!("{text} is no size: write width x height, each 16 to 16000, like 1200x640"))
}
