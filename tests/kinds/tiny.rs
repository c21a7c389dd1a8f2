//! What the kinds share: the facts of a case, the day it is, and a picture set up to be drawn.

use entente_atlas::{Atlas, Date, Problem};
use entente_cli::folder::Folder;
use entente_cli::world;
use entente_geo::{Plane, Projection};
use entente_scene::camera::{Camera, Size};
use entente_scene::change::Change;
use entente_scene::framing;
use entente_scene::setting::Setting;
use entente_scene::view::View;
use entente_scene::world::World;
use libtest_mimic::Failed;

use crate::Case;

/// The day on which every case happens.
pub(crate) fn today() -> Date {
    Date::from_ymd(2026, 11, 23).unwrap_or(Date::MIN)
}

/// The edition of every case's facts.
pub(crate) const EDITION: &str = "2026-11-23 · 0badcafe";

/// The facts of a case, all of one edition: a digest would change every golden with every fact.
pub(crate) fn atlas(case: &Case) -> Result<Atlas, Failed> {
    let mut folder = Folder::read(&case.data).map_err(|error| error.to_string())?;
    EDITION.clone_into(&mut folder.records.version);
    Ok(folder.into_atlas().map_err(|error| error.to_string())?)
}

/// The facts of a case with what a link supposes, and what of it cannot be.
pub(crate) fn atlas_of(case: &Case, query: &str) -> Result<(Atlas, Vec<Problem>), Failed> {
    let mut folder = Folder::read(&case.data).map_err(|error| error.to_string())?;
    EDITION.clone_into(&mut folder.records.version);
    Ok(folder.into_atlas_of(query).map_err(|error| error.to_string())?)
}

/// Everything that a setting borrows.
pub(crate) struct Desk<'a> {
    atlas: &'a Atlas,
    view: &'a View,
    world: World,
    projection: Projection,
    camera: Camera,
    plane: Plane,
    size: Size,
    change: Option<Change>,
}

impl<'a> Desk<'a> {
    /// The case's shapes under the view's projection and camera.
    pub(crate) fn new(case: &Case, atlas: &'a Atlas, view: &'a View, size: Size) -> Result<Self, Failed> {
        let shapes = world::fine(&case.data).map_err(|error| error.to_string())?;
        let world = World::join(shapes, atlas);
        let projection = framing::projection(view, atlas, &world);
        let home = framing::home(view, atlas, &world, &projection, size);
        let camera = framing::camera(view, &projection, size, &home);
        let plane = Plane::new(&world.topology, &projection, 0.4 / camera.scale_px);
        let change = Change::of(atlas, view, today());
        Ok(Self { atlas, view, world, projection, camera, plane, size, change })
    }

    pub(crate) fn setting(&self) -> Setting<'_> {
        let Self { atlas, view, world, projection, camera, plane, size, change } = self;
        let (camera, size, change) = (*camera, *size, change.as_ref());
        Setting { atlas, world, plane, projection, camera, size, view, today: today(), change }
    }
}
