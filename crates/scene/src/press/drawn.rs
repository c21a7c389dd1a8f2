//! A view set up as a picture of a size, drawn only as far as its edges.

use entente_atlas::{Atlas, Date};
use entente_geo::{Bounds, Plane};

use crate::build::build;
use crate::camera::{ScreenPoint, Size};
use crate::change::Change;
use crate::framing;
use crate::mark::Mark;
use crate::scene::Scene;
use crate::setting::Setting;
use crate::view::View;
use crate::world::World;

/// Sets a view up on shapes, at a size in which no line strays by more than so many pixels, and gives it to `make`.
pub fn drawn<T>(
    (atlas, world): (&Atlas, &World),
    (view, today): (&View, Date),
    (size, detail_px): (Size, f64),
    make: impl FnOnce(Scene, &Setting<'_>) -> T,
) -> T {
    let projection = framing::projection(view, atlas, world);
    let home = framing::home(view, atlas, world, &projection, size);
    let camera = framing::camera(view, &projection, size, &home);
    let plane = Plane::new(&world.topology, &projection, detail_px / camera.scale_px);
    let change = Change::of(atlas, view, today);
    let (plane, projection, change) = (&plane, &projection, change.as_ref());
    let setting = Setting { atlas, world, plane, projection, camera, size, view, today, change };
    let mut scene = build(&setting);
    if view.camera.is_some() {
        trim(&mut scene, &setting);
    }
    make(scene, &setting)
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
