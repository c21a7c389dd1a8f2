//! The overlap desk in the browser: a module of its own, fetched only when a link first asks for a chart.
//!
//! Everything that is shown is made from the page's link alone (`setting`), as values (`ask`, `charts`, `list`), put into the
//! document by `dom` and listened to by `hands`; every wish goes back to the page as a link, by `host`.

mod ask;
mod charts;
mod clock;
mod country;
mod dom;
mod facts;
mod field;
mod hands;
mod host;
mod list;
mod own;
mod player;
mod roving;
mod setting;
mod stand;
mod suppose;
mod time;
mod whatif;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// Builds the desk in a place of the page, and from then on follows the page's link; the error is a sentence.
#[wasm_bindgen]
pub async fn open(place: Element) -> Result<(), String> {
    let facts = facts::fetch().await?;
    stand::build(&place, facts)?;
    hands::listen(&place);
    host::follow(stand::show);
    host::before_return(suppose::hand_over);
    stand::show();
    Ok(())
}

/// Leaves the facts that a link supposes for the page, before it fetches its own; the error is a sentence.
#[wasm_bindgen]
pub async fn suppose(link: String) -> Result<(), String> {
    suppose::prepare().await?;
    suppose::give(&link).map(|_| ())
}
