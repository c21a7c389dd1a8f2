//! Light and dark: what the system asks for, and the page's own choice.

use entente_scene::view::ThemeChoice;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use crate::desk::Desk;
use crate::parts::watch::watch;

thread_local! {
    static SYSTEM: ArcRwSignal<bool> = watched();
}

/// Whether the reader's system asks for dark; follows it.
pub(crate) fn system_is_dark() -> ArcRwSignal<bool> {
    SYSTEM.with(Clone::clone)
}

fn watched() -> ArcRwSignal<bool> {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    let signal = ArcRwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let changed = Closure::<dyn Fn()>::new({
            let (signal, query) = (signal.clone(), query.clone());
            move || signal.set(query.matches())
        });
        let _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        changed.forget();
    }
    signal
}

/// Writes the page's own choice where the style sheets look for it.
pub(crate) fn follow(desk: Desk) {
    watch(move || {
        let Some(root) = document().document_element() else { return };
        let _ = match desk.view.with(|view| view.theme) {
            ThemeChoice::Auto => root.remove_attribute("data-theme"),
            ThemeChoice::Light => root.set_attribute("data-theme", "light"),
            ThemeChoice::Dark => root.set_attribute("data-theme", "dark"),
        };
    });
}
