//! Where borders meet: rings cut into the arcs that they share.
//!
//! A place is a junction when two rings pass it with different neighbours, as in TopoJSON (Mike Bostock, ISC licence).

use std::collections::BTreeMap;

use super::grid::GridPoint;
use super::repair::GridRing;
use super::{ArcRef, Ring};

/// Arcs as they are found, each once whatever its direction.
#[derive(Default)]
pub(super) struct ArcFinder {
    /// The two neighbours of each place, the lesser first, or `None` at junctions.
    neighbours: BTreeMap<GridPoint, Option<(GridPoint, GridPoint)>>,
    indices: BTreeMap<Vec<GridPoint>, usize>,
}

impl ArcFinder {
    /// Looks at every ring to learn where the junctions are.
    pub(super) fn new<'a>(rings: impl Iterator<Item = &'a GridRing>) -> Self {
        let mut finder = Self::default();
        for ring in rings {
            let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
            let after = ring.iter().cycle().skip(1);
            for ((&point, &before), &after) in ring.iter().zip(before).zip(after) {
                let pair = (before.min(after), before.max(after));
                let known = finder.neighbours.entry(point).or_insert(Some(pair));
                if *known != Some(pair) {
                    *known = None;
                }
            }
        }
        finder
    }

    /// The ring as arcs, new ones numbered in the order met.
    pub(super) fn ring(&mut self, ring: &GridRing) -> Ring {
        let is_junction = |point: &GridPoint| matches!(self.neighbours.get(point), Some(None));
        let first = ring.iter().position(is_junction);
        let Some(first) = first else {
            let least = ring.iter().enumerate().min_by_key(|&(_, point)| *point);
            let whole = rotated(ring, least.map_or(0, |(index, _)| index));
            return vec![self.arc(whole)];
        };
        let mut pieces = vec![];
        let mut piece: Vec<GridPoint> = vec![];
        for point in rotated(ring, first) {
            piece.push(point);
            if piece.len() > 1 && is_junction(&point) {
                pieces.push(std::mem::replace(&mut piece, vec![point]));
            }
        }
        pieces.into_iter().map(|piece| self.arc(piece)).collect()
    }

    /// All arcs by their numbers.
    pub(super) fn into_arcs(self) -> Vec<Vec<GridPoint>> {
        let mut arcs: Vec<_> = self.indices.into_iter().collect();
        arcs.sort_unstable_by_key(|&(_, index)| index);
        arcs.into_iter().map(|(points, _)| points).collect()
    }

    fn arc(&mut self, points: Vec<GridPoint>) -> ArcRef {
        let reversed = points.iter().gt(points.iter().rev());
        let mut points = points;
        if reversed {
            points.reverse();
        }
        let next = self.indices.len();
        let arc = *self.indices.entry(points).or_insert(next);
        ArcRef { arc, reversed }
    }
}

/// The ring from its place `first` round to that place again.
fn rotated(ring: &GridRing, first: usize) -> Vec<GridPoint> {
    ring.iter().cycle().skip(first).take(ring.len() + 1).copied().collect()
}
