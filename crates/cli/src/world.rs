//! The shapes: the world's GeoJSON as topologies of two levels of detail.

use std::fs;
use std::path::Path;

use entente_geo::Topology;
use entente_geo::geojson::read;
use entente_geo::topology::simplify::simplify;

use crate::Error;

/// Points whose triangle is smaller than this share of the sphere go at the coarse level, in steradians.
///
/// At 1,200 px for the whole world it is less than a square pixel: nobody sees the difference before zooming in.
const COARSE_SR: f64 = 3e-5;

/// Steps of the coarse and of the fine level's grid for one degree.
const COARSE_STEPS: u32 = 100;
const FINE_STEPS: u32 = 500;

/// Points whose triangle is smaller than this go at the fine level, in steradians.
const FINE_SR: f64 = 1e-6;

/// The world as the source draws it.
///
/// # Errors
/// The file is not there, or is no usable GeoJSON.
pub fn fine(data: &Path) -> Result<Topology, Error> {
    let path = data.join("geometry/world.geojson");
    let text = fs::read_to_string(&path).map_err(|error| Error::Read { path: path.clone(), error })?;
    let mut features = read(&text).map_err(|error| Error::Shapes(format!("{error}; in {}", path.display())))?;
    // The facts name the countries: names in the shapes would be loaded twice.
    features.iter_mut().for_each(|feature| feature.name.clear());
    Ok(Topology::from_features(&features))
}

/// The world for a first look.
#[must_use]
pub fn coarse(fine: &Topology) -> Topology {
    simplify(fine, COARSE_SR)
}

/// The world for a closer look.
#[must_use]
pub fn near(source: &Topology) -> Topology {
    simplify(source, FINE_SR)
}

/// A level of detail as the page loads it.
///
/// # Errors
/// A topology too large for its form.
pub fn encoded(topology: &Topology, is_fine: bool) -> Result<Vec<u8>, Error> {
    let steps = if is_fine { FINE_STEPS } else { COARSE_STEPS };
    entente_geo::topology::codec::encode(topology, steps).map_err(|error| Error::Shapes(error.to_string()))
}
