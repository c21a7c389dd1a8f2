//! Any text is GeoJSON or an error; what was read can be shared, simplified, written, projected and hit.
#![no_main]

use entente_geo::topology::codec::{decode, encode};
use entente_geo::{HitIndex, LonLat, Plane, Projection, ProjectionKind, Topology, geojson, simplify, thin};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(features) = geojson::read(text) else {
        return;
    };
    let (topology, _) = Topology::with_notices(&features);
    let simple = thin(&simplify(&topology, 1e-4), 1e-3);
    let bytes = encode(&simple, 1000).expect("the grid is allowed");
    let back = decode(&bytes).expect("what was written can be read");
    for kind in ProjectionKind::ALL {
        let projection = Projection { kind, centre_lon_deg: 170.0, centre_lat_deg: 20.0 };
        for topology in [&topology, &back] {
            Plane::new(topology, &projection, 1e-3);
        }
    }
    HitIndex::new(&topology).at(LonLat::new(0.0, 0.0));
});
