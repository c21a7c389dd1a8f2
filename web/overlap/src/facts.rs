//! The facts, from the files that the page was built with.

use entente_atlas::Atlas;
use entente_atlas::records::Records;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The lead as it is packed: what there is, and how many members each bloc has on the day of packing.
type Lead = (Records, Vec<u16>);

const UNEXPECTED: &str = "The facts are not what this page expects: reload it, or clear its cache";

/// Who and what there is, and who belongs to what. The page has mostly fetched both files before: the browser keeps them.
pub(crate) async fn fetch() -> Result<Records, String> {
    let lead = bytes("facts").await?;
    let rows = bytes("rows").await?;
    let joined = || {
        let (lead, _): Lead = postcard::from_bytes(&lead).ok()?;
        Some(lead.join(postcard::from_bytes(&rows).ok()?))
    };
    joined().ok_or_else(|| UNEXPECTED.into())
}

/// The facts with names in other languages, summaries and notes.
pub(crate) async fn with_texts(records: Records) -> Result<Records, String> {
    let texts = bytes("texts").await?;
    Ok(records.join(postcard::from_bytes(&texts).map_err(|_| UNEXPECTED)?))
}

/// An atlas that is never dropped: what is shown keeps pointing into it.
pub(crate) fn resolved(records: Records) -> Result<&'static Atlas, String> {
    let atlas = Atlas::from_records(records).map_err(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        format!("The facts contradict themselves ({first})")
    })?;
    Ok(Box::leak(Box::new(atlas)))
}

/// The file whose address stands in the page's head under that name.
async fn bytes(name: &str) -> Result<Vec<u8>, String> {
    let window = web_sys::window().ok_or("There is no window")?;
    let document = window.document().ok_or("There is no page")?;
    let tag = document.query_selector(&format!("[data-entente=\"{name}\"]")).ok().flatten();
    let file = tag.and_then(|tag| tag.get_attribute("href").or_else(|| tag.get_attribute("content")));
    let file = file.ok_or("The page does not say where its facts lie")?;
    let answer = JsFuture::from(window.fetch_with_str(&file)).await;
    let response: Response = answer.map_err(|_| format!("{file} could not be fetched"))?.unchecked_into();
    if !response.ok() {
        return Err(format!("{file} could not be fetched: status {}", response.status()));
    }
    let body = response.array_buffer().map_err(|_| format!("{file} has no body"))?;
    let buffer = JsFuture::from(body).await.map_err(|_| format!("{file} came in part only: the line broke"))?;
    Ok(Uint8Array::new(&buffer.unchecked_into::<ArrayBuffer>()).to_vec())
}
