//! Fetching the facts and the shapes, and saying what went wrong.

use std::cell::{Cell, RefCell};

use entente_atlas::{Atlas, records::Records};
use entente_geo::Topology;
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::{GetUntracked as _, Set as _, WithValue as _};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, RequestCache, RequestInit, Response};

use crate::desk::Desk;

/// Where the page's files lie, as its build wrote them into its head.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    /// The facts.
    pub facts: String,
    /// The facts with all their texts.
    pub texts: String,
    /// Shapes for the whole world.
    pub coarse: String,
    /// Shapes for a closer look.
    pub fine: String,
    /// The reader of other people's GeoJSON.
    pub reader: String,
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
            texts: read("texts"),
            coarse: read("coarse"),
            fine: read("fine"),
            reader: read("reader"),
        }
    }
}

/// The bytes of a file on the same site. `again` asks past every cache, after a failure.
pub(crate) async fn bytes(file: &str, again: bool) -> Result<Vec<u8>, LoadError> {
    let failed = |reason: String| LoadError::Fetch { file: file.to_owned(), reason };
    let window = web_sys::window().ok_or_else(|| failed("No window".into()))?;
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

thread_local! {
    static TEXTS_ASKED: Cell<bool> = const { Cell::new(false) };
    static CORE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Asks for the texts of the facts, once; a failure is told and may be mended by asking again.
pub(crate) fn texts(desk: Desk) {
    if TEXTS_ASKED.replace(true) {
        return;
    }
    spawn_local(async move {
        if let Err(error) = told_atlas(desk).await {
            TEXTS_ASKED.set(false);
            desk.notify(format!("Summaries and sources are missing: {error}"));
        }
    });
}

/// The facts with their texts, fetched if they have not come yet.
pub(crate) async fn told_atlas(desk: Desk) -> Result<&'static Atlas, LoadError> {
    if let Some(atlas) = desk.texts.get_untracked() {
        return Ok(atlas);
    }
    let file = desk.files.with_value(|files| files.texts.clone());
    // Both atlases are of one set of records, so indices mean the same in both.
    let atlas: &'static Atlas = Box::leak(Box::new(told(&file, &bytes(&file, false).await?)?));
    desk.texts.set(Some(atlas));
    Ok(atlas)
}

/// The facts without their texts: all that the first picture needs.
pub(crate) fn atlas(file: &str, bytes: &[u8]) -> Result<Atlas, LoadError> {
    CORE.with_borrow_mut(|kept| *kept = bytes.to_vec());
    resolved(file, records(file, bytes)?)
}

/// The facts with their texts, which arrived later.
fn told(file: &str, bytes: &[u8]) -> Result<Atlas, LoadError> {
    let detail = records(file, bytes)?;
    let core = CORE.with_borrow(|bytes| records(file, bytes))?;
    resolved(file, core.join(detail))
}

fn records(file: &str, bytes: &[u8]) -> Result<Records, LoadError> {
    let reason = "The facts cannot be decoded".to_owned();
    postcard::from_bytes(bytes).map_err(|_| LoadError::Decode { file: file.to_owned(), reason })
}

fn resolved(file: &str, records: Records) -> Result<Atlas, LoadError> {
    Atlas::from_records(records).map_err(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        LoadError::Decode { file: file.to_owned(), reason: format!("The facts contradict themselves ({first})") }
    })
}

/// The shapes, decoded.
pub(crate) fn topology(file: &str, bytes: &[u8]) -> Result<Topology, LoadError> {
    entente_geo::topology::codec::decode(bytes)
        .map_err(|error| LoadError::Decode { file: file.to_owned(), reason: error.to_string() })
}
