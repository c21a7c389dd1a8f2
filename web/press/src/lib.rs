//! The press kit in the browser: a module of its own, fetched when someone first shares a view.
//!
//! What leaves the page is made by scene (`kit` holds what that needs); `frame` and `builder` are the dialog as values, put into the
//! document by `dom` and listened to by `hands`; `files` saves.

mod builder;
#[path = "../../overlap/src/clock.rs"]
mod clock;
#[path = "../../overlap/src/dom.rs"]
#[allow(dead_code, reason = "the overlap desk uses more of it")]
mod dom;
#[path = "../../overlap/src/facts.rs"]
#[allow(dead_code, reason = "the overlap desk leaves facts for the page too")]
mod facts;
mod files;
mod frame;
mod hands;
mod kit;
mod page;
mod preview;
mod stand;

use wasm_bindgen::prelude::wasm_bindgen;

/// Opens the dialog on the page's view; on its builder with these settings, where the fragment of a link asks for that. The error is a
/// sentence.
#[wasm_bindgen]
pub async fn open(fragment: String) -> Result<(), String> {
    kit::prepare().await?;
    stand::open(&fragment)
}
