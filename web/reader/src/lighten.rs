//! Fewer points where a file has more than can be drawn at a screen's frame rate.

use entente_geo::{Topology, thin};

/// The world at 1:50 million has 80 000 points; half as many again are still drawn in a frame.
pub(crate) const MOST_POINTS: usize = 120_000;
/// Half a kilometre, in radians.
const FIRST_TOLERANCE_RAD: f64 = 8e-5;
/// From round to round the tolerance grows by this factor.
const GROWTH: f64 = 1.5;
/// The last round's tolerance is 30 kilometres: what is then left is ends of arcs.
const ROUNDS: u32 = 11;

/// The topology with few enough points, and a sentence if it had more.
pub(crate) fn lightened(topology: Topology) -> (Topology, Option<String>) {
    let before = points(&topology);
    let mut light = topology;
    let mut tolerance_rad = FIRST_TOLERANCE_RAD;
    for _ in 0..ROUNDS {
        if points(&light) <= MOST_POINTS {
            break;
        }
        light = thin(&light, tolerance_rad);
        tolerance_rad *= GROWTH;
    }
    let after = points(&light);
    let notice = (after < before)
        .then(|| format!("{before} points are more than can be drawn smoothly: the outlines were thinned to {after}"));
    (light, notice)
}

fn points(topology: &Topology) -> usize {
    topology.arcs().iter().map(|arc| arc.points().len()).sum()
}
