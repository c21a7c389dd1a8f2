//! Fetching the facts and the shapes, and saying what went wrong.

use entente_atlas::records::Part;
use entente_geo::Topology;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, RequestCache, RequestInit, Response};

/// Where the page's files lie, as its build wrote them into its head.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    /// The lead of the facts.
    pub facts: String,
    /// Their rows.
    rows: String,
    /// Their texts.
    texts: String,
    /// Their sources.
    sources: String,
    /// Shapes for the whole world.
    pub coarse: String,
    /// Shapes for a closer look.
    pub fine: String,
    /// The reader of other people's GeoJSON.
    pub reader: String,
    /// Where a mistake is told.
    pub report: String,
}

/// Why something could not be loaded, as a sentence.
#[derive(Clone, Debug)]
pub(crate) enum LoadError {
    /// The line or the server failed.
    Fetch { file: String, reason: String },
    /// The bytes are no facts or shapes of this version.
    Decode { file: String, reason: String },
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fetch { file, reason } => {
                write!(f, "{reason}: {file} could not be fetched; check the line and try again")
            }
            Self::Decode { file, reason } => {
                write!(f, "{reason}: {file} is not what this page expects; reload the page, or clear its cache")
            }
        }
    }
}

impl Files {
    /// Reads the addresses from the page's head.
    pub fn of(document: &Document) -> Self {
        let read = |name: &str| {
            let tag = document.query_selector(&format!("[data-entente=\"{name}\"]")).ok().flatten();
            tag.and_then(|tag| tag.get_attribute("href").or_else(|| tag.get_attribute("content"))).unwrap_or_default()
        };
        Self {
            facts: read("facts"),
            rows: read("rows"),
            texts: read("texts"),
            sources: read("sources"),
            coarse: read("coarse"),
            fine: read("fine"),
            reader: read("reader"),
            report: read("report"),
        }
    }
}

impl Files {
    /// Where a part of the facts lies.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Lead => &self.facts,
            Part::Rows => &self.rows,
            Part::Texts => &self.texts,
            Part::Sources => &self.sources,
        }
    }
}

/// What the overlap desk left in place of a file: facts with what a reader supposes.
pub(crate) fn given(file: &str) -> Option<Vec<u8>> {
    let found = js_sys::Reflect::get(&js_sys::global(), &file.into()).ok()?;
    Some(found.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// The bytes of a file on the same site. `again` asks past every cache, after a failure.
pub(crate) async fn bytes(file: &str, again: bool) -> Result<Vec<u8>, LoadError> {
    let failed = |reason: String| LoadError::Fetch { file: file.to_owned(), reason };
    let window = web_sys::window().ok_or_else(|| failed("No window".into()))?;
    if let Some(given) = given(file) {
        return Ok(given);
    }
    let options = RequestInit::new();
    if again {
        options.set_cache(RequestCache::Reload);
    }
    let answer = JsFuture::from(window.fetch_with_str_and_init(file, &options)).await;
    let response: Response = answer.map_err(|_| failed("No answer".into()))?.unchecked_into();
    if !response.ok() {
        return Err(failed(format!("Status {}", response.status())));
    }
    let body = response.array_buffer().map_err(|_| failed("No body".into()))?;
    let buffer: JsValue = JsFuture::from(body).await.map_err(|_| failed("The line broke".into()))?;
    Ok(Uint8Array::new(&buffer.unchecked_into::<ArrayBuffer>()).to_vec())
}

/// The shapes, decoded.
pub(crate) fn topology(file: &str, bytes: &[u8]) -> Result<Topology, LoadError> {
    entente_geo::topology::codec::decode(bytes)
        .map_err(|error| LoadError::Decode { file: file.to_owned(), reason: error.to_string() })
}
