//! The page around the desk: its link, and the ways to change it.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::suppose;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = entente, js_name = view)]
    fn view() -> JsValue;
    #[wasm_bindgen(js_namespace = entente, js_name = set)]
    fn set_parts(parts: &Object) -> Promise;
    #[wasm_bindgen(js_namespace = entente, js_name = on)]
    fn on(event: &str, listener: &Function) -> JsValue;
    /// Shows a change between two days on the map: its fates as codes, a space, its sentence; an empty text ends it.
    #[wasm_bindgen(js_namespace = entente, js_name = mark)]
    pub(crate) fn mark(change: &str);
    /// Tells the page that other facts were left for it.
    #[wasm_bindgen(js_namespace = entente, js_name = again)]
    pub(crate) fn again();
    /// Sets off countries on the map, by their codes with commas between, until the next preview; an empty text ends it.
    #[wasm_bindgen(js_namespace = entente, js_name = preview)]
    pub(crate) fn preview(codes: &str);
}

/// The link that somebody came back to is about to be read: whatever it supposes must be there before.
pub(crate) fn before_return(then: fn(&str)) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(move || {
        let link = web_sys::window().and_then(|window| window.location().search().ok());
        then(&link.unwrap_or_default());
    });
    // In the capture phase: the page's own listener comes after.
    let _ = window.add_event_listener_with_callback_and_bool("popstate", listener.as_ref().unchecked_ref(), true);
    listener.forget();
}

/// The page's link as it is.
pub(crate) fn link() -> String {
    Reflect::get(&view(), &"link".into()).ok().and_then(|link| link.as_string()).unwrap_or_default()
}

/// Calls a function whenever the page shows another view.
pub(crate) fn follow(changed: fn()) {
    let listener = Closure::<dyn Fn()>::new(changed).into_js_value();
    on("view", listener.unchecked_ref());
}

/// Turns the page to a link, as a click on it would: with an entry in the reader's history. What it supposes comes first.
pub(crate) fn turn(link: &str) {
    if !suppose::differs(link) {
        click(link);
        return;
    }
    let link = link.to_owned();
    spawn_local(async move {
        // Without the facts, the page still carries the link, and the desk says what is supposed.
        if suppose::prepare().await.is_ok() {
            suppose::hand_over(&link);
        }
        click(&link);
    });
}

fn click(link: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let (Ok(anchor), Some(body)) = (document.create_element("a"), document.body()) else { return };
    let _ = anchor.set_attribute("href", if link.is_empty() { "?" } else { link });
    let _ = anchor.set_attribute("hidden", "");
    let _ = body.append_child(&anchor);
    anchor.unchecked_ref::<HtmlElement>().click();
    anchor.remove();
}

/// Changes one part of the view without an entry of its own: while somebody types, drags or plays.
pub(crate) fn drift(key: &str, value: Option<&str>) {
    let parts = Object::new();
    let value = value.map_or(JsValue::NULL, JsValue::from_str);
    let _ = Reflect::set(&parts, &key.into(), &value);
    let _ = set_parts(&parts);
}
