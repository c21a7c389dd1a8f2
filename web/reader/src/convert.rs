//! From a file's bytes to shapes: text, features, keys, shared borders, bytes.

use entente_geo::Topology;
use entente_geo::feature::{Feature, Notice, Repair};
use entente_geo::geojson::{self, GeoJsonError};
use entente_geo::topology::codec::encode;
use entente_scene::foreign::keyed;

use crate::error::{Error, MOST_BYTES, MOST_SHAPES};
use crate::lighten::lightened;

/// About 11 metres.
const STEPS_PER_DEGREE: u32 = 10_000;
/// So many names are listed in a sentence.
const NAMED: usize = 8;

/// The shapes of a GeoJSON file as `entente_geo::topology::codec` writes them, and what was mended on the way.
pub(crate) fn convert(file: &[u8]) -> Result<(Vec<u8>, Vec<String>), Error> {
    let features = geojson::read(text(file)?).map_err(|error| explained(error, file))?;
    let count = features.len();
    let (features, empty): (Vec<_>, Vec<_>) = keyed(features).into_iter().partition(is_drawable);
    if features.is_empty() {
        return Err(Error::NothingToDraw(count));
    }
    if features.len() > MOST_SHAPES {
        return Err(Error::TooManyShapes(features.len()));
    }
    let mut notices = Vec::new();
    notices.extend(without_geometry(&empty));
    let (topology, repairs) = Topology::with_notices(&features);
    notices.extend(mended(&repairs, Repair::Turned, "ran the wrong way round and were turned"));
    notices.extend(mended(&repairs, Repair::Dropped, "enclose nothing and were left out"));
    let (topology, lighter) = lightened(topology);
    notices.extend(lighter);
    let bytes = encode(&topology, STEPS_PER_DEGREE).map_err(Error::Encode)?;
    Ok((bytes, notices))
}

/// The file as text, or what it is instead.
fn text(file: &[u8]) -> Result<&str, Error> {
    if file.len() > MOST_BYTES {
        return Err(Error::TooLarge(file.len()));
    }
    match file.trim_ascii_start() {
        [] => return Err(Error::Other("the file is empty: it should hold GeoJSON")),
        [0x1f, 0x8b, ..] | [b'P', b'K', 3, 4, ..] => {
            return Err(Error::Other("the file is compressed: unpack it first and take the .geojson file in it"));
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            return Err(Error::Other("the file is UTF-16: save the GeoJSON file as UTF-8"));
        }
        [b'<', ..] => {
            return Err(Error::Other("the file is a web page or XML, not GeoJSON: is the address right?"));
        }
        _ => {}
    }
    std::str::from_utf8(file).map_err(|error| Error::NotUtf8(error.valid_up_to()))
}

/// What people most often have in place of GeoJSON is named.
fn explained(error: GeoJsonError, file: &[u8]) -> Error {
    let says = |word: &[u8]| file.windows(word.len()).any(|part| part == word);
    if says(b"\"Topology\"") && says(b"\"arcs\"") {
        return Error::Other("the file is TopoJSON: turn it into GeoJSON, for example with topo2geo or mapshaper");
    }
    Error::GeoJson(error)
}

fn is_drawable(feature: &Feature) -> bool {
    feature.point.is_some() || !feature.polygons.is_empty()
}

fn without_geometry(features: &[Feature]) -> Option<String> {
    let names = features.iter().map(|feature| if feature.name.is_empty() { &feature.key } else { &feature.name });
    listed(names).map(|names| format!("{names}: without geometry, so not drawn"))
}

/// One sentence for all rings that were mended in one way.
fn mended(notices: &[Notice], repair: Repair, what: &str) -> Option<String> {
    let mut rings = notices.iter().filter(|notice| notice.repair == repair);
    match (rings.next(), rings.count()) {
        (None, _) => None,
        (Some(only), 0) => Some(only.to_string()),
        (Some(first), more) => Some(format!("{} rings {what}, the first of them in {}", more + 1, first.key)),
    }
}

/// `A, B, C and 4 more`; nothing for none.
fn listed<'a>(mut names: impl Iterator<Item = &'a String>) -> Option<String> {
    let first: Vec<&str> = names.by_ref().take(NAMED).map(String::as_str).collect();
    let more = names.count();
    let list = first.join(", ");
    (!list.is_empty()).then(|| if more > 0 { format!("{list} and {more} more") } else { list })
}

#[cfg(test)]
mod tests;
