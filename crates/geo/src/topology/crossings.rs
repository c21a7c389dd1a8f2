//! Which arcs cross each other or themselves: none should.

use super::Arc;
use crate::point::UnitVector;

/// One edge of an arc, from south to north.
struct Edge {
    low: f64,
    high: f64,
    /// The number of the arc, and of the edge in it.
    at: (usize, usize),
    a: UnitVector,
    b: UnitVector,
}

/// Two edges that cross: for each the number of its arc, and its own in the arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EdgePair(pub(super) [(usize, usize); 2]);

impl EdgePair {
    /// The two arcs, the lesser number first.
    pub(super) fn arcs(self) -> (usize, usize) {
        let [(one, _), (other, _)] = self.0;
        (one.min(other), one.max(other))
    }
}

/// The edges that cross; those that only touch at a place they share do not.
///
/// Sweeps the edges from south to north, comparing those that overlap in height.
pub(super) fn crossings(arcs: &[Arc]) -> Vec<EdgePair> {
    let mut edges: Vec<Edge> = arcs.iter().enumerate().flat_map(|(index, arc)| edges(index, arc)).collect();
    edges.sort_by(|one, other| one.low.total_cmp(&other.low));
    let mut pairs = Vec::new();
    for (index, one) in edges.iter().enumerate() {
        let above = edges.iter().skip(index + 1).take_while(|other| other.low <= one.high);
        pairs.extend(above.filter(|other| cross(one, other)).map(|other| EdgePair([one.at, other.at])));
    }
    pairs
}

fn edges(arc: usize, line: &Arc) -> impl Iterator<Item = Edge> {
    let next = line.points().iter().skip(1);
    line.points().iter().zip(next).enumerate().map(move |(edge, (&a, &b))| {
        // A great circle bulges beyond its ends by at most its sagitta.
        let bulge = (1.0 - a.dot(b)).max(0.0) / 4.0;
        Edge { low: a.z.min(b.z) - bulge, high: a.z.max(b.z) + bulge, at: (arc, edge), a, b }
    })
}

fn cross(one: &Edge, other: &Edge) -> bool {
    let (a, b, c, d) = (one.a, one.b, other.a, other.b);
    if a == c || a == d || b == c || b == d || a.dot(c) < 0.0 {
        return false;
    }
    let (ab, cd) = (a.cross(b), c.cross(d));
    ab.dot(c) * ab.dot(d) < 0.0 && cd.dot(a) * cd.dot(b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::point::LonLat;

    fn arc(places: &[(f64, f64)]) -> Arc {
        Arc::new(places.iter().map(|&(lon, lat)| LonLat::new(lon, lat).into()).collect())
    }

    #[test]
    fn crossing_arcs_are_told_and_touching_ones_are_not() {
        let arcs = [
            arc(&[(0.0, 0.0), (10.0, 10.0)]),
            arc(&[(0.0, 10.0), (10.0, 0.0)]),
            arc(&[(10.0, 10.0), (20.0, 0.0)]),
            arc(&[(30.0, 0.0), (40.0, 10.0), (40.0, 0.0), (30.0, 10.0)]),
        ];
        let mut pairs: Vec<_> = crossings(&arcs).into_iter().map(|EdgePair(pair)| pair).collect();
        pairs.sort_unstable();
        assert_eq!(pairs, [[(0, 0), (1, 0)], [(3, 0), (3, 2)]]);
    }
}
