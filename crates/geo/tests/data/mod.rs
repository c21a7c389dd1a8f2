//! The world and d3-geo's fixtures, as the tests read them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(unreachable_pub, reason = "shared by test files, not by crates")]

use entente_geo::{LonLat, Projection, ProjectionKind, Topology, geojson};
use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

pub fn world_text() -> String {
    std::fs::read_to_string(format!("{ROOT}/data/geometry/world.geojson")).unwrap()
}

pub fn world() -> Topology {
    Topology::from_features(&geojson::read(&world_text()).unwrap())
}

/// The rows of a fixture that `scripts/d3-fixtures` wrote.
pub fn fixture(name: &str) -> Vec<Value> {
    let path = format!("{ROOT}/tests/fixtures/d3-geo/{name}.json");
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str(&text).unwrap()
}

pub fn rows(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

pub fn place(value: &Value) -> LonLat {
    LonLat::new(number(&value[0]), number(&value[1]))
}

pub fn projection(kind: &Value, centre: &Value) -> Projection {
    let kind = match kind.as_str().unwrap() {
        "equal-earth" => ProjectionKind::EqualEarth,
        "natural-earth" => ProjectionKind::NaturalEarth,
        "mercator" => ProjectionKind::Mercator,
        "equirectangular" => ProjectionKind::Equirectangular,
        "orthographic" => ProjectionKind::Orthographic,
        other => panic!("unknown kind {other}"),
    };
    Projection { kind, centre_lon_deg: number(&centre[0]), centre_lat_deg: number(&centre[1]) }
}
