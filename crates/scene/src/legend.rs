//! A legend as a value: signs as the map draws them, with what they mean.

use entente_atlas::BlocIx;

use crate::mark::Pen;
use crate::pattern::Paint;

/// The legend of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Legend {
    /// Line by line.
    pub entries: Vec<Entry>,
    /// How borders are drawn, in a sentence.
    pub policy: &'static str,
}

/// One line of a legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The sign.
    pub swatch: Swatch,
    /// What it means.
    pub text: String,
    /// How many countries or agreements carry it.
    pub count: usize,
    /// The bloc it is about, if it is about one.
    pub bloc: Option<BlocIx>,
}

/// A sign as the map draws it.
#[derive(Debug, Clone, PartialEq)]
pub enum Swatch {
    /// An area.
    Fill(Paint),
    /// A line.
    Line(Pen),
}

/// The policy on borders, printed with every map.
pub const BORDER_POLICY: &str = "Borders follow United Nations views; disputed ones are dashed, and stand for no opinion. \
     Past memberships are shown on present borders.";
