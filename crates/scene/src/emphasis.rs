//! What is pointed at or selected, drawn over a finished picture: hovering changes nothing else.

use entente_atlas::query::at::members;
use entente_atlas::{AgreementIx, BlocIx, CountryIx, CountrySet};

use crate::build::dots::{is_small, place, ring};
use crate::build::land::with_parts;
use crate::mark::{Dash, Mark, Pen};
use crate::setting::Setting;
use crate::style::{Colour, measure};
use crate::view::Selection;

/// What a pointer or the keyboard is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A country.
    Country(CountryIx),
    /// An agreement's arc.
    Agreement(AgreementIx),
    /// A bloc, from the legend or the rail.
    Bloc(BlocIx),
    /// Some countries: the answer to a question that is not asked yet.
    Countries(CountrySet),
}

impl From<Selection> for Target {
    fn from(selection: Selection) -> Self {
        match selection {
            Selection::Country(ix) => Self::Country(ix),
            Selection::Bloc(ix) => Self::Bloc(ix),
            Selection::Agreement(ix) => Self::Agreement(ix),
        }
    }
}

impl Target {
    /// What a panel can tell of it; nothing of several countries at once.
    pub fn selection(self) -> Option<Selection> {
        match self {
            Self::Country(ix) => Some(Selection::Country(ix)),
            Self::Bloc(ix) => Some(Selection::Bloc(ix)),
            Self::Agreement(ix) => Some(Selection::Agreement(ix)),
            Self::Countries(_) => None,
        }
    }
}

/// The marks that set off a target; none for an agreement, whose arc is in the picture already.
pub fn emphasis(setting: &Setting<'_>, target: Target) -> Vec<Mark> {
    match target {
        Target::Country(country) => set_off(setting, [country].into_iter().collect(), None),
        Target::Bloc(bloc) => {
            set_off(setting, with_parts(setting.atlas, members(setting.atlas, bloc, setting.date())), Some(bloc))
        }
        Target::Countries(countries) => set_off(setting, with_parts(setting.atlas, countries), None),
        Target::Agreement(_) => Vec::new(),
    }
}

/// The outer border of some countries as a whole, and a ring around each that is a dot.
fn set_off(setting: &Setting<'_>, countries: CountrySet, bloc: Option<BlocIx>) -> Vec<Mark> {
    let pen = Pen { colour: Colour::Accent, width_px: measure::EMPHASIS_PX, dash: Dash::Solid };
    let mut marks = vec![Mark::Lines { arcs: setting.world.outline(countries), pen, bloc }];
    let small = countries.iter().filter(|country| is_small(setting, *country));
    let rings = small.filter_map(|country| {
        place(setting, country).map(|at| ring(at, measure::RING_RADIUS_PX, Colour::Accent, country))
    });
    marks.extend(rings);
    marks
}
