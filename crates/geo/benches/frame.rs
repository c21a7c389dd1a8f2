//! How long a frame's geometry takes: `cargo bench -p entente-geo`. Prints medians; nothing is judged.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints and may fail")]

use std::hint::black_box;
use std::time::Instant;

use entente_geo::topology::codec::{decode, encode};
use entente_geo::topology::simplify::simplify;
use entente_geo::topology::thin::thin;
use entente_geo::{Affine, HitIndex, LonLat, Plane, Projection, ProjectionKind, Topology, geojson, svg_path::svg_path};

const WORLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/geometry/world.geojson");

fn time<T>(name: &str, runs: usize, mut run: impl FnMut(usize) -> T) {
    let mut millis: Vec<f64> = (0..runs)
        .map(|i| {
            let start = Instant::now();
            black_box(run(i));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    println!("{name:50} {:9.3} ms", millis.get(runs / 2).copied().unwrap_or_default());
}

fn main() {
    let text = std::fs::read_to_string(WORLD).unwrap();
    time("read GeoJSON", 9, |_| geojson::read(&text).unwrap());
    let features = geojson::read(&text).unwrap();
    time("share arcs, label", 5, |_| Topology::from_features(&features));
    let world = Topology::from_features(&features);
    time("simplify to 1e-6 sr", 5, |_| simplify(&world, 1e-6));
    let levels = [
        ("50m", world.clone()),
        ("fine", simplify(&world, 1e-6)),
        ("coarse", simplify(&world, 1e-5)),
        ("50m thinned to 0.002 rad", thin(&world, 0.002)),
    ];
    for (name, level) in &levels {
        println!("{name}: {} points", level.arcs().iter().map(|arc| arc.points().len()).sum::<usize>());
        let bytes = encode(level, 1000).unwrap();
        time(&format!("{name}: decode"), 21, |_| decode(&bytes).unwrap());
        let mut plane = Plane::default();
        for kind in ProjectionKind::ALL {
            time(&format!("{name}: {kind:?}, 0.002"), 41, |i| {
                plane.update(level, &Projection::new(kind, i as f64 * 9.0), 0.002);
            });
        }
        let affine = Affine::fit(&Projection::default().bounds(), 1200.0, 600.0, 0.0);
        plane.update(level, &Projection::default(), 0.002);
        time(&format!("{name}: as SVG"), 21, |_| {
            (0..level.shapes().len()).map(|index| svg_path(plane.shape(index), &affine).len()).sum::<usize>()
        });
    }
    time("1000 hits", 21, |_| {
        let index = HitIndex::new(&world);
        let places = (0..1000).map(|i| LonLat::new(f64::from(i) * 0.36 - 180.0, f64::from(i * 7 % 160) - 75.0));
        places.filter_map(|place| index.at(place)).count()
    });
}
