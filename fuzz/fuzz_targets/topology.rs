//! Any bytes are a topology or an error; a topology can be projected.
#![no_main]

use entente_geo::topology::codec::decode;
use entente_geo::{HitIndex, LonLat, Plane, Projection, ProjectionKind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(topology) = decode(bytes) else {
        return;
    };
    for kind in [ProjectionKind::EqualEarth, ProjectionKind::Orthographic] {
        Plane::new(&topology, &Projection::new(kind, 10.0), 1e-3);
    }
    HitIndex::new(&topology).at(LonLat::new(0.0, 0.0));
});
