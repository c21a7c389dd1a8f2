//! What is pointed at or selected, drawn over a finished picture: hovering changes nothing else.

use entente_atlas::query::at::members;
use entente_atlas::{AgreementIx, BlocIx, CountryIx, CountrySet};

use crate::build::Setting;
use crate::build::land::with_parts;
use crate::mark::{Dash, Mark, Pen};
use crate::pattern::{Base, Paint};
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
        Target::Country(country) => country_marks(setting, country),
        Target::Bloc(bloc) => vec![around(setting, members(setting.atlas, bloc, setting.date()), Some(bloc))],
        Target::Countries(countries) => vec![around(setting, countries, None)],
        Target::Agreement(_) => Vec::new(),
    }
}

fn country_marks(setting: &Setting<'_>, country: CountryIx) -> Vec<Mark> {
    let mut one = CountrySet::EMPTY;
    one.insert(country);
    let mut marks = vec![outline(setting, one, None)];
    if crate::build::dots::is_small(setting, country) {
        let place = setting.world.label_of_country(country);
        if let Some(at) = place.and_then(|place| setting.projection.project(place)) {
            let paint = Paint::plain(Base::Answer);
            marks.push(Mark::Dot { at, radius_px: measure::DOT_RADIUS_PX * 1.7, paint, country });
        }
    }
    marks
}

fn around(setting: &Setting<'_>, countries: CountrySet, bloc: Option<BlocIx>) -> Mark {
    outline(setting, with_parts(setting.atlas, countries), bloc)
}

fn outline(setting: &Setting<'_>, countries: CountrySet, bloc: Option<BlocIx>) -> Mark {
    let pen = Pen { colour: Colour::Accent, width_px: measure::EMPHASIS_PX, dash: Dash::Solid };
    Mark::Lines { arcs: setting.world.outline(countries), pen, bloc }
}
