//! Which shape lies at a place.

use crate::contains::polygon_contains;
use crate::point::{LonLat, UnitVector};
use crate::topology::Topology;

/// Answers which shape lies at a place. Costs nothing to make: the topology already holds the caps it needs.
#[derive(Clone, Copy, Debug)]
pub struct HitIndex<'a> {
    topology: &'a Topology,
}

impl<'a> HitIndex<'a> {
    /// An index over these shapes.
    pub fn new(topology: &'a Topology) -> Self {
        Self { topology }
    }

    /// The shape at the place, the smallest where several overlap; `None` is the sea.
    pub fn at(&self, place: LonLat) -> Option<usize> {
        if !(place.lon_deg.is_finite() && place.lat_deg.is_finite()) {
            return None;
        }
        let at = UnitVector::from(place);
        let shapes = self.topology.shapes().iter().enumerate();
        shapes
            .filter(|(_, shape)| {
                let mut polygons = shape.polygons.iter();
                polygons.any(|polygon| polygon_contains(self.topology, polygon, at))
            })
            .min_by(|(_, a), (_, b)| a.area_sr.total_cmp(&b.area_sr))
            .map(|(index, _)| index)
    }
}
