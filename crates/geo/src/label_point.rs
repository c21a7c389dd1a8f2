//! A place well inside a polygon: its pole of inaccessibility.
//!
//! After polylabel (Vladimir Agafonkin, ISC licence): cells of a grid, the most promising first, split until none can hold a
//! place farther from the border than the best one found.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::bounds::Bounds;
use crate::point::{LonLat, PlanePoint, UnitVector};
use crate::projection::rotation::Rotation;

/// How near to the best distance is good enough, as a share of the polygon's size.
const PRECISION: f64 = 0.005;
/// Enough for every country; a bound for hostile rings.
const MOST_CELLS: usize = 4000;

/// The place inside the rings (outer ring first) that is farthest from any of them, within half a percent of their size.
pub fn label_point(rings: &[Vec<UnitVector>]) -> LonLat {
    let outer = rings.first().map_or(&[][..], Vec::as_slice);
    let sum = outer.iter().fold(UnitVector::default(), |sum, &p| sum.plus(p));
    let centre = LonLat::from(sum.normalized());
    let rotation = Rotation::to_centre(centre.lon_deg, centre.lat_deg);
    let project = |&place: &UnitVector| azimuthal(rotation.apply(place));
    let flat = rings.iter().map(|ring| ring.iter().map(project).collect());
    let best = farthest_inside(&flat.collect::<Vec<Vec<PlanePoint>>>());
    rotation.undo(unproject_azimuthal(best)).into()
}

/// Lambert's azimuthal equal-area projection around 0°, 0°.
fn azimuthal(v: UnitVector) -> PlanePoint {
    let k = (2.0 / (1.0 + v.x).max(1e-9)).sqrt();
    PlanePoint::new(k * v.y, -k * v.z)
}

fn unproject_azimuthal(point: PlanePoint) -> UnitVector {
    let squared = point.x * point.x + point.y * point.y;
    let k = (1.0 - squared / 4.0).max(0.0).sqrt();
    UnitVector::new(1.0 - squared / 2.0, k * point.x, -k * point.y).normalized()
}

/// A square of the plane and how far from the border a place in it may be.
struct Cell {
    centre: PlanePoint,
    half: f64,
    distance: f64,
    most: f64,
}

impl Cell {
    fn new(centre: PlanePoint, half: f64, rings: &[Vec<PlanePoint>]) -> Self {
        let distance = signed_distance(centre, rings);
        Self { centre, half, distance, most: distance + half * std::f64::consts::SQRT_2 }
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.most.total_cmp(&other.most)
    }
}

fn farthest_inside(rings: &[Vec<PlanePoint>]) -> PlanePoint {
    let mut bounds = Bounds::EMPTY;
    rings.iter().flatten().for_each(|&point| bounds.add(point));
    let size = bounds.width().max(bounds.height());
    let mut best = Cell::new(bounds.centre(), 0.0, rings);
    if bounds.is_empty() || size <= 0.0 {
        return if bounds.is_empty() { PlanePoint::default() } else { best.centre };
    }
    let mut cells = BinaryHeap::from([Cell::new(best.centre, size / 2.0, rings)]);
    for _ in 0..MOST_CELLS {
        let Some(cell) = cells.pop() else { break };
        if cell.most - best.distance <= size * PRECISION {
            break;
        }
        let half = cell.half / 2.0;
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let centre = PlanePoint::new(cell.centre.x + dx, cell.centre.y + dy);
            cells.push(Cell::new(centre, half, rings));
        }
        if cell.distance > best.distance {
            best = cell;
        }
    }
    best.centre
}

/// Distance to the nearest border, negative outside.
fn signed_distance(point: PlanePoint, rings: &[Vec<PlanePoint>]) -> f64 {
    let mut inside = false;
    let mut least = f64::INFINITY;
    for ring in rings {
        let next = ring.iter().cycle().skip(1);
        for (&a, &b) in ring.iter().zip(next) {
            if (a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x {
                inside = !inside;
            }
            least = least.min(squared_distance(point, a, b));
        }
    }
    if inside { least.sqrt() } else { -least.sqrt() }
}

fn squared_distance(point: PlanePoint, a: PlanePoint, b: PlanePoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along =
        if length > 0.0 { (((point.x - a.x) * dx + (point.y - a.y) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (a.x + along * dx - point.x, a.y + along * dy - point.y);
    x * x + y * y
}
