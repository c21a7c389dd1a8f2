//! The panel: whatever is selected, told in full; a sheet from below on a phone.

use entente_scene::action::Action;
use entente_scene::emphasis::Target;
use entente_scene::view::{Panel, Selection};
use leptos::html::{Aside, Div, H2, P};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use crate::desk::Desk;
use crate::parts::find::around;
use crate::parts::nodes;
use crate::parts::watch::watch;

/// The panel of the selection; hidden where nothing is selected or it was closed.
#[expect(clippy::too_many_lines, reason = "a component's listeners and its markup are read together")]
#[component]
pub(crate) fn PanelFor(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let (sheet, title, kind, body) =
        (NodeRef::<Aside>::new(), NodeRef::<H2>::new(), NodeRef::<P>::new(), NodeRef::<Div>::new());
    let shown = StoredValue::new(None::<Selection>);
    watch(move || {
        let selection = desk.view.with(|view| view.select.filter(|_| view.panel == Panel::Auto));
        let (Some(sheet), Some(title), Some(kind), Some(body)) = (sheet.get(), title.get(), kind.get(), body.get())
        else {
            return;
        };
        sheet.set_hidden(selection.is_none());
        let Some(selection) = selection else {
            shown.set_value(None);
            return;
        };
        let panel = desk.telling().page(|page| page.panel(selection));
        let is_same = shown.with_value(|shown| *shown == Some(selection));
        let focused = focused_at(&sheet, &body);
        let _ = sheet.set_attribute("aria-label", &panel.title);
        title.set_text_content(Some(&panel.title));
        kind.set_text_content(Some(&panel.kind));
        nodes::replace(&body, &panel.body);
        match focused {
            // What was told again stands where it stood: the reader goes on there.
            Some(Some(at)) if is_same => focus(links(&body).get(at)),
            // A link was followed and is gone with its text: the reader goes on from the new heading.
            Some(Some(_)) => focus(Some(&title)),
            _ => {}
        }
        if !is_same {
            body.set_scroll_top(0);
        }
        shown.set_value(Some(selection));
    });
    let escaped = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close(desk);
        }
    };
    let clicked = move |event: MouseEvent| {
        let button = around(&event, "button[name]");
        match button.and_then(|button| button.get_attribute("name")).as_deref() {
            Some("fly") => desk.fly_to.set(desk.view.with_untracked(|view| view.select.map(Target::from))),
            Some("close") => close(desk),
            _ => {}
        }
    };
    view! {
        <aside class="panel" node_ref=sheet hidden on:keydown=escaped on:click=clicked>
            <header class="panel-head">
                <div>
                    <h2 tabindex="-1" node_ref=title></h2>
                    <p node_ref=kind></p>
                </div>
                <button class="button" name="fly">"Zoom to"</button>
                <button class="button" name="close" aria-label="Close">
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"></path></svg>
                </button>
            </header>
            <div class="panel-body" tabindex="0" node_ref=body></div>
        </aside>
    }
}

/// Whether the keyboard is in the panel, and on which of its body's links.
fn focused_at(sheet: &Element, body: &Element) -> Option<Option<usize>> {
    let active = document().active_element().filter(|active| sheet.contains(Some(active)))?;
    Some(links(body).iter().position(|link| link.is_same_node(Some(&active))))
}

/// What can be pressed in the panel's body, in its order.
fn links(body: &Element) -> Vec<HtmlElement> {
    let Ok(list) = body.query_selector_all("a, summary") else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)).filter_map(|node| node.dyn_into().ok()).collect()
}

fn focus(element: Option<&HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Puts the panel away, and the keyboard back on the map.
fn close(desk: Desk) {
    desk.act(Action::Select(None));
    let map = document().query_selector(".map").ok().flatten();
    focus(map.and_then(|map| map.dyn_into().ok()).as_ref());
}
