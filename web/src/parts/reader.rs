//! The reader of other people's GeoJSON, a module of its own.

/// Reads GeoJSON; being written.
pub(crate) async fn read(_reader: &str, _bytes: &[u8]) -> Result<(entente_geo::Topology, Vec<String>), String> {
    Err(String::new())
}
