//! The page around the dialog: its link, its address, the clipboard, the system's share sheet.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CssStyleSheet;

use crate::dom;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = entente, js_name = view)]
    fn view() -> JsValue;
}

/// The page's link as it is.
pub(crate) fn link() -> String {
    Reflect::get(&view(), &"link".into()).ok().and_then(|link| link.as_string()).unwrap_or_default()
}

/// The page's own address, without its view.
pub(crate) fn address() -> String {
    dom::document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default()
}

/// A style sheet of the dialog's own; not text in the page, so that a strict policy lets it in.
pub(crate) fn adopt(text: &str) {
    let (Ok(sheet), Some(document)) = (CssStyleSheet::new(), dom::document()) else { return };
    let replace = Reflect::get(&sheet, &"replaceSync".into()).map(JsValue::unchecked_into::<Function>);
    let _ = replace.and_then(|replace| replace.call1(&sheet, &JsValue::from_str(text)));
    let known = Reflect::get(&document, &"adoptedStyleSheets".into()).map(|known| js_sys::Array::from(&known));
    if let Ok(sheets) = known {
        sheets.push(&sheet);
        let _ = Reflect::set(&document, &"adoptedStyleSheets".into(), &sheets);
    }
}

/// Whether a column of text would not fit beside anything.
pub(crate) fn is_narrow() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    width.is_some_and(|width| width < 720.0)
}

/// Whether the browser let the text be copied.
pub(crate) async fn copied(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent where the page is not served safely, so asked for by name.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

fn sheet() -> Option<(JsValue, Function)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let share = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    Some((navigator, share))
}

/// Whether the system has a share sheet.
pub(crate) fn has_sheet() -> bool {
    sheet().is_some()
}

/// Hands a link to the system's share sheet; whether it was taken, or closed by the reader.
pub(crate) async fn shared(title: &str, text: &str, url: &str) -> bool {
    let Some((navigator, share)) = sheet() else { return false };
    let what = Object::new();
    for (key, value) in [("title", title), ("text", text), ("url", url)] {
        let _ = Reflect::set(&what, &key.into(), &value.into());
    }
    match share.call1(&navigator, &what) {
        Ok(promise) => match JsFuture::from(promise.unchecked_into::<Promise>()).await {
            Ok(_) => true,
            Err(error) => {
                Reflect::get(&error, &"name".into()).is_ok_and(|name| name.as_string().as_deref() == Some("AbortError"))
            }
        },
        Err(_) => false,
    }
}
