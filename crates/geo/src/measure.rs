//! Area and centre of mass on the sphere itself.

use crate::point::{LonLat, UnitVector};
use crate::topology::{Polygon, Topology};
use std::f64::consts::PI;

/// The signed area of a ring in steradians, positive where it runs anticlockwise seen from outside; edges follow the shortest
/// way. The smaller of the two sides counts: the result lies between -2π and 2π.
///
/// Sums the excess of triangles from the ring's first place (Van Oosterom and Strackee, 1983).
pub fn ring_area_sr(mut ring: impl Iterator<Item = UnitVector>) -> f64 {
    let Some(apex) = ring.next() else {
        return 0.0;
    };
    let (mut area, mut last) = (0.0, apex);
    for place in ring {
        area += triangle_sr(apex, last, place);
        last = place;
    }
    area - 4.0 * PI * (area / (4.0 * PI)).round()
}

/// The signed area of a triangle in steradians.
pub fn triangle_sr(a: UnitVector, b: UnitVector, c: UnitVector) -> f64 {
    // Differences keep the digits that a small triangle's own corners would lose.
    let ab = b.plus(a.scaled(-1.0));
    let ac = c.plus(a.scaled(-1.0));
    2.0 * a.dot(ab.cross(ac)).atan2(1.0 + a.dot(b) + b.dot(c) + c.dot(a))
}

/// The centre of mass of areas taken as a thin shell; `None` for nothing and for what balances around the sphere's centre.
pub fn centroid(topology: &Topology, polygons: &[Polygon]) -> Option<LonLat> {
    let rings = polygons.iter().flat_map(|polygon| &polygon.rings);
    let sum = rings.fold(UnitVector::default(), |sum, ring| sum.plus(ring_moment(topology.ring_points(ring))));
    (sum.length() > 1e-14).then(|| sum.normalized().into())
}

/// Half the sum of each edge's angle times its normal: the shell's first moment (Brock 1974; used by d3-geo's centroid).
fn ring_moment(ring: impl Iterator<Item = UnitVector> + Clone) -> UnitVector {
    let next = ring.clone().skip(1).chain(ring.clone().next());
    ring.zip(next).fold(UnitVector::default(), |sum, (a, b)| {
        let normal = a.cross(b);
        let sine = normal.length();
        let angle_over_sine = if sine > 1e-12 { sine.atan2(a.dot(b)) / sine } else { 1.0 };
        sum.plus(normal.scaled(angle_over_sine / 2.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(places: &[(f64, f64)]) -> Vec<UnitVector> {
        let places = places.iter().map(|&(lon, lat)| LonLat::new(lon, lat));
        places.map(UnitVector::from).collect()
    }

    #[test]
    fn an_octant_is_an_eighth_of_the_sphere() {
        let octant = ring(&[(0.0, 0.0), (90.0, 0.0), (0.0, 90.0)]);
        assert!((ring_area_sr(octant.iter().copied()) - PI / 2.0).abs() < 1e-12);
        assert!((ring_area_sr(octant.iter().rev().copied()) + PI / 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_metre_sized_square_keeps_its_digits() {
        let side: f64 = 1e-5;
        let square = ring(&[(10.0, 0.0), (10.0 + side, 0.0), (10.0 + side, side), (10.0, side)]);
        let expected = side.to_radians().powi(2);
        let area = ring_area_sr(square.iter().copied());
        assert!((area / expected - 1.0).abs() < 1e-6, "{area} {expected}");
    }
}
