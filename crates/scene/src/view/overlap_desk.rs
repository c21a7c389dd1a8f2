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

/// In which order the bars of an UpSet chart stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Sort {
    /// The largest group first.
    #[default]
    Size,
    /// Those in one bloc first, then those in two.
    Degree,
    /// Those in the first bloc first.
    Blocs,
}

/// Under which headings the bars of an UpSet chart stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Grouping {
    /// Under none.
    #[default]
    None,
    /// By the number of blocs.
    Degree,
    /// Under every bloc that a group is in.
    Bloc,
}

/// What a cell of the matrix says of two blocs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Measure {
    /// How many countries are in both.
    #[default]
    Shared,
    /// Of the countries in either, the share in both: Jaccard's index.
    Likeness,
    /// Of the row's members, the share that are in the column's bloc too.
    Share,
}

/// How the charts are laid out, as far as a reader chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Layout {
    /// The order of bars.
    pub sort: Sort,
    /// Their headings.
    pub group: Grouping,
    /// Groups of fewer countries are hidden; 0 and 1 hide none.
    pub at_least: u8,
    /// The number in a cell.
    pub measure: Measure,
}

/// The overlap desk's part of a view. [`crate::link::desk`] takes it out of one and puts it back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverlapDesk {
    /// The chart; `None` while the desk is closed.
    pub chart: Option<ChartKind>,
    /// How the charts are laid out; part of a link only while a chart is.
    pub layout: Layout,
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
