//! The facts, from the files that the page was built with.

use std::rc::Rc;

use entente_atlas::Atlas;
use entente_atlas::records::Records;
use entente_scene::view::FIRST_BLOCS;
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

/// The facts with all that is told of them: names in other languages, summaries, sources.
pub(crate) async fn fetch_all() -> Result<Records, String> {
    let (records, texts, sources) = (fetch().await?, bytes("texts").await?, bytes("sources").await?);
    let joined = || Some(records.join(postcard::from_bytes(&texts).ok()?).join(postcard::from_bytes(&sources).ok()?));
    joined().ok_or_else(|| UNEXPECTED.into())
}

/// Leaves these facts where the page looks before it fetches its own: under the addresses of its files.
pub(crate) fn leave(records: Records) -> Result<(), String> {
    let [lead, rows, texts, sources] = records.into_parts(&FIRST_BLOCS);
    let lead: Lead = (lead, Vec::new());
    let unpackable = |_| "What is supposed cannot be handed on";
    put("facts", postcard::to_allocvec(&lead).map_err(unpackable)?)?;
    for (name, part) in [("rows", rows), ("texts", texts), ("sources", sources)] {
        put(name, postcard::to_allocvec(&part).map_err(unpackable)?)?;
    }
    Ok(())
}

fn put(name: &str, bytes: Vec<u8>) -> Result<(), String> {
    let bytes = Uint8Array::from(bytes.as_slice());
    js_sys::Reflect::set(&js_sys::global(), &address(name)?.into(), &bytes).map_err(|_| UNEXPECTED)?;
    Ok(())
}

/// The facts, resolved.
pub(crate) fn resolved(records: Records) -> Result<Rc<Atlas>, String> {
    let atlas = Atlas::from_records(records).map_err(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        format!("The facts contradict themselves ({first})")
    })?;
    Ok(Rc::new(atlas))
}

/// The address that stands in the page's head under that name.
fn address(name: &str) -> Result<String, String> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("There is no page")?;
    let tag = document.query_selector(&format!("[data-entente=\"{name}\"]")).ok().flatten();
    let file = tag.and_then(|tag| tag.get_attribute("href").or_else(|| tag.get_attribute("content")));
    file.ok_or_else(|| "The page does not say where its facts lie".into())
}

/// The bytes of the file that stands in the page's head under that name.
pub(crate) async fn bytes(name: &str) -> Result<Vec<u8>, String> {
    let window = web_sys::window().ok_or("There is no window")?;
    let file = address(name)?;
    let answer = JsFuture::from(window.fetch_with_str(&file)).await;
    let response: Response = answer.map_err(|_| format!("{file} could not be fetched"))?.unchecked_into();
    if !response.ok() {
        return Err(format!("{file} could not be fetched: status {}", response.status()));
    }
    let body = response.array_buffer().map_err(|_| format!("{file} has no body"))?;
    let buffer = JsFuture::from(body).await.map_err(|_| format!("{file} came in part only: the line broke"))?;
    Ok(Uint8Array::new(&buffer.unchecked_into::<ArrayBuffer>()).to_vec())
}
