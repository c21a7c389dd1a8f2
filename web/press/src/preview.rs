//! The live preview: the embed's own page in a frame, as wide as a phone or a column.

use entente_scene::press::{Embed, SANDBOX, Shape};
use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlIFrameElement, MessageEvent};

use crate::dom;

/// No frame is higher than this, whatever it says.
const MOST_PX: f64 = 2400.0;

/// Shows an embed. What is only said around the view is told to the frame that stands; another view gets a frame of its own, so that
/// the reader's way back does not grow.
pub(crate) fn show(dialog: &Element, embed: &Embed) {
    let (Some(place), Some(document)) = (dom::part(dialog, ".pr-frame"), dom::document()) else { return };
    let address = embed.address();
    let view_of = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
    let shape = if embed.shape == Shape::Fit { "" } else { embed.shape.word() };
    if let Some(frame) = dom::part_as::<HtmlIFrameElement>(&place, "iframe") {
        let shown = frame.get_attribute("data-address").unwrap_or_default();
        if shown == address {
            return;
        }
        let is_same =
            view_of(&shown) == view_of(&address) && frame.get_attribute("data-shape").as_deref() == Some(shape);
        let turned = frame.content_window().filter(|_| is_same).map(|inside| inside.location().replace(&address));
        if turned.is_some_and(|turned| turned.is_ok()) {
            let _ = frame.set_attribute("data-address", &address);
            return;
        }
    }
    let Ok(frame) = document.create_element("iframe") else { return };
    for (name, value) in [
        ("title", "Preview"),
        ("sandbox", SANDBOX),
        ("referrerpolicy", "no-referrer"),
        ("data-shape", shape),
        ("data-address", &address),
        ("src", &address),
    ] {
        let _ = frame.set_attribute(name, value);
    }
    place.set_text_content(None);
    let _ = place.append_child(&frame);
}

/// Takes the preview away: a closed dialog draws nothing.
pub(crate) fn clear(dialog: &Element) {
    if let Some(place) = dom::part(dialog, ".pr-frame") {
        place.set_text_content(None);
    }
}

/// From now on the frame is as high as its page says.
pub(crate) fn listen(dialog: &Element) {
    let Some(window) = web_sys::window() else { return };
    let dialog = dialog.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let frame = dom::part_as::<HtmlIFrameElement>(&dialog, ".pr-frame iframe");
        let Some(frame) = frame.filter(|frame| frame.get_attribute("data-shape").is_none_or(|shape| shape.is_empty()))
        else {
            return;
        };
        let (inside, source): (JsValue, JsValue) = (frame.content_window().into(), event.source().into());
        let data = event.data();
        let told = |key: &str| Reflect::get(&data, &key.into()).unwrap_or(JsValue::UNDEFINED);
        let is_ours = told("entente").as_f64() == Some(1.0) && told("type").as_string().as_deref() == Some("height");
        if !data.is_object() || inside != source || !is_ours {
            return;
        }
        if let Some(px) = told("px").as_f64().filter(|px| *px > 0.0) {
            let _ = frame.style().set_property("height", &format!("{}px", px.min(MOST_PX).round()));
        }
    });
    let _ = window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    listener.forget();
}
