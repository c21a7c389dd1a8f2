//! Pieces of the desk that are values, built in the document: text stays text, nothing is parsed.

use entente_scene::page::{Inside, Node};
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

/// What an SVG's elements are made in.
const SVG: &str = "http://www.w3.org/2000/svg";

/// What can have the keyboard.
const FOCUSABLE: &str = "a, button, input, select, summary, [tabindex]";

/// The page's document.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The first element within a place that a selector finds.
pub(crate) fn part(place: &Element, selector: &str) -> Option<Element> {
    place.query_selector(selector).ok().flatten()
}

/// The first element of one kind within a place that a selector finds.
pub(crate) fn part_as<T: wasm_bindgen::JsCast>(place: &Element, selector: &str) -> Option<T> {
    part(place, selector)?.dyn_into().ok()
}

/// Puts these pieces in place of whatever is in `place`; the keyboard goes on where it was: on what has the same id, else the same
/// place in the order.
pub(crate) fn replace(place: &Element, nodes: &[Node]) {
    let Some(document) = document() else { return };
    let active = document.active_element().filter(|active| place.contains(Some(active)));
    let was = active.map(|active| (active.id(), position(place, &active), caret(&active)));
    place.set_text_content(None);
    for node in nodes {
        append(&document, place, node, false);
    }
    let Some((id, at, caret)) = was else { return };
    let same = if id.is_empty() { at.and_then(|at| nth(place, at)) } else { document.get_element_by_id(&id) };
    if let Some(same) = same {
        focus(&same);
        if let (Some(field), Some(caret)) = (same.dyn_ref::<HtmlInputElement>(), caret) {
            let _ = field.set_selection_range(caret, caret);
        }
    }
}

/// Gives an element the keyboard.
pub(crate) fn focus(element: &Element) {
    // The links of an SVG are no HTML elements, and have the same method.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Puts a piece at the end of a place.
pub(crate) fn add(place: &Element, node: &Node) {
    if let Some(document) = document() {
        append(&document, place, node, false);
    }
}

fn caret(active: &Element) -> Option<u32> {
    active.dyn_ref::<HtmlInputElement>()?.selection_start().ok().flatten()
}

fn position(place: &Element, active: &Element) -> Option<u32> {
    let all = place.query_selector_all(FOCUSABLE).ok()?;
    (0..all.length()).find(|at| all.item(*at).is_some_and(|node| node.is_same_node(Some(active))))
}

fn nth(place: &Element, at: u32) -> Option<Element> {
    let all = place.query_selector_all(FOCUSABLE).ok()?;
    all.item(at.min(all.length().checked_sub(1)?))?.dyn_into().ok()
}

fn append(document: &Document, place: &Element, node: &Node, in_svg: bool) {
    let is_svg = in_svg || node.tag == "svg";
    let made = if is_svg { document.create_element_ns(Some(SVG), node.tag) } else { document.create_element(node.tag) };
    let Ok(element) = made else { return };
    for (name, value) in &node.attributes {
        let _ = element.set_attribute(name, value);
    }
    for inside in &node.inside {
        match inside {
            Inside::Node(node) => append(document, &element, node, is_svg),
            Inside::Text(words) => {
                let _ = element.append_with_str_1(words);
            }
        }
    }
    let _ = place.append_child(&element);
}
