//! From a view, the facts and the shapes to a picture.

pub mod dots;
pub mod inks;
pub mod labels;
pub mod land;
pub mod legend;
pub mod links;
pub mod outlines;

use crate::mark::{Dash, Mark, Pen};
use crate::scene::Scene;
use crate::setting::Setting;
use crate::style::{Colour, measure};

/// The whole picture.
pub fn build(setting: &Setting<'_>) -> Scene {
    let standings = land::Standings::at(setting);
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
        sentence: crate::sentence::sentence(setting),
        missing,
    }
}

/// Coasts, borders and the outlines of blocs.
pub fn lines(setting: &Setting<'_>) -> Vec<Mark> {
    let pen = |colour, dash| Pen { colour, width_px: measure::BORDER_PX, dash };
    let settled = pen(Colour::Border, Dash::Solid);
    // Light and dark by turns, so that the dashes are seen on any ground.
    let ground = Pen { width_px: measure::DISPUTED_GROUND_PX, ..settled };
    let disputed = Pen { width_px: measure::DISPUTED_PX, ..pen(Colour::Disputed, Dash::Dashed) };
    let mut lines = vec![Mark::Lines { arcs: setting.world.settled_arcs().to_vec(), pen: settled, bloc: None }];
    lines.extend(outlines::outlines(setting));
    // Last, so that no bloc's outline makes a disputed border look settled.
    let dashes = [ground, disputed];
    lines.extend(dashes.map(|pen| Mark::Lines { arcs: setting.world.disputed_arcs().to_vec(), pen, bloc: None }));
    lines
}
