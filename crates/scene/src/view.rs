//! The view: everything a link carries, as a value.

mod overlap_desk;

pub use overlap_desk::{ChartKind, Grouping, Layout, Measure, OverlapDesk, Sort};

use entente_atlas::query::Expr;
use entente_atlas::{AgreementIx, Atlas, BlocIx, CountryIx, Date, Status, StatusSet};
use entente_geo::ProjectionKind;

/// What the reader looks at. `View::default_for` is what an empty link shows.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Blocs shown by colour, in the order chosen, without repeats.
    pub blocs: Vec<BlocIx>,
    /// Blocs shown by their outer border alone.
    pub outlined: Vec<BlocIx>,
    /// A set question; its answer is set off from the rest.
    pub expression: Option<Expr>,
    /// The date; `None` is today, whenever that is.
    pub at: Option<Date>,
    /// What the panel is about.
    pub select: Option<Selection>,
    /// How the sphere is laid out.
    pub projection: ProjectionKind,
    /// Where the map is centred.
    pub centre: Centre,
    /// Where the reader zoomed to; `None` is the whole world.
    pub camera: Option<CameraView>,
    /// Which standings are shown; `None` leaves the choice to the number of blocs.
    pub statuses: Option<StatusSet>,
    /// Which agreements are drawn.
    pub links: LinksShown,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Whether the panel stands open.
    pub panel: Panel,
    /// A file on the same origin whose shapes take the place of ours.
    pub map: Option<String>,
    /// The overlap desk's parts of the link and the edition of the facts, as written: [`crate::link::desk`] reads them. The page
    /// carries them unread, since its program would be heavier by all that understands them.
    pub further: Vec<(&'static str, String)>,
}

/// What a panel can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Selection {
    /// A country.
    Country(CountryIx),
    /// A bloc.
    Bloc(BlocIx),
    /// An agreement.
    Agreement(AgreementIx),
}

/// Where a map is centred.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Centre {
    /// Where the shown blocs ask for it.
    Auto,
    /// On this meridian, and for the globe this parallel, in degrees.
    Fixed {
        /// Longitude.
        lon_deg: f64,
        /// Latitude; only the globe tilts.
        lat_deg: f64,
    },
}

/// A place and a magnification.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CameraView {
    /// Longitude of the picture's middle.
    pub lon_deg: f64,
    /// Latitude of the picture's middle.
    pub lat_deg: f64,
    /// 1 is the whole world.
    pub zoom: f64,
}

/// Which agreements are drawn as arcs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinksShown {
    /// Those of what is selected.
    Selected,
    /// Those of the shown blocs.
    Shown,
    /// All.
    All,
    /// None.
    None,
}

/// Light, dark, or as the reader's system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ThemeChoice {
    /// As the system says.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Whether the panel stands open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Panel {
    /// Open when something is selected.
    Auto,
    /// Folded away, with the selection kept.
    Closed,
}

/// The blocs that an empty link shows, by id: the last of them by its outline alone.
pub const FIRST_BLOCS: [&str; 3] = ["cptpp", "rcep", "asean"];

/// The central meridian of a world map that no bloc recentres: it leaves Chukotka in one piece.
pub const HOME_LON_DEG: f64 = 11.0;

impl View {
    /// What an empty link shows: two trade agreements that overlap, and a bloc within both.
    pub fn default_for(atlas: &Atlas) -> Self {
        let [filled @ .., outlined] = FIRST_BLOCS;
        let blocs = filled.iter().filter_map(|id| atlas.bloc_by_id(id)).collect();
        Self { blocs, outlined: atlas.bloc_by_id(outlined).into_iter().collect(), ..Self::bare() }
    }

    /// A world map that shows no bloc.
    pub fn bare() -> Self {
        Self {
            blocs: Vec::new(),
            outlined: Vec::new(),
            expression: None,
            at: None,
            select: None,
            projection: ProjectionKind::EqualEarth,
            centre: Centre::Auto,
            camera: None,
            statuses: None,
            links: LinksShown::Selected,
            theme: ThemeChoice::Auto,
            panel: Panel::Auto,
            map: None,
            further: Vec::new(),
        }
    }

    /// Whether it asks nothing of the facts that another view doesn't: it shows some of the same blocs, laid out in whatever way.
    pub fn asks_within(&self, other: &Self) -> bool {
        let is_shown = |bloc| other.blocs.contains(bloc) || other.outlined.contains(bloc);
        let Self { projection, centre, camera, theme, panel, map, blocs, outlined, .. } = self.clone();
        let links = if self.links == LinksShown::None { LinksShown::None } else { other.links };
        blocs.iter().chain(&outlined).all(is_shown)
            && *self == Self { projection, centre, camera, theme, panel, map, blocs, outlined, links, ..other.clone() }
    }

    /// The date the view is of.
    pub fn date(&self, today: Date) -> Date {
        self.at.unwrap_or(today)
    }

    /// Whether a standing is shown. Observers and partners are many, so they show of themselves only where one bloc is shown.
    pub fn shows(&self, status: Status) -> bool {
        match self.statuses {
            Some(chosen) => chosen.contains(status),
            None => self.blocs.len() <= 1 || !matches!(status, Status::Observer | Status::Partner),
        }
    }
}
