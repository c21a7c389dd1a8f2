//! The rail: every bloc by theme with its colour and count, and one search over blocs and countries.

use entente_atlas::query::search::{Entity, Index};
use entente_atlas::{Atlas, BlocIx};
use entente_scene::action::Action;
use entente_scene::emphasis::Target;
use entente_scene::page::rail::{RowState, by_theme, found, row_state};
use leptos::html::{Div, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use crate::desk::Desk;
use crate::parts::find::{around, within};
use crate::parts::nodes;
use crate::parts::watch::watch;

/// How many answers of a search are listed.
const HITS: usize = 12;

/// The rail.
#[expect(clippy::too_many_lines, reason = "a component's listeners and its markup are read together")]
#[component]
pub(crate) fn Rail(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let field = NodeRef::<Input>::new();
    let list = NodeRef::<Div>::new();
    let index = StoredValue::new(None::<(&'static Atlas, Index)>);
    watch(move || {
        let text = typed.get();
        let Some(list) = list.get() else { return };
        let rows = if text.trim().is_empty() {
            desk.page(by_theme)
        } else {
            let hits = search(desk, index, &text);
            desk.page(|page| found(page, &hits))
        };
        nodes::replace(&list, &rows);
        mark(desk, &list);
    });
    watch(move || {
        desk.view.track();
        if let Some(list) = list.get() {
            mark(desk, &list);
        }
    });
    let input = move |_| {
        if let Some(field) = field.get_untracked() {
            typed.set(field.value());
        }
    };
    let over = move |event: Event| {
        let target = row_of(desk, &event).map(Target::Bloc);
        if desk.hover.get_untracked() != target {
            desk.hover.set(target);
        }
    };
    view! {
        <nav class="rail" aria-label="Blocs">
            <div class="rail-head">
                <input type="search" aria-label="Search blocs and countries" placeholder="Search blocs and countries" node_ref=field on:input=input />
                <div class="rail-tools">
                    <button class="link" on:click=move |_| desk.act(Action::ShowOnly(Vec::new()))>"Clear the map"</button>
                </div>
            </div>
            <div
                class="rail-list"
                node_ref=list
                on:change=move |event: Event| {
                    if let Some(bloc) = row_of(desk, &event) {
                        desk.act(Action::ToggleBloc(bloc));
                    }
                }
                on:click=move |event| clicked(desk, &event)
                on:pointerover=move |event| over(event.into())
                on:pointerleave=move |_| desk.hover.set(None)
            ></div>
        </nav>
    }
}

/// The answers to what was typed; the index is made on the first search, and again when names in other languages arrive.
fn search(desk: Desk, index: StoredValue<Option<(&'static Atlas, Index)>>, text: &str) -> Vec<Entity> {
    let atlas = desk.telling().atlas;
    if index.with_value(|index| index.as_ref().is_none_or(|(of, _)| !std::ptr::eq(*of, atlas))) {
        index.set_value(Some((atlas, Index::new(atlas))));
    }
    let hits = index.with_value(|index| index.as_ref().map(|(_, index)| index.search(text, HITS)));
    hits.unwrap_or_default().into_iter().map(|hit| hit.what).collect()
}

/// The bloc of the row that an event happened in.
fn row_of(desk: Desk, event: &Event) -> Option<BlocIx> {
    desk.atlas.bloc_by_id(&around(event, "[data-bloc]")?.get_attribute("data-bloc")?)
}

fn clicked(desk: Desk, event: &Event) {
    if let Some(bloc) = row_of(desk, event) {
        if around(event, ".outline").is_some() {
            desk.act(Action::ToggleOutline(bloc));
        }
        return;
    }
    let code = around(event, "[data-country]").and_then(|hit| hit.get_attribute("data-country"));
    if let Some(country) = code.and_then(|code| desk.atlas.country_by_code(&code)) {
        desk.fly_to.set(Some(Target::Country(country)));
    }
}

/// Brings every row up to the view: rows stay, so that the keyboard keeps its place.
fn mark(desk: Desk, list: &HtmlElement) {
    let mut row = list.first_element_child();
    while let Some(element) = row {
        let id = element.get_attribute("data-bloc");
        if let Some(bloc) = id.and_then(|id| desk.atlas.bloc_by_id(&id)) {
            write(&element, &desk.page(|page| row_state(page, bloc)));
        }
        row = element.next_element_sibling();
    }
}

fn write(row: &Element, state: &RowState) {
    if let Some(input) = within(row, "input") {
        input.unchecked_into::<HtmlInputElement>().set_checked(state.is_shown);
    }
    if let Some(count) = within(row, ".count") {
        count.set_text_content(Some(&state.count.to_string()));
    }
    if let Some(chip) = within(row, ".chip") {
        let chip: HtmlElement = chip.unchecked_into();
        chip.set_class_name(if state.is_outlined { "chip hollow" } else { "chip" });
        let _ = chip.style().set_property("--chip", &state.colour);
    }
    if let Some(outline) = within(row, ".outline") {
        let outline: HtmlElement = outline.unchecked_into();
        outline.set_hidden(!state.is_shown);
        let _ = outline.set_attribute("aria-pressed", if state.is_outlined { "true" } else { "false" });
    }
}
