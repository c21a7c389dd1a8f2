//! Files as people bring them, and what becomes of each.

use super::*;
use entente_geo::topology::codec::decode;

/// A square between two meridians, as GeoJSON.
fn square(west: i32) -> String {
    let east = west + 10;
    format!(r#"{{"type":"Polygon","coordinates":[[[{west},0],[{east},0],[{east},10],[{west},10],[{west},0]]]}}"#)
}

fn collection(features: &[(&str, String)]) -> String {
    let features = features.iter().map(|(properties, geometry)| {
        format!(r#"{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#)
    });
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.collect::<Vec<_>>().join(","))
}

/// What the page gets: key and name of each shape, then the notices.
fn check(text: &str, expected: &[&str]) {
    let (bytes, notices) = convert(text.as_bytes()).unwrap();
    let topology = decode(&bytes).unwrap();
    let shapes = topology.shapes().iter().map(|shape| format!("{} {}", shape.key, shape.name));
    assert_eq!(shapes.chain(notices).collect::<Vec<_>>(), expected);
}

fn error(file: impl AsRef<[u8]>) -> String {
    convert(file.as_ref()).unwrap_err().to_string()
}

#[test]
fn a_map_of_natural_earth() {
    let text = collection(&[
        (
            r#"{"ISO_A3":"PER","ISO_A2":"PE","ADM0_A3":"PER","NAME":"Peru","NAME_EN":"Peru","POP_EST":32510453}"#,
            square(0),
        ),
        (r#"{"ISO_A3":"-99","ISO_A3_EH":"FRA","ADM0_A3":"FRA","NAME":"France"}"#, square(10)),
        (r#"{"ISO_A3":"-99","ISO_A3_EH":"-99","ADM0_A3":"CYN","NAME":"N. Cyprus"}"#, square(20)),
    ]);
    check(&text, &["PER Peru", "FRA France", "CYN N. Cyprus"]);
}

#[test]
fn a_map_with_alpha_2_numbers_or_names_alone() {
    check(&collection(&[(r#"{"iso-a2":"pe"}"#, square(0)), (r#"{"iso-a2":"CL"}"#, square(10))]), &["PE ", "CL "]);
    check(&collection(&[(r#"{"iso_n3":4}"#, square(0)), (r#"{"iso_n3":604}"#, square(10))]), &["004 ", "604 "]);
    let named = collection(&[(r#"{"name":"Peru"}"#, square(0)), (r#"{"name":"Côte d’Ivoire"}"#, square(10))]);
    check(&named, &["Peru Peru", "Côte d’Ivoire Côte d’Ivoire"]);
}

#[test]
fn a_map_without_code_or_name() {
    check(&collection(&[(r#"{"population":7}"#, square(0)), ("null", square(10))]), &["feature 0 ", "feature 1 "]);
}

#[test]
fn provinces_of_one_country_become_the_country() {
    let provinces =
        [(r#"{"iso_a2":"PE","admin":"Peru","name":"Puno"}"#, square(0)), (r#"{"iso_a2":"PE"}"#, square(10))];
    let (bytes, _) = convert(collection(&provinces).as_bytes()).unwrap();
    let topology = decode(&bytes).unwrap();
    assert_eq!(topology.shapes().len(), 1);
    assert_eq!(topology.shapes()[0].polygons.len(), 1, "the border between them is gone");
}

#[test]
fn what_is_mended_or_left_out_is_said_once() {
    let clockwise = |west: i32| {
        let east = west + 10;
        format!(r#"{{"type":"Polygon","coordinates":[[[{west},0],[{west},10],[{east},10],[{east},0],[{west},0]]]}}"#)
    };
    let text = collection(&[
        (r#"{"code":"PER"}"#, clockwise(0)),
        (r#"{"code":"CHL"}"#, clockwise(10)),
        (r#"{"code":"TUV","name":"Tuvalu"}"#, "null".into()),
    ]);
    check(
        &text,
        &[
            "PER ",
            "CHL ",
            "Tuvalu: without geometry, so not drawn",
            "2 rings ran the wrong way round and were turned, the first of them in PER",
        ],
    );
}

#[test]
fn a_map_with_too_many_points_is_thinned() {
    let circle = |lon: f64| {
        let places = (0..=2 * crate::lighten::MOST_POINTS).map(|step| {
            let turn = f64::from(step as u32) / crate::lighten::MOST_POINTS as f64 * std::f64::consts::PI;
            format!("[{},{}]", lon + 5.0 * turn.cos(), 5.0 * turn.sin())
        });
        format!(r#"{{"type":"Polygon","coordinates":[[{}]]}}"#, places.collect::<Vec<_>>().join(","))
    };
    let (bytes, notices) = convert(collection(&[(r#"{"code":"PER"}"#, circle(0.0))]).as_bytes()).unwrap();
    let topology = decode(&bytes).unwrap();
    assert!((1_000..crate::lighten::MOST_POINTS).contains(&topology.arcs()[0].points().len()));
    assert!(notices[0].contains("thinned"), "{notices:?}");
}

#[test]
fn what_is_no_geojson_is_named() {
    assert_eq!(error(""), "the file is empty: it should hold GeoJSON");
    assert_eq!(error("<!doctype html>"), "the file is a web page or XML, not GeoJSON: is the address right?");
    assert!(error([0x1f, 0x8b, 8, 0]).starts_with("the file is compressed"));
    assert!(error(b"PK\x03\x04").starts_with("the file is compressed"));
    assert!(error([0xff, 0xfe, b'{', 0]).starts_with("the file is UTF-16"));
    assert_eq!(error(b"{\"type\": \"\xe9\"}"), "byte 10 is no UTF-8 text: save the GeoJSON file as UTF-8");
    assert!(error(r#"{"type":"Topology","objects":{},"arcs":[]}"#).starts_with("the file is TopoJSON"));
    assert!(error("iso,name\nPER,Peru\n").starts_with("not GeoJSON: expected value (line 1"));
    let nested = format!(r#"{{"status":"ok","data":{{"map":{}}}}}"#, collection(&[(r#"{"code":"PER"}"#, square(0))]));
    assert!(error(&nested).starts_with("not GeoJSON: "), "{}", error(&nested));
    let followed = format!("{}{}", collection(&[]), "garbage");
    assert!(error(&followed).starts_with("not GeoJSON: trailing characters"), "{}", error(&followed));
}

#[test]
fn what_is_no_map_of_countries_is_told() {
    assert_eq!(error(collection(&[])), "the FeatureCollection is empty: a map has a feature for each country");
    assert_eq!(
        error(collection(&[(r#"{"code":"PER"}"#, "null".into())])),
        "no feature of 1 has a geometry: export the shapes with the properties"
    );
    let metres = r#"{"type":"Point","coordinates":[1113194.9,-1118889.9]}"#;
    assert!(error(collection(&[(r#"{"code":"PER"}"#, metres.into())])).contains("metres"));
    let many: Vec<_> =
        (0..=MOST_SHAPES).map(|_| ("{}", r#"{"type":"Point","coordinates":[0,0]}"#.to_owned())).collect();
    assert!(error(collection(&many)).starts_with("1001 different shapes"));
    assert!(error(vec![b' '; MOST_BYTES + 1]).starts_with("48 MB is more than can be read here"));
}

#[test]
fn hostile_files_give_a_sentence_or_a_map() {
    let ten_megabytes = 10_000_000;
    let place = r#"{"code":"PER","n":1e999}"#;
    for text in [
        "[".repeat(ten_megabytes),
        "{\"type\":".repeat(ten_megabytes / 8),
        "\"".repeat(ten_megabytes),
        "\0".repeat(ten_megabytes),
        "1".repeat(ten_megabytes),
        collection(&[(place, square(0))]),
        collection(&[("{}", r#"{"type":"Polygon","coordinates":[[[NaN,0],[1,1],[2,2]]]}"#.into())]),
        collection(&[("{}", r#"{"type":"Polygon","coordinates":[[[null,0],[1,1],[2,2]]]}"#.into())]),
        collection(&[("{}", r#"{"type":"Polygon","coordinates":[[[-0.0,1e400],[1,1],[2,2]]]}"#.into())]),
        collection(&[(
            "{}",
            format!("{}{}", r#"{"type":"GeometryCollection","geometries":["#.repeat(5_000), "]}".repeat(5_000)),
        )]),
    ] {
        assert!(!error(&text).is_empty(), "{text:.60}");
    }
    let world = r#"{"type":"Polygon","coordinates":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}"#;
    let bow =
        r#"{"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]],[[0,0],[10,10],[10,0],[0,10],[0,0]]]}"#;
    let nothing =
        r#"{"type":"MultiPolygon","coordinates":[[[[5,5]]],[[[5,5],[5,5],[5,5],[5,5]]],[[[5,5],[6,6],[5,5]]]]}"#;
    for geometry in [world, bow, nothing] {
        let (bytes, _) = convert(collection(&[("{}", geometry.into())]).as_bytes()).unwrap();
        assert_eq!(decode(&bytes).unwrap().shapes().len(), 1, "{geometry}");
    }
}
