//! Why a file is no map that can be shown.

use entente_geo::geojson::GeoJsonError;
use entente_geo::topology::codec::EncodeError;

/// A map of the world at 1:10 million, at full precision, has 25 MB.
pub(crate) const MOST_BYTES: usize = 48_000_000;
/// The world has about 250 countries and territories; maps of disputed areas and parts have a few hundred.
pub(crate) const MOST_SHAPES: usize = 1_000;

/// Why a file is no map that can be shown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Error {
    /// More bytes than can be read while someone waits.
    TooLarge(usize),
    /// Something else than text: what it looks like, and how to mend it.
    Other(&'static str),
    /// Not UTF-8 from this byte on.
    NotUtf8(usize),
    /// Text, but no usable GeoJSON.
    GeoJson(GeoJsonError),
    /// Nothing in it that could be drawn; the number is that of its features.
    NothingToDraw(usize),
    /// Not countries: so many shapes are left when those with the same code are one.
    TooManyShapes(usize),
    /// The shapes cannot be handed on.
    Encode(EncodeError),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge(bytes) => write!(
                f,
                "{} MB is more than can be read here: make the file smaller than {} MB, with fewer digits or simpler outlines",
                bytes / 1_000_000,
                MOST_BYTES / 1_000_000
            ),
            Self::Other(what) => f.write_str(what),
            Self::NotUtf8(at) => write!(f, "byte {at} is no UTF-8 text: save the GeoJSON file as UTF-8"),
            Self::GeoJson(error) => error.fmt(f),
            Self::NothingToDraw(0) => {
                f.write_str("the FeatureCollection is empty: a map has a feature for each country")
            }
            Self::NothingToDraw(features) => {
                write!(f, "no feature of {features} has a geometry: export the shapes with the properties")
            }
            Self::TooManyShapes(shapes) => write!(
                f,
                "{shapes} different shapes are more than a map of countries has (at most {MOST_SHAPES}): take the file of countries, \
                 or give each feature its country's code as the property `code`"
            ),
            Self::Encode(error) => error.fmt(f),
        }
    }
}

impl From<GeoJsonError> for Error {
    fn from(error: GeoJsonError) -> Self {
        Self::GeoJson(error)
    }
}
