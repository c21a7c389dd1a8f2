//! What stands in the page while the facts or the shapes could not be had.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// Says why, in the first picture's place for progress, with a button that tries again.
pub(crate) fn show(reason: &str, retry: impl Fn() + 'static) {
    let Some(place) = document().get_element_by_id("progress") else { return };
    place.set_text_content(Some(&format!("The live map could not be loaded. {reason}. ")));
    let Ok(button) = document().create_element("button") else { return };
    button.set_class_name("button");
    button.set_text_content(Some("Try again"));
    let pressed = Closure::<dyn Fn()>::new({
        let place = place.clone();
        move || {
            place.set_text_content(Some("Loading the live map…"));
            retry();
        }
    });
    let _ = button.add_event_listener_with_callback("click", pressed.as_ref().unchecked_ref());
    // The button lives until the page goes or the map takes over: one closure.
    pressed.forget();
    let _ = place.append_child(&button);
}
