//! Everything a picture is made from.

use entente_atlas::{Atlas, Date};
use entente_geo::{Plane, Projection};

use crate::camera::{Camera, Size};
use crate::change::Change;
use crate::view::View;
use crate::world::World;

/// Everything a picture is made from.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The facts.
    pub atlas: &'a Atlas,
    /// The shapes.
    pub world: &'a World,
    /// The shapes on the plane.
    pub plane: &'a Plane,
    /// How they came there.
    pub projection: &'a Projection,
    /// Which part is on the screen.
    pub camera: Camera,
    /// The size of the picture.
    pub size: Size,
    /// What is shown.
    pub view: &'a View,
    /// Today, for views without a date.
    pub today: Date,
    /// What is shown in place of the standings, where the view names a second day.
    pub change: Option<&'a Change>,
}

impl Setting<'_> {
    /// The date of the picture.
    pub fn date(&self) -> Date {
        self.view.date(self.today)
    }
}
