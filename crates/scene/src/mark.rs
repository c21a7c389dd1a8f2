//! What a renderer may be asked to draw: a closed list.

use entente_atlas::{AgreementIx, BlocIx, CountryIx};
use entente_geo::Path;
use entente_geo::PlanePoint;

use crate::pattern::Paint;
use crate::style::Colour;

/// How a line is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// Dashes: disputed, or no longer in force.
    Dashed,
    /// Dots: only signed.
    Dotted,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    /// Its colour.
    pub colour: Colour,
    /// Its width in CSS pixels at any zoom.
    pub width_px: f64,
    /// How it is broken.
    pub dash: Dash,
}

/// Which end of a label sits at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Centred on the point.
    Middle,
    /// Beginning right of the point.
    Start,
}

/// One thing to draw. Points lie on the plane; widths, radii and letters are in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// The map's outline filled with sea.
    Sea,
    /// Meridians and parallels.
    Graticule,
    /// A shape's area.
    Land {
        /// Which shape of the world.
        shape: usize,
        /// What it is filled with.
        paint: Paint,
    },
    /// Arcs of the world as lines: coasts, borders, a bloc's outer border.
    Lines {
        /// Which arcs, ascending.
        arcs: Vec<usize>,
        /// With which pen.
        pen: Pen,
        /// The bloc whose outer border it is, if it is one.
        bloc: Option<BlocIx>,
    },
    /// A place too small to see as an area.
    Dot {
        /// Where.
        at: PlanePoint,
        /// How large.
        radius_px: f64,
        /// What it is filled with.
        paint: Paint,
        /// The line around it.
        rim: Pen,
        /// Whose.
        country: CountryIx,
    },
    /// An agreement, as an arc between its parties.
    Link {
        /// The great circle on the plane.
        path: Path,
        /// With which pen.
        pen: Pen,
        /// Which agreement.
        agreement: AgreementIx,
    },
    /// Words.
    Label {
        /// Where.
        at: PlanePoint,
        /// What they say.
        text: String,
        /// Height of the letters.
        size_px: f64,
        /// Which end sits at the point.
        anchor: Anchor,
        /// Their colour.
        colour: Colour,
    },
}

/// The layers of a picture, lowest first. A renderer redraws only those that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Sea and graticule.
    Ground,
    /// The areas of countries.
    Land,
    /// Coasts, borders, outlines of blocs.
    Lines,
    /// Links, dots and words.
    Over,
}

/// All layers, lowest first.
pub const LAYERS: [Layer; 4] = [Layer::Ground, Layer::Land, Layer::Lines, Layer::Over];
