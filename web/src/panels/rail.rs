//! The rail: every bloc by theme with its colour and count, and one search over blocs and countries.

use entente_atlas::query::reach::REACHES;
use entente_atlas::query::search::{Entity, Index};
use entente_atlas::records::Part;
use entente_atlas::{Atlas, BlocIx, CountryIx, Theme};
use entente_scene::action::Action;
use entente_scene::emphasis::Target;
use entente_scene::page::rail::{Choice, RowState, by_theme, found, row_state};
use entente_scene::view::Selection;
use leptos::html::{Div, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::desk::Desk;
use crate::facts;
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
    let chosen = RwSignal::new((0, 0));
    let tools = NodeRef::<Div>::new();
    watch(move || {
        let country = selected(desk);
        let of_it = tools.get().and_then(|tools| within(&tools, "[name=place] option:last-child"));
        let (Some(of_it), Some(country)) = (of_it, country) else { return };
        of_it.set_text_content(Some(&format!("With {}", desk.atlas().country(country).name())));
        let _ = of_it.remove_attribute("hidden");
    });
    watch(move || {
        let text = typed.get();
        let Some(list) = list.get() else { return };
        let rows = if text.trim().is_empty() {
            let choice = choice(desk, chosen.get());
            desk.page(|page| by_theme(page, &choice))
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
                <div
                    class="rail-tools"
                    node_ref=tools
                    on:change=move |_| {
                        let Some(tools) = tools.get_untracked() else { return };
                        let at = |name: &str| {
                            let select = within(&tools, &format!("[name={name}]"));
                            select.map_or(0, |select| select.unchecked_into::<HtmlSelectElement>().selected_index())
                        };
                        facts::ask(desk, Part::Rows);
                        chosen.set((at("about"), at("place")));
                    }
                >
                    <select name="about" aria-label="Blocs about">
                        <option>"All themes"</option>
                        {Theme::ALL.iter().map(|theme| option(theme.name(), false)).collect::<Vec<_>>()}
                    </select>
                    <select name="place" aria-label="Blocs of">
                        <option>"Everywhere"</option>
                        {REACHES.into_iter().map(|reach| option(reach, false)).collect::<Vec<_>>()}
                        {option("", true)}
                    </select>
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

fn option(words: &'static str, hidden: bool) -> AnyView {
    view! { <option hidden=hidden>{words}</option> }.into_any()
}

/// The country that the panel is about, tracked.
fn selected(desk: Desk) -> Option<CountryIx> {
    desk.view.with(|view| match view.select {
        Some(Selection::Country(country)) => Some(country),
        _ => None,
    })
}

/// What the two lists say, by the places of their options; made again as the rows come.
fn choice(desk: Desk, (about, place): (i32, i32)) -> Choice {
    let nth = |place: i32| usize::try_from(place - 1).ok();
    if place > 0 {
        desk.parts.track();
    }
    let reach = nth(place).and_then(|place| REACHES.get(place).copied());
    let country = if place > 0 && reach.is_none() { selected(desk) } else { None };
    Choice { theme: nth(about).and_then(|about| Theme::ALL.get(about).copied()), reach, country }
}

/// The answers to what was typed; the index is made on the first search, and again when names in other languages arrive.
fn search(desk: Desk, index: StoredValue<Option<(&'static Atlas, Index)>>, text: &str) -> Vec<Entity> {
    let atlas = desk.telling().atlas();
    if index.with_value(|index| index.as_ref().is_none_or(|(of, _)| !std::ptr::eq(*of, atlas))) {
        index.set_value(Some((atlas, Index::new(atlas))));
    }
    let hits = index.with_value(|index| index.as_ref().map(|(_, index)| index.search(text, HITS)));
    hits.unwrap_or_default().into_iter().map(|hit| hit.what).collect()
}

/// The bloc of the row that an event happened in.
fn row_of(desk: Desk, event: &Event) -> Option<BlocIx> {
    desk.atlas().bloc_by_id(&around(event, "[data-bloc]")?.get_attribute("data-bloc")?)
}

fn clicked(desk: Desk, event: &Event) {
    if let Some(bloc) = row_of(desk, event) {
        if around(event, ".outline").is_some() {
            desk.act(Action::ToggleOutline(bloc));
        }
        return;
    }
    let code = around(event, "[data-country]").and_then(|hit| hit.get_attribute("data-country"));
    if let Some(country) = code.and_then(|code| desk.atlas().country_by_code(&code)) {
        desk.fly_to.set(Some(Target::Country(country)));
    }
}

/// Brings every row up to the view: rows stay, so that the keyboard keeps its place.
fn mark(desk: Desk, list: &HtmlElement) {
    let mut row = list.first_element_child();
    while let Some(element) = row {
        let id = element.get_attribute("data-bloc");
        if let Some(bloc) = id.and_then(|id| desk.atlas().bloc_by_id(&id)) {
            let mut state = desk.page(|page| row_state(page, bloc));
            state.count = facts::count_before_rows(bloc.index()).unwrap_or(state.count);
            write(&element, &state);
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
