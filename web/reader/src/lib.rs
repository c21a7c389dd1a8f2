//! Reads other people's GeoJSON in the browser: a module of its own, fetched only when someone brings a map.

mod convert;
mod error;
mod lighten;

use wasm_bindgen::prelude::wasm_bindgen;

/// A map that was read.
#[wasm_bindgen]
pub struct Reading {
    bytes: Vec<u8>,
    notices: Vec<String>,
}

#[wasm_bindgen]
impl Reading {
    /// The shapes, as `entente_geo::topology::codec` writes them.
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }

    /// What was mended or left out on the way, a sentence each.
    #[wasm_bindgen(getter)]
    pub fn notices(&self) -> Vec<String> {
        self.notices.clone()
    }
}

/// Reads the text of a GeoJSON file; the error is a sentence.
#[wasm_bindgen]
pub fn read(text: &[u8]) -> Result<Reading, String> {
    let (bytes, notices) = convert::convert(text).map_err(|error| error.to_string())?;
    Ok(Reading { bytes, notices })
}
