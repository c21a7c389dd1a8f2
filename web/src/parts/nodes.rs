//! Pieces of a page that are values, built in the document: text stays text, nothing is parsed.

use entente_scene::page::{Inside, Node};
use leptos::prelude::document;
use web_sys::Element;

/// What an SVG's elements are made in.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Puts these pieces in place of whatever is in `place`.
pub(crate) fn replace(place: &Element, nodes: &[Node]) {
    place.set_text_content(None);
    for node in nodes {
        append(place, node, false);
    }
}

fn append(place: &Element, node: &Node, in_svg: bool) {
    let is_svg = in_svg || node.tag == "svg";
    let document = document();
    let made = if is_svg { document.create_element_ns(Some(SVG), node.tag) } else { document.create_element(node.tag) };
    let Ok(element) = made else { return };
    for (name, value) in &node.attributes {
        let _ = element.set_attribute(name, value);
    }
    for inside in &node.inside {
        match inside {
            Inside::Node(node) => append(&element, node, is_svg),
            Inside::Text(words) => {
                let _ = element.append_with_str_1(words);
            }
        }
    }
    let _ = place.append_child(&element);
}
