//! The reader of other people's GeoJSON: a second module, fetched when someone first brings a map.

use entente_geo::Topology;
use entente_geo::topology::codec::decode;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Set by `boot.js`: `import()` is syntax, and a snippet of our own would be one more request on every first visit.
    #[wasm_bindgen(js_name = ententeImport, catch)]
    fn import(url: &str) -> Result<Promise, JsValue>;

    /// The module's exports: `web/reader`, through wasm-bindgen.
    type Module;
    #[wasm_bindgen(method, catch, js_name = default)]
    fn start(this: &Module) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Module, text: &[u8]) -> Result<Reading, JsValue>;

    type Reading;
    #[wasm_bindgen(method, getter)]
    fn bytes(this: &Reading) -> Uint8Array;
    #[wasm_bindgen(method, getter)]
    fn notices(this: &Reading) -> Vec<String>;
    #[wasm_bindgen(method)]
    fn free(this: &Reading);
}

/// The shapes of a GeoJSON file, and what was mended in them, a sentence each; the error is a sentence too.
///
/// `reader_url` is the module's address, relative to the page. The browser fetches and compiles it once.
pub(crate) async fn read(reader_url: &str, bytes: &[u8]) -> Result<(Topology, Vec<String>), String> {
    let module = module(reader_url).await.map_err(|error| {
        format!("{}: the reader of GeoJSON could not be loaded; check the line and try again", words(&error))
    })?;
    let reading = module.read(bytes).map_err(|error| format!("This map cannot be shown: {}", words(&error)))?;
    let (shapes, notices) = (reading.bytes().to_vec(), reading.notices());
    reading.free();
    // Sound files decode; only shapes that lie on each other many times over do not.
    let topology = decode(&shapes).map_err(|_| "This map cannot be shown: too many of its shapes share one outline")?;
    Ok((topology, notices))
}

async fn module(url: &str) -> Result<Module, JsValue> {
    let module: Module = JsFuture::from(import(url)?).await?.unchecked_into();
    JsFuture::from(module.start()?).await?;
    Ok(module)
}

/// What was thrown: our own sentence, or an error's message.
fn words(thrown: &JsValue) -> String {
    let message = || thrown.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    thrown.as_string().or_else(message).unwrap_or_else(|| "unknown fault".into())
}
