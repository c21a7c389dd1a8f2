//! Fewer points, the same neighbours: arcs simplified one by one between fixed junctions.
//!
//! Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", 1993, with areas on the sphere.

use std::collections::BTreeSet;

use super::crossings::{EdgePair, crossings};
use super::rings::{area_sr, compacted, polygon};
use super::{Arc, ArcRef, Ring, Shape, Topology};
use crate::measure::triangle_sr;
use crate::point::UnitVector;

/// A ring keeps about its area, within these shares of it, else its arcs keep more points.
const SHARES: std::ops::RangeInclusive<f64> = 0.6..=1.5;
/// Islands of at least this share of their shape's area stay, however small: atoll states are nothing but small islands.
const ISLAND_SHARE: f64 = 0.02;
/// After each round, points whose loss did harm count for this many times their triangle's area.
const FAVOUR: f64 = 3.0;
/// Enough for any point to outweigh any threshold: 3^32 is 10^15. After them the arcs stay as they were.
const ROUNDS: u32 = 32;

/// Removes the points whose triangle with their neighbours is smaller than `min_area_sr` steradians, least first.
///
/// Junctions stay, and a border stays one border, so neighbours never gap; where borders would come to cross, they keep more
/// points. Free islands and lakes smaller than the threshold go, but never a shape's largest area nor what makes up a fiftieth of
/// it; every ring that stays keeps three different places and about its area.
#[must_use]
pub fn simplify(topology: &Topology, min_area_sr: f64) -> Topology {
    let mut shapes = topology.shapes().to_vec();
    drop_small_rings(&mut shapes, topology, min_area_sr);
    let arcs = simplified_arcs(&shapes, topology, min_area_sr);
    for slot in shapes.iter_mut().flat_map(|shape| &mut shape.polygons) {
        *slot = polygon(std::mem::take(&mut slot.rings), &arcs);
    }
    let arcs = compacted(arcs, &mut shapes);
    Topology::from_parts(arcs, shapes)
}

/// The arcs that the shapes still use, with as few points as keep every ring's form and make no two cross; the others empty.
fn simplified_arcs(shapes: &[Shape], topology: &Topology, min_area_sr: f64) -> Vec<Arc> {
    let used: BTreeSet<usize> = rings(shapes).flatten().map(|arc_ref| arc_ref.arc).collect();
    let mut lines: Vec<Line> = topology
        .arcs()
        .iter()
        .enumerate()
        .map(|(index, arc)| Line::new(if used.contains(&index) { arc.points() } else { &[] }))
        .collect();
    let crossed_before: BTreeSet<_> = topology.crossings().into_iter().collect();
    for _ in 0..ROUNDS {
        let arcs: Vec<Arc> = lines.iter_mut().map(|line| line.simplified(min_area_sr)).collect();
        let starved = starved_arcs(shapes, topology, &arcs);
        let crossed = crossings(&arcs).into_iter().filter(|pair| !crossed_before.contains(&pair.arcs()));
        let crossed: Vec<EdgePair> = crossed.collect();
        if starved.is_empty() && crossed.is_empty() {
            return arcs;
        }
        for arc in starved {
            if let Some(line) = lines.get_mut(arc) {
                line.favour(0, line.points.len());
            }
        }
        for (arc, edge) in crossed.into_iter().flat_map(|EdgePair(pair)| pair) {
            if let Some(line) = lines.get_mut(arc) {
                line.favour_edge(edge);
            }
        }
    }
    topology.arcs().to_vec()
}

fn rings(shapes: &[Shape]) -> impl Iterator<Item = &Ring> {
    shapes.iter().flat_map(|shape| &shape.polygons).flat_map(|polygon| &polygon.rings)
}

/// Takes away rings smaller than the threshold that border nobody else, save the largest of each shape.
fn drop_small_rings(shapes: &mut [Shape], topology: &Topology, min_area_sr: f64) {
    let is_free = |ring: &Ring| {
        let mut sides = ring.iter().map(|arc_ref| topology.arc_shapes(arc_ref.arc));
        sides.all(|(left, right)| left.is_none() || right.is_none())
    };
    for shape in shapes {
        let (mut first, whole_sr) = (true, shape.area_sr);
        shape.polygons.retain(|polygon| {
            let largest = std::mem::take(&mut first);
            let small = min_area_sr.min(ISLAND_SHARE * whole_sr);
            largest || polygon.area_sr >= small || !polygon.rings.iter().all(is_free)
        });
        for polygon in &mut shape.polygons {
            let mut first = true;
            polygon.rings.retain(|ring| {
                let outer = std::mem::take(&mut first);
                outer || -area_sr(ring, topology.arcs()) >= min_area_sr || !is_free(ring)
            });
        }
    }
}

/// The arcs of rings that have lost their form.
fn starved_arcs(shapes: &[Shape], topology: &Topology, arcs: &[Arc]) -> BTreeSet<usize> {
    let starved = rings(shapes).filter(|ring| {
        let points: usize = ring.iter().map(|arc_ref| count(arcs, *arc_ref)).sum();
        let share = area_sr(ring, arcs) / area_sr(ring, topology.arcs());
        points < 3 || !SHARES.contains(&share)
    });
    starved.flatten().map(|arc_ref| arc_ref.arc).collect()
}

/// How many points an arc adds to a ring.
fn count(arcs: &[Arc], arc_ref: ArcRef) -> usize {
    arcs.get(arc_ref.arc).map_or(0, |arc| arc.points().len().saturating_sub(1))
}

/// An arc on its way to fewer points.
struct Line<'a> {
    points: &'a [UnitVector],
    /// For each point the threshold at which it goes.
    areas: Vec<f64>,
    /// The numbers of the points kept in the last round.
    kept: Vec<usize>,
}

impl<'a> Line<'a> {
    fn new(points: &'a [UnitVector]) -> Self {
        Self { points, areas: removal_areas(points), kept: Vec::new() }
    }

    fn simplified(&mut self, min_area_sr: f64) -> Arc {
        let areas = self.areas.iter().enumerate();
        self.kept = areas.filter(|&(_, &area)| area >= min_area_sr).map(|(index, _)| index).collect();
        Arc::new(self.kept.iter().filter_map(|&index| self.points.get(index).copied()).collect())
    }

    /// Lets the points `from..to` count for more.
    fn favour(&mut self, from: usize, to: usize) {
        for area in self.areas.get_mut(from..to).into_iter().flatten() {
            *area *= FAVOUR;
        }
    }

    /// Lets the points between the ends of an edge of the last round count for more.
    fn favour_edge(&mut self, edge: usize) {
        if let Some(&[from, to]) = self.kept.get(edge..edge + 2) {
            self.favour(from + 1, to);
        }
    }
}

/// For each inner point the threshold at which it goes: its triangle's area when it is the least, or that of an earlier one if
/// larger. Infinite for the ends.
fn removal_areas(points: &[UnitVector]) -> Vec<f64> {
    let mut line = Remains::new(points);
    let mut gone: f64 = 0.0;
    // The key orders by area; points are told apart by their index.
    let mut queue: BTreeSet<(u64, usize)> =
        (0..points.len()).filter_map(|at| Some((key(line.triangle(at)?), at))).collect();
    let mut current: Vec<u64> = (0..points.len()).map(|at| line.triangle(at).map_or(u64::MAX, key)).collect();
    while let Some((area, at)) = queue.pop_first() {
        gone = gone.max(f64::from_bits(area));
        for neighbour in line.remove(at, gone) {
            let (Some(known), Some(triangle)) = (current.get_mut(neighbour), line.triangle(neighbour)) else {
                continue;
            };
            queue.remove(&(*known, neighbour));
            *known = key(triangle);
            queue.insert((*known, neighbour));
        }
    }
    line.removal
}

/// The bits of a number not below zero sort as the number does.
fn key(area: f64) -> u64 {
    area.abs().to_bits()
}

/// A line from which points are taken one by one.
struct Remains<'a> {
    points: &'a [UnitVector],
    /// Each point's neighbours that are still there.
    links: Vec<(usize, usize)>,
    removal: Vec<f64>,
}

impl<'a> Remains<'a> {
    fn new(points: &'a [UnitVector]) -> Self {
        Self {
            points,
            links: (0..points.len()).map(|at| (at.wrapping_sub(1), at + 1)).collect(),
            removal: vec![f64::INFINITY; points.len()],
        }
    }

    /// The triangle of a point with its neighbours; `None` at the ends.
    fn triangle(&self, at: usize) -> Option<f64> {
        let &(before, after) = self.links.get(at)?;
        let point = |index| self.points.get(index).copied();
        Some(triangle_sr(point(at)?, point(before)?, point(after)?))
    }

    /// Takes a point away and returns its neighbours.
    fn remove(&mut self, at: usize, area: f64) -> [usize; 2] {
        let (before, after) = self.links.get(at).copied().unwrap_or((at, at));
        if let Some(slot) = self.removal.get_mut(at) {
            *slot = area;
        }
        if let Some((_, next)) = self.links.get_mut(before) {
            *next = after;
        }
        if let Some((previous, _)) = self.links.get_mut(after) {
            *previous = before;
        }
        [before, after]
    }
}
