//! Finding elements: around what an event happened to, and within another.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

/// The nearest element that matches a selector, from the one that an event happened to outwards.
pub(crate) fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// The first element within another that matches a selector.
pub(crate) fn within(place: &Element, selector: &str) -> Option<Element> {
    place.query_selector(selector).ok()?
}
