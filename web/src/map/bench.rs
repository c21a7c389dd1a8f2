//! For benchmarks alone: fills the countries with classes of a page's own choosing, by the painting that views go through.

use entente_scene::pattern::{Base, Paint};
use entente_scene::style::Ink;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::CustomEvent;

use super::controller::Controller;
use super::swap;

/// Puts two functions on `window.entente` and tells of them by the event `entente:stage`, before the first picture is drawn.
///
/// `shapes()` gives the keys of the shapes in their order, `paint(classes)` fills each with the bloc colour of its class.
pub(super) fn offer(controller: &Controller) {
    swap::keep_shapes();
    let Some(window) = web_sys::window() else { return };
    let Ok(entente) = Reflect::get(&window, &"entente".into()) else { return };
    let put = |name: &str, value: &JsValue| Reflect::set(&entente, &name.into(), value);
    let named = controller.clone();
    let shapes = move || {
        let keys = named.with(|stage| {
            let shapes = stage.world().topology.shapes().iter();
            shapes.map(|shape| JsValue::from_str(&shape.key)).collect::<Array>()
        });
        JsValue::from(keys.unwrap_or_default())
    };
    let painted = controller.clone();
    let paint = move |classes: Vec<u8>| {
        let paints = classes.into_iter().map(|class| Paint::plain(Base::One(Ink(class)))).collect();
        painted.with(|stage| stage.set_paints(paints));
    };
    let _ = put("shapes", &Closure::<dyn Fn() -> JsValue>::new(shapes).into_js_value());
    let _ = put("paint", &Closure::<dyn Fn(Vec<u8>)>::new(paint).into_js_value());
    if let Ok(event) = CustomEvent::new("entente:stage") {
        let _ = window.dispatch_event(&event);
    }
}
