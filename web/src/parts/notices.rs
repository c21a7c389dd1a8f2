//! Sentences about what went wrong, each with a button that puts it away.

use entente_scene::page::Node;
use entente_scene::page::node::element;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::MouseEvent;

use super::find::around;
use super::nodes;
use super::watch::watch;
use crate::desk::Desk;

/// The notices, in the order they came.
#[component]
pub(crate) fn Notices(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    watch(move || {
        let rows: Vec<Node> = desk.notices.with(|notices| notices.iter().map(|sentence| row(sentence)).collect());
        if let Some(place) = place.get() {
            nodes::replace(&place, &rows);
        }
    });
    let clicked = move |event: MouseEvent| {
        let button = around(&event, "button");
        let sentence = button.and_then(|button| button.previous_element_sibling()).and_then(|says| says.text_content());
        if let Some(sentence) = sentence {
            desk.notices.update(|notices| notices.retain(|other| *other != sentence));
        }
    };
    view! { <div class="notices" role="status" aria-label="Notices" node_ref=place on:click=clicked></div> }
}

fn row(sentence: &str) -> Node {
    let away = element("button").class("button").with("aria-label", "Put this notice away").text("×");
    element("div").class("notice").child(element("span").text(sentence)).child(away)
}
