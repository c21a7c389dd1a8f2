//! Cutting lines where a projection tears the sphere.

mod antimeridian;
mod horizon;
pub mod rejoin;

use std::f64::consts::TAU;

use crate::cap::Cap;
use crate::point::UnitVector;
use crate::projection::ProjectionKind;
use crate::sink::Sink;

/// Where the sphere is torn, in the rotated frame whose 0°, 0° is the map's centre.
///
/// Positions along the edge are counted in radians from 0 to 2π, anticlockwise as the reader sees the map, so that the map lies
/// on the left like a ring's inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clip {
    /// Flat maps: along the half circle opposite the central meridian, from pole to pole.
    Antimeridian,
    /// The globe: along the great circle a quarter turn from the centre; the far side is left out.
    Horizon,
}

/// How much of something the clip leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing.
    Hidden,
    /// All, uncut.
    Whole,
    /// Perhaps a part, perhaps in several lines.
    Cut,
}

/// A vertex exactly on the tear would belong to both sides of the map. Turning the whole sphere by this much (a centimetre)
/// keeps every vertex of a data set with fewer digits off it.
pub const NUDGE_DEG: f64 = 1.234_567e-7;

impl Clip {
    /// The clip that a projection needs.
    pub fn of(kind: ProjectionKind) -> Self {
        if kind.is_globe() { Self::Horizon } else { Self::Antimeridian }
    }

    /// What the clip leaves of anything within a rotated cap, at a glance.
    pub fn reach(self, cap: Cap) -> Reach {
        match self {
            Self::Antimeridian => antimeridian::reach(cap),
            Self::Horizon => horizon::reach(cap),
        }
    }

    /// Cuts a line of rotated places.
    pub fn line(self, points: impl Iterator<Item = UnitVector>, sink: &mut impl Sink<UnitVector>) {
        match self {
            Self::Antimeridian => antimeridian::line(points, sink),
            Self::Horizon => horizon::line(points, sink),
        }
    }

    /// The place on the edge at a position.
    pub fn edge_place(self, position: f64) -> UnitVector {
        match self {
            Self::Antimeridian => antimeridian::edge_place(position),
            Self::Horizon => horizon::edge_place(position),
        }
    }

    /// Walks the edge anticlockwise between two positions, both exclusive, at most `step_rad` at a time and over every corner.
    pub fn walk_edge(self, from: f64, to: f64, step_rad: f64, mut visit: impl FnMut(UnitVector)) {
        let to = if to < from { to + TAU } else { to };
        let corners = match self {
            Self::Antimeridian => antimeridian::CORNERS,
            Self::Horizon => &[],
        };
        let corners = corners.iter().filter(|&&corner| from < corner && corner < to);
        let mut at = from;
        for &stop in corners.chain([&to]) {
            let steps = ((stop - at) / step_rad).ceil().clamp(1.0, 10_000.0);
            for step in 1..steps as u32 {
                visit(self.edge_place(at + (stop - at) * f64::from(step) / steps));
            }
            if stop < to {
                visit(self.edge_place(stop));
            }
            at = stop;
        }
    }
}
