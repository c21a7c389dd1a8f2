//! What a reader's hands do on the desk: one listener for each kind of event, on the whole of it.

use entente_atlas::query::search::{Entity, search};
use entente_atlas::query::{Context, eval};
use entente_scene::link;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::setting::Setting;
use crate::{ask, dom, field, host, player, stand};

/// Begins to listen.
pub(crate) fn listen(place: &Element) {
    on(place, "change", changed);
    on(place, "input", typed);
    on(place, "click", clicked);
    for event in ["pointerover", "focusin"] {
        on(place, event, pointed);
    }
    for event in ["pointerleave", "focusout"] {
        on(place, event, |_, _| host::preview(""));
    }
}

/// The desk lives as long as the page: its listeners are never taken away.
fn on(place: &Element, event: &str, act: fn(&Element, &Element)) {
    let desk = place.clone();
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            act(&desk, &target);
        }
    });
    let _ = place.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

fn value(target: &Element) -> String {
    let field = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    field.or_else(|| target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)).unwrap_or_default()
}

fn changed(_: &Element, target: &Element) {
    let Some(setting) = stand::setting() else { return };
    if let Some(link) = target.get_attribute("data-turn") {
        host::turn(&link);
        return;
    }
    match target.id().as_str() {
        "ov-add" => add(&setting, target),
        "ov-pace" => stand::pace(value(target) == "year"),
        "ov-since" => {
            let since = Some(value(target)).filter(|day| !day.is_empty());
            host::turn(&setting.link(&[("since", since)]));
        }
        _ => {}
    }
}

/// The bloc of that name, or the one that answers best to it.
fn add(setting: &Setting, target: &Element) {
    let typed = value(target);
    let bloc = search(&setting.atlas, &typed, 8).into_iter().find_map(|hit| match hit.what {
        Entity::Bloc(bloc) => Some(bloc),
        Entity::Country(_) => None,
    });
    if let Some(bloc) = bloc {
        if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
            field.set_value("");
        }
        host::turn(&ask::added(setting, bloc));
    }
}

fn typed(desk: &Element, target: &Element) {
    match target.id().as_str() {
        "ov-expression" => {
            if let Some(setting) = stand::setting() {
                field::written(desk, &setting, &value(target));
            }
        }
        "ov-filter" => stand::filter(&value(target)),
        _ => {}
    }
}

fn clicked(desk: &Element, target: &Element) {
    let button = target.closest("[data-sort], [data-do]").ok().flatten();
    let Some(button) = button else { return };
    if let Some(column) = button.get_attribute("data-sort").and_then(|column| column.parse().ok()) {
        stand::sort(column);
    }
    match button.get_attribute("data-do").as_deref() {
        Some("copy-text") => copy(desk, false),
        Some("copy-csv") => copy(desk, true),
        Some("play") => player::toggle(),
        Some("back") => player::step(false),
        Some("on") => player::step(true),
        _ => {}
    }
}

fn copy(desk: &Element, as_csv: bool) {
    let Some(text) = stand::copied(as_csv) else { return };
    let says = dom::part(desk, ".ov-tools .says");
    spawn_local(async move {
        let words = if written(&text).await { "Copied" } else { "The browser did not allow it" };
        if let Some(says) = says {
            says.set_text_content(Some(words));
        }
    });
}

/// Whether the browser let the text be copied.
async fn written(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent where the page is not served safely, so asked for by name.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Who would answer is set off on the map, before anything is clicked.
fn pointed(_: &Element, target: &Element) {
    let Some(setting) = stand::setting() else { return };
    if let Some(named) = target.closest("[data-codes]").ok().flatten() {
        let codes = named.get_attribute("data-codes").unwrap_or_default();
        host::preview(&codes);
        return;
    }
    let asked = target.closest(".ov-chart a[href]").ok().flatten().and_then(|asked| asked.get_attribute("href"));
    let question = asked.and_then(|asked| link::parse(&asked, &setting.atlas).view.expression);
    let countries = question.map(|question| eval(&setting.atlas, &question, Context::members_at(setting.date())));
    let codes = countries.map(|countries| {
        countries.iter().map(|country| setting.atlas.country(country).code.as_str()).collect::<Vec<_>>()
    });
    host::preview(&codes.unwrap_or_default().join(","));
}
