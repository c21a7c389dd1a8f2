//! Each bloc's dissolved outer border, so that membership can be read in black and white too.

use entente_atlas::query::at::members;

use super::inks;
use super::land::with_parts;
use crate::mark::{Dash, Mark, Pen};
use crate::setting::Setting;
use crate::style::{Colour, measure};

/// Up to this many filled blocs are outlined without being asked; more would be a tangle.
pub const OUTLINED_UNASKED: usize = 3;

/// The outlines of the shown blocs; where borders coincide, later ones are narrower, so that all are seen.
pub fn outlines(setting: &Setting<'_>) -> Vec<Mark> {
    let Setting { atlas, world, view, .. } = *setting;
    let drawn: Vec<_> = inks::inks(view)
        .into_iter()
        .filter(|(bloc, _)| view.blocs.len() <= OUTLINED_UNASKED || view.outlined.contains(bloc))
        .collect();
    let count = drawn.len();
    drawn
        .into_iter()
        .enumerate()
        .map(|(at, (bloc, ink))| Mark::Lines {
            arcs: world.outline(with_parts(atlas, members(atlas, bloc, setting.date()))),
            pen: Pen {
                colour: Colour::Bloc(ink),
                width_px: measure::OUTLINE_PX + measure::OUTLINE_STEP_PX * (count - 1 - at) as f64,
                dash: Dash::Solid,
            },
            bloc: Some(bloc),
        })
        .collect()
}
