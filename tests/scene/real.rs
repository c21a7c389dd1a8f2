//! The real facts on the real shapes, read once for all tests.

use std::path::PathBuf;
use std::sync::LazyLock;

use entente_atlas::{Atlas, Date};
use entente_cli::folder::Folder;
use entente_geo::{Plane, Projection};
use entente_scene::camera::{Camera, Size};
use entente_scene::framing;
use entente_scene::setting::Setting;
use entente_scene::view::View;
use entente_scene::world::World;

/// Facts and shapes.
pub(crate) struct Real {
    pub(crate) atlas: Atlas,
    pub(crate) world: World,
}

/// The repository's own data.
pub(crate) static REAL: LazyLock<Real> = LazyLock::new(|| {
    let data = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../data"));
    let atlas = Folder::read(&data).and_then(Folder::into_atlas).unwrap_or_default();
    assert!(!atlas.blocs().is_empty(), "the facts cannot be read: see `entente check`");
    let world = World::join(entente_cli::world::fine(&data).unwrap_or_default(), &atlas);
    Real { atlas, world }
});

/// The day on which these tests happen, whenever they run.
pub(crate) const TODAY: &str = "2026-11-23";

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap_or(Date::MIN)
}

/// A view set up, but for the shapes on the plane, which only drawing needs.
pub(crate) struct Desk<'a> {
    pub(crate) real: &'a Real,
    pub(crate) view: &'a View,
    pub(crate) projection: Projection,
    pub(crate) home: Camera,
    pub(crate) camera: Camera,
    pub(crate) size: Size,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(view: &'a View, size: Size) -> Self {
        let real = &*REAL;
        let projection = framing::projection(view, &real.atlas, &real.world);
        let home = framing::home(view, &real.atlas, &real.world, &projection, size);
        let camera = framing::camera(view, &projection, size, &home);
        Self { real, view, projection, home, camera, size }
    }

    pub(crate) fn setting(&'a self, plane: &'a Plane) -> Setting<'a> {
        let Self { real, view, projection, camera, size, .. } = self;
        let (atlas, world, today) = (&real.atlas, &real.world, day(TODAY));
        Setting { atlas, world, plane, projection, camera: *camera, size: *size, view, today, change: None }
    }
}
