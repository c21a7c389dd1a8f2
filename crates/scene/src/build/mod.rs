//! From a view, the facts and the shapes to a picture.

pub mod dots;
pub mod inks;
pub mod labels;
pub mod land;
pub mod legend;
pub mod links;
pub mod outlines;

use entente_atlas::{Atlas, Date};
use entente_geo::{Plane, Projection};

use crate::camera::{Camera, Size};
use crate::mark::{Dash, Mark, Pen};
use crate::scene::Scene;
use crate::style::{Colour, measure};
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
}

impl Setting<'_> {
    /// The date of the picture.
    pub fn date(&self) -> Date {
        self.view.date(self.today)
    }
}

/// The whole picture.
pub fn build(setting: &Setting<'_>) -> Scene {
    let standings = land::Standings::at(setting.atlas, setting.view, setting.date());
    let (links, unplaced) = links::links(setting);
    let mut over = links;
    over.extend(dots::dots(setting, &standings));
    let labels = labels::labels(setting, &standings);
    over.extend(labels);
    let mut missing = standings.not_drawn(setting);
    missing.extend(unplaced);
    Scene {
        ground: vec![Mark::Sea, Mark::Graticule],
        land: land::areas(setting, &standings),
        lines: lines(setting),
        over,
        legend: legend::legend(setting, &standings),
        sentence: crate::describe::sentence(setting),
        missing,
    }
}

/// Coasts, borders and the outlines of blocs.
pub fn lines(setting: &Setting<'_>) -> Vec<Mark> {
    let pen = |colour, dash| Pen { colour, width_px: measure::BORDER_PX, dash };
    let settled = pen(Colour::Border, Dash::Solid);
    let disputed = Pen { width_px: 1.0, ..pen(Colour::Disputed, Dash::Dashed) };
    let mut lines = vec![Mark::Lines { arcs: setting.world.settled_arcs().to_vec(), pen: settled, bloc: None }];
    lines.extend(outlines::outlines(setting));
    // Last, so that no bloc's outline makes a disputed border look settled.
    lines.push(Mark::Lines { arcs: setting.world.disputed_arcs().to_vec(), pen: disputed, bloc: None });
    lines
}
