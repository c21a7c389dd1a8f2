//! Files to save: text as it is, and a picture painted into pixels.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

use crate::dom;

const UNSAVED: &str = "The browser could not make the file";

/// Saves a text under a name.
pub(crate) fn save_text(name: &str, kind: &str, text: &str) -> Result<(), String> {
    save(name, &blob(text, kind)?)
}

fn blob(text: &str, kind: &str) -> Result<Blob, String> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag).map_err(|_| UNSAVED.into())
}

fn save(name: &str, blob: &Blob) -> Result<(), String> {
    let url = Url::create_object_url_with_blob(blob).map_err(|_| UNSAVED)?;
    let anchor = dom::document().and_then(|document| document.create_element("a").ok()).ok_or(UNSAVED)?;
    let anchor: HtmlAnchorElement = anchor.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads it after the click has returned.
    let revoked = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(revoked.unchecked_ref(), 20_000);
    }
    Ok(())
}

/// Paints a picture and saves it, with so many pixels for each of its own.
pub(crate) async fn save_png(name: &str, svg: &str, scale: u32) -> Result<(), String> {
    let url = Url::create_object_url_with_blob(&blob(svg, "image/svg+xml")?).map_err(|_| UNSAVED)?;
    let painted = painted(&url, scale).await;
    let _ = Url::revoke_object_url(&url);
    save(name, &painted.ok_or(UNSAVED)?)
}

async fn painted(url: &str, scale: u32) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (image.natural_width() * scale, image.natural_height() * scale);
    let canvas: HtmlCanvasElement = dom::document()?.create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))
        .ok()?;
    let coming = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(coming).await.ok()?.dyn_into().ok()
}
