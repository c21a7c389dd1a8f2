//! What a reader's hands do on the desk: one listener for each kind of event, on the whole of it.

use entente_atlas::CountrySet;
use entente_atlas::query::at::members;
use entente_atlas::query::search::{Entity, search};
use entente_scene::view::Selection;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

use crate::setting::Setting;
use crate::{ask, country, dom, host, own, player, roving, stand, whatif};

/// Begins to listen.
pub(crate) fn listen(place: &Element) {
    on(place, "change", changed);
    on(place, "input", typed);
    on(place, "click", clicked);
    submitting(place);
    pressing(place);
    dropping(place);
    for event in ["pointerover", "focusin"] {
        on(place, event, pointed);
    }
    on(place, "focusin", |_, target| roving::came(target));
    for event in ["pointerleave", "focusout"] {
        on(place, event, |_, _| host::preview(""));
    }
    toggling(place);
    resizing();
}

/// What stands in a fold is made when it is opened.
fn toggling(place: &Element) {
    let listener = Closure::<dyn Fn()>::new(stand::show);
    // The event does not rise.
    let _ = place.add_event_listener_with_callback_and_bool("toggle", listener.as_ref().unchecked_ref(), true);
    listener.forget();
}

/// The window's size decides how wide the charts are.
fn resizing() {
    let listener = Closure::<dyn Fn()>::new(stand::resized);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("resize", listener.as_ref().unchecked_ref());
    }
    listener.forget();
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

/// The keys of the field's candidates, and of the charts.
fn pressing(place: &Element) {
    let desk = place.clone();
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        if target.id() == "ov-expression" {
            if let Some(setting) = stand::setting() {
                crate::field::pressed(&desk, &setting, &event);
            }
        } else if !event.ctrl_key() && !event.meta_key() && !event.alt_key() && roving::pressed(&target, &event.key()) {
            event.prevent_default();
        }
    });
    let _ = place.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Forms go nowhere: what they say becomes a link.
fn submitting(place: &Element) {
    let desk = place.clone();
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        event.prevent_default();
        let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        match form.and_then(|form| form.get_attribute("data-form")).as_deref() {
            Some("suppose") => suppose(&desk),
            Some("own") => spawn_local(make(desk.clone())),
            _ => {}
        }
    });
    let _ = place.add_event_listener_with_callback("submit", listener.as_ref().unchecked_ref());
    listener.forget();
}

fn field(desk: &Element, selector: &str) -> String {
    dom::part(desk, selector).map(|field| value(&field)).unwrap_or_default()
}

fn say(desk: &Element, selector: &str, words: &str) {
    if let Some(place) = dom::part(desk, selector) {
        place.set_text_content(Some(words));
    }
}

fn suppose(desk: &Element) {
    let Some(setting) = stand::setting() else { return };
    let [who, verb, what, on] = ["#ov-who", "#ov-verb", "#ov-what", "#ov-day"].map(|id| field(desk, id));
    match whatif::supposing(&setting, &who, verb == "leaves", &what, &on) {
        Ok(link) => host::turn(&link),
        Err(says) => say(desk, ".ov-fault-of-form", &says),
    }
}

/// Makes a bloc of what was pasted; names in other languages are fetched for it.
async fn make(desk: Element) {
    say(&desk, ".ov-own-says", "Reading…");
    if let Err(fault) = crate::suppose::prepare().await {
        say(&desk, ".ov-own-says", &fault);
        return;
    }
    stand::show();
    let Some(setting) = stand::setting() else { return };
    let read = own::read(&setting, &field(&desk, "#ov-own-text"));
    let colour = field(&desk, "#ov-own-colour").parse().ok();
    match own::making(&setting, &field(&desk, "#ov-own-name"), colour, &read) {
        Ok(link) => {
            say(&desk, ".ov-own-says", &read.says());
            host::turn(&link);
        }
        Err(says) => say(&desk, ".ov-own-says", &says),
    }
}

/// A file dropped on the desk fills the form of one's own bloc.
fn dropping(place: &Element) {
    let desk = place.clone();
    let listener = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        let (true, Some(file)) = (event.type_() == "drop", file) else { return };
        let desk = desk.clone();
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            let area = dom::part_as::<HtmlTextAreaElement>(&desk, "#ov-own-text");
            if let (Some(area), Some(text)) = (area, text) {
                area.set_value(&text);
                if let Some(fold) = area.closest("details").ok().flatten() {
                    let _ = fold.set_attribute("open", "");
                }
                let stem = file.name().split('.').next().unwrap_or_default().to_owned();
                if let Some(name) =
                    dom::part_as::<HtmlInputElement>(&desk, "#ov-own-name").filter(|name| name.value().is_empty())
                {
                    name.set_value(&stem);
                }
                make(desk).await;
            }
        });
    });
    for event in ["dragover", "drop"] {
        let _ = place.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

fn value(target: &Element) -> String {
    let field = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let list = || target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    let area = || target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    field.or_else(list).or_else(area).unwrap_or_default()
}

fn changed(_: &Element, target: &Element) {
    let Some(setting) = stand::setting() else { return };
    let links = || target.has_attribute("data-links").then(|| value(target));
    if let Some(link) = target.get_attribute("data-turn").or_else(links) {
        host::turn(&link);
        return;
    }
    match target.id().as_str() {
        "ov-add" => add(&setting, target),
        "ov-country" => ask_about(&setting, target),
        "ov-world" => stand::choose(|own| own.with_world = !own.with_world),
        "ov-pace" => stand::pace(value(target) == "year"),
        "ov-since" => {
            let since = Some(value(target)).filter(|day| !day.is_empty());
            host::turn(&setting.link(&[("since", since)]));
        }
        _ => {}
    }
}

/// One country more is asked about.
fn ask_about(setting: &Setting, target: &Element) {
    let Some(country) = whatif::country_of(setting, &value(target)) else { return };
    if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
        field.set_value("");
    }
    let mut countries = country::chosen(setting);
    countries.push(country);
    host::turn(&country::asking(setting, &countries));
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
                crate::field::written(desk, &setting, &value(target));
            }
        }
        "ov-filter" => stand::filter(&value(target)),
        _ => {}
    }
}

fn clicked(desk: &Element, target: &Element) {
    let offer = target.closest("#ov-offers [role=option]").ok().flatten();
    match (offer, stand::setting()) {
        (Some(offer), Some(setting)) => crate::field::take(desk, &setting, &offer),
        _ if target.id() != "ov-expression" => crate::field::close(desk),
        _ => {}
    }
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
    let part = target.closest(".chart a[href]").ok().flatten().and_then(|part| part.get_attribute("href"));
    host::preview(&part.map(|link| codes(&setting, meant(&setting, &link))).unwrap_or_default());
}

fn codes(setting: &Setting, countries: CountrySet) -> String {
    let codes = countries.iter().map(|country| setting.atlas.country(country).code.as_str());
    codes.collect::<Vec<_>>().join(",")
}

/// Whom a link would set off: what it newly selects, else who would answer.
fn meant(setting: &Setting, link: &str) -> CountrySet {
    let then = Setting::of(setting.atlas.clone(), link, setting.today, setting.own.clone(), Vec::new());
    match then.view.select.filter(|select| Some(*select) != setting.view.select) {
        Some(Selection::Country(country)) => [country].into_iter().collect(),
        Some(Selection::Bloc(bloc)) => members(&then.atlas, bloc, then.date()),
        _ => then.answer(),
    }
}
