//! What the overlap desk shows: a part of the view, read by those who draw it.

use entente_atlas::records::{EditRecord, OwnBlocRecord};
use entente_atlas::{CountryIx, Date};

/// Which chart stands beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChartKind {
    /// Circles whose areas are the numbers, for two or three blocs.
    Euler,
    /// Bars for every exclusive intersection.
    Upset,
    /// A cell for every pair.
    Matrix,
    /// Memberships as lines over time.
    Life,
    /// How many, year by year.
    Years,
}

/// The overlap desk's part of a view. [`crate::link::desk`] takes it out of one and puts it back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverlapDesk {
    /// The chart; `None` while the desk is closed.
    pub chart: Option<ChartKind>,
    /// Whether the answer is of those in exactly the blocs asked for, not of those in others too.
    pub is_exact: bool,
    /// The day that the view's date is compared with.
    pub since: Option<Date>,
    /// Countries asked about, in the order chosen, without repeats.
    pub countries: Vec<CountryIx>,
    /// What is supposed, in the order told.
    pub edits: Vec<EditRecord>,
    /// The reader's own blocs, in the order told.
    pub own: Vec<OwnBlocRecord>,
}
