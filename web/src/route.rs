//! The address bar: the view as a link, back and forward.

use entente_scene::link;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::MouseEvent;

use crate::desk::Desk;
use crate::parts::find::around;
use crate::parts::watch::watch;

/// The query string of the page's address.
pub(crate) fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Keeps the address and the view the same, both ways.
pub(crate) fn follow(desk: Desk) {
    watch(move || {
        let link = desk.view.with(|view| link::print(view, desk.atlas()));
        write(&link, desk.replaces.get_value());
        desk.replaces.set_value(false);
    });
    let back = Closure::<dyn Fn()>::new(move || {
        desk.turn_to(query(), true);
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", back.as_ref().unchecked_ref());
    }
    back.forget();
}

/// Links that start with a question mark lead to another view of this page: they need no new page.
pub(crate) fn follow_links(desk: Desk) {
    let clicked = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let is_plain =
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let anchor = around(&event, "a[href^=\"?\"]");
        let (true, Some(anchor)) = (is_plain, anchor) else { return };
        event.prevent_default();
        desk.turn_to(anchor.get_attribute("href").unwrap_or_default(), false);
    });
    let _ = document().add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
    clicked.forget();
}

fn write(link: &str, replaces: bool) {
    let Some(window) = web_sys::window() else { return };
    if query() == link {
        return;
    }
    let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else { return };
    let address = path + link;
    // A sandboxed frame may refuse: the map works on without an address.
    let _ = if replaces {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
