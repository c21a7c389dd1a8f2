//! GeoJSON (RFC 7946) read into features, with the place of whatever is wrong.
//!
//! Permissive in winding, repeats and closing, which [`crate::topology`] mends with a notice; strict in everything else.

use geojson::{FeatureCollection, GeoJson, Geometry, GeometryValue, JsonValue, Position};

use crate::feature::{Feature, LonLatRing};
use crate::point::LonLat;

/// Why a text is no usable GeoJSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeoJsonError {
    /// Not JSON, or not the members that GeoJSON asks for.
    Malformed {
        /// Line in the text, from 1; 0 where it is not known.
        line: usize,
        /// Column in the line, from 1; 0 where it is not known.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// GeoJSON, but no collection of features; the text is the type found.
    NotACollection(String),
    /// A feature that cannot be used.
    Feature {
        /// Which feature, from 0, and its id or `code` if it has one.
        feature: (usize, String),
        /// Where in its geometry, as in `polygon 0, ring 1, position 5`; empty for the whole feature.
        place: String,
        /// What is wrong and how to mend it.
        problem: String,
    },
}

impl std::fmt::Display for GeoJsonError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed { line: 0, message, .. } => write!(f, "not GeoJSON: {message}"),
            Self::Malformed { line, column, message } => {
                write!(f, "not GeoJSON: {message} (line {line}, column {column})")
            }
            Self::NotACollection(found) => write!(f, "expected a FeatureCollection, found a {found}: wrap it in one"),
            Self::Feature { feature: (index, id), place, problem } => {
                write!(f, "{problem} (feature {index}")?;
                if !id.is_empty() {
                    write!(f, " `{id}`")?;
                }
                if !place.is_empty() {
                    write!(f, ", {place}")?;
                }
                f.write_str(")")
            }
        }
    }
}

impl std::error::Error for GeoJsonError {}

/// Reads a `FeatureCollection` of areas and points.
///
/// A feature's key is its property `code`, else its id; its name the property `name`. Both may be empty: the caller knows which
/// property holds its codes and may set them from [`Feature::properties`].
pub fn read(text: &str) -> Result<Vec<Feature>, GeoJsonError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let collection: FeatureCollection = match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection,
        Ok(GeoJson::Feature(_)) => return Err(GeoJsonError::NotACollection("Feature".into())),
        Ok(GeoJson::Geometry(found)) => {
            return Err(GeoJsonError::NotACollection(found.value.type_name().into()));
        }
        Err(error) => return Err(malformed(error)),
    };
    let features = collection.features.into_iter().enumerate();
    features.map(|(index, source)| feature(index, source)).collect()
}

fn malformed(error: geojson::Error) -> GeoJsonError {
    let (line, column) = match &error {
        geojson::Error::MalformedGeoJson(json) => (json.line(), json.column()),
        _ => (0, 0),
    };
    let message = match error {
        geojson::Error::MalformedGeoJson(json) => json.to_string(),
        other => other.to_string(),
    };
    // serde_json repeats the place at the end of its message.
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    GeoJsonError::Malformed { line, column, message }
}

fn feature(index: usize, source: geojson::Feature) -> Result<Feature, GeoJsonError> {
    let properties = source.properties.into_iter().flatten();
    let mut feature =
        Feature { properties: properties.map(|(key, value)| (key, as_text(value))).collect(), ..Feature::default() };
    let id = match source.id {
        Some(geojson::feature::Id::String(id)) => id,
        Some(geojson::feature::Id::Number(number)) => number.to_string(),
        None => String::new(),
    };
    feature.key = feature.properties.get("code").cloned().unwrap_or(id);
    feature.name = feature.properties.get("name").cloned().unwrap_or_default();
    if let Some(geometry) = source.geometry {
        add(&geometry, &mut feature).map_err(|Problem { place, problem }| GeoJsonError::Feature {
            feature: (index, feature.key.clone()),
            place,
            problem,
        })?;
    }
    Ok(feature)
}

fn as_text(value: JsonValue) -> String {
    match value {
        JsonValue::String(text) => text,
        JsonValue::Null => String::new(),
        other => other.to_string(),
    }
}

/// What is wrong in a geometry, and where.
struct Problem {
    place: String,
    problem: String,
}

fn add(geometry: &Geometry, feature: &mut Feature) -> Result<(), Problem> {
    match &geometry.value {
        GeometryValue::Point { coordinates } => {
            feature.point = Some(place(coordinates).map_err(|problem| Problem { place: "point".into(), problem })?);
        }
        GeometryValue::Polygon { coordinates } => add_polygon(coordinates, feature)?,
        GeometryValue::MultiPolygon { coordinates } => {
            for polygon in coordinates {
                add_polygon(polygon, feature)?;
            }
        }
        GeometryValue::GeometryCollection { geometries } => {
            for geometry in geometries {
                add(geometry, feature)?;
            }
        }
        other => {
            return Err(Problem {
                place: String::new(),
                problem: format!("a {} cannot be filled: use Polygon, MultiPolygon or Point", other.type_name()),
            });
        }
    }
    Ok(())
}

fn add_polygon(rings: &[Vec<Position>], feature: &mut Feature) -> Result<(), Problem> {
    let polygon = feature.polygons.len();
    let rings = rings.iter().enumerate().map(|(ring, positions)| {
        let positions = positions.iter().enumerate();
        let places = positions.map(|(position, coordinates)| {
            place(coordinates).map_err(|problem| Problem {
                place: format!("polygon {polygon}, ring {ring}, position {position}"),
                problem,
            })
        });
        places.collect::<Result<LonLatRing, _>>()
    });
    let rings = rings.collect::<Result<Vec<_>, _>>()?;
    feature.polygons.push(rings);
    Ok(())
}

fn place(coordinates: &Position) -> Result<LonLat, String> {
    let &[lon, lat, ..] = coordinates.as_slice() else {
        return Err("a position needs a longitude and a latitude".into());
    };
    if !(-90.0..=90.0).contains(&lat) {
        return Err(format!(
            "latitude {lat} lies outside -90 to 90: are longitude and latitude swapped, or metres meant?"
        ));
    }
    if !(-360.0..=360.0).contains(&lon) {
        return Err(format!("longitude {lon} lies outside -360 to 360: give degrees"));
    }
    Ok(LonLat::new(lon, lat))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        read(text).unwrap_err().to_string()
    }

    fn collection(geometry: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":7,"properties":{{"code":"ABC","n":1}},"geometry":{geometry}}}]}}"#
        )
    }

    #[test]
    fn properties_come_as_text_and_the_code_is_the_key() {
        let features = read(&collection(r#"{"type":"Point","coordinates":[12.5,41.9,75]}"#)).unwrap();
        assert_eq!(features[0].key, "ABC");
        assert_eq!(features[0].properties["n"], "1");
        assert_eq!(features[0].point, Some(LonLat::new(12.5, 41.9)));
    }

    #[test]
    fn errors_say_what_is_wrong_and_where() {
        assert_eq!(
            error("{\"type\":\n \"FeatureCollection\", \"features\": [}"),
            "not GeoJSON: expected value (line 2, column 36)"
        );
        assert_eq!(error(""), "not GeoJSON: EOF while parsing a value (line 1, column 0)");
        assert_eq!(
            error(r#"{"type":"Point","coordinates":[0,0]}"#),
            "expected a FeatureCollection, found a Point: wrap it in one"
        );
        assert_eq!(
            error(&collection(r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,91]]]}"#)),
            "latitude 91 lies outside -90 to 90: are longitude and latitude swapped, or metres meant? (feature 0 `ABC`, polygon 0, ring 0, position 2)"
        );
        assert_eq!(
            error(&collection(r#"{"type":"LineString","coordinates":[[0,0],[1,0]]}"#)),
            "a LineString cannot be filled: use Polygon, MultiPolygon or Point (feature 0 `ABC`)"
        );
    }

    #[test]
    fn hostile_texts_give_errors_and_never_a_panic() {
        for text in [
            "[",
            "null",
            "{}",
            "\u{feff}",
            "[[[[",
            "{\"type\":\"FeatureCollection\"}",
            &collection(r#"{"type":"Polygon","coordinates":[[[0]]]}"#),
            &collection(r#"{"type":"Polygon","coordinates":[[[1e999,0]]]}"#),
            &"[".repeat(100_000),
        ] {
            assert!(read(text).is_err(), "{text:.40}");
        }
        for text in [
            collection("null"),
            collection(r#"{"type":"Polygon","coordinates":[]}"#),
            collection(r#"{"type":"Polygon","coordinates":[[],[[0,0]]]}"#),
            collection(r#"{"type":"Polygon","coordinates":[[[0,90],[1,90],[2,90],[0,90]]]}"#),
        ] {
            let topology = crate::Topology::from_features(&read(&text).unwrap());
            assert_eq!(topology.shapes().len(), 1);
        }
    }
}
