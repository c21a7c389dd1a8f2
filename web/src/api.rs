//! `window.entente`: what a host page or a test may ask of the map.
//!
//! `ready` is a promise of the first live picture. `view()` gives the view as an object of the link's parts. `set(parts)` changes
//! those parts and resolves after the frame that shows them. `on(event, listener)` tells of `select`, `hover`, `view` and `error`
//! and gives back a function that stops it. `preview(codes)` sets off countries until the next, none for an empty text. `again()`
//! takes the facts that the overlap desk left. `mark(change)` shows how an answer changed between two days. `project([lon, lat])` says where a place lies on the page, or `null`.

use std::cell::RefCell;
use std::rc::Rc;

use entente_atlas::records::Part;
use entente_geo::LonLat;
use entente_scene::camera::ScreenPoint;
use entente_scene::change::{Change, fates};
use entente_scene::emphasis::Target;
use entente_scene::link;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::desk::Desk;
use crate::facts;

type Projecting = Box<dyn Fn(LonLat) -> Option<ScreenPoint>>;

#[derive(Default)]
struct Host {
    resolve_ready: Option<Function>,
    listeners: Vec<(String, Function)>,
    desk: Option<Desk>,
    project: Option<Projecting>,
    last: Option<(String, Option<entente_scene::view::Selection>)>,
    change: Option<Rc<Change>>,
}

thread_local! {
    static HOST: RefCell<Host> = RefCell::new(Host::default());
}

fn put(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// Sets `window.entente` before anything is loaded, so that a host finds it at once.
pub(crate) fn promise() {
    let entente = Object::new();
    let ready = Promise::new(&mut |resolve, _| HOST.with_borrow_mut(|host| host.resolve_ready = Some(resolve)));
    put(&entente, "ready", &ready);
    put(&entente, "view", &Closure::<dyn Fn() -> JsValue>::new(view).into_js_value());
    put(&entente, "set", &Closure::<dyn Fn(JsValue) -> Promise>::new(set).into_js_value());
    put(&entente, "on", &Closure::<dyn Fn(String, Function) -> JsValue>::new(on).into_js_value());
    put(&entente, "again", &Closure::<dyn Fn()>::new(again).into_js_value());
    put(&entente, "mark", &Closure::<dyn Fn(String)>::new(mark).into_js_value());
    put(&entente, "preview", &Closure::<dyn Fn(String)>::new(preview).into_js_value());
    put(&entente, "project", &Closure::<dyn Fn(JsValue) -> JsValue>::new(project).into_js_value());
    if let Some(window) = web_sys::window() {
        put(&window.unchecked_into(), "entente", &entente);
    }
}

/// The stage is there: places can be projected.
pub(crate) fn projecting(project: impl Fn(LonLat) -> Option<ScreenPoint> + 'static) {
    HOST.with_borrow_mut(|host| host.project = Some(Box::new(project)));
}

/// A picture was drawn: the first fulfils `ready`, and changes are told.
pub(crate) fn shown(desk: Desk) {
    let (link, select) = desk.view.with_untracked(|view| (link::print(view, desk.atlas()), view.select));
    let (resolve, before) = HOST.with_borrow_mut(|host| {
        host.desk = Some(desk);
        (host.resolve_ready.take(), host.last.replace((link.clone(), select)))
    });
    if let Some(resolve) = resolve {
        after_paint(move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
    }
    if let Some((old_link, old_select)) = before {
        if old_link != link {
            tell("view", &view());
        }
        if old_select != select {
            tell("select", &code(desk, select.map(Target::from)));
        }
    }
}

/// The pointer came to something else.
pub(crate) fn hovered(desk: Desk, target: Option<Target>) {
    tell("hover", &code(desk, target));
}

/// The code or id of what is meant, or `null`.
fn code(desk: Desk, target: Option<Target>) -> JsValue {
    match target {
        None | Some(Target::Countries(_)) => JsValue::NULL,
        Some(Target::Country(ix)) => JsValue::from_str(&desk.atlas().country(ix).code),
        Some(Target::Bloc(ix)) => JsValue::from_str(&desk.atlas().bloc(ix).id),
        Some(Target::Agreement(ix)) => JsValue::from_str(&desk.atlas().agreement(ix).id),
    }
}

fn tell(event: &str, detail: &JsValue) {
    let listeners: Vec<Function> = HOST.with_borrow(|host| {
        host.listeners.iter().filter(|(name, _)| name == event).map(|(_, listener)| listener.clone()).collect()
    });
    for listener in listeners {
        let _ = listener.call1(&JsValue::NULL, detail);
    }
}

fn on(event: String, listener: Function) -> JsValue {
    HOST.with_borrow_mut(|host| host.listeners.push((event.clone(), listener.clone())));
    let stop = move || {
        HOST.with_borrow_mut(|host| {
            host.listeners.retain(|(name, other)| *name != event || !Object::is(other, &listener));
        });
    };
    Closure::<dyn Fn()>::new(stop).into_js_value()
}

/// The view as an object: the link's parts, the whole link, the date and the sentence.
fn view() -> JsValue {
    let object = Object::new();
    if let Some(desk) = HOST.with_borrow(|host| host.desk) {
        let link = desk.view.with_untracked(|view| link::print(view, desk.atlas()));
        for (key, value) in link::pairs(&link) {
            put(&object, &key, &JsValue::from_str(&value));
        }
        put(&object, "link", &JsValue::from_str(&link));
        put(&object, "date", &JsValue::from_str(&untrack(|| desk.date()).to_string()));
        put(&object, "sentence", &JsValue::from_str(&desk.words.with_untracked(|words| words.sentence.clone())));
    }
    object.into()
}

/// Changes some parts of the view; `null` takes a part back to its default.
fn set(parts: JsValue) -> Promise {
    if let Some(desk) = HOST.with_borrow(|host| host.desk) {
        let entries = Object::entries(&Object::from(parts));
        let parts = entries.iter().map(|entry| {
            let entry = Array::from(&entry);
            let value = entry.get(1);
            let is_gone = value.is_null() || value.is_undefined();
            (entry.get(0).as_string().unwrap_or_default(), (!is_gone).then(|| text_of(&value)))
        });
        let parts: Vec<_> = parts.collect();
        return future_to_promise(async move {
            facts::come(desk, Part::Rows).await;
            for notice in desk.set_parts(parts, true) {
                tell("error", &JsValue::from_str(&notice.to_string()));
                desk.notify(notice.to_string());
            }
            JsFuture::from(painted()).await
        });
    }
    painted()
}

/// Kept once the frame that is being made has been painted.
fn painted() -> Promise {
    Promise::new(&mut |resolve, _| {
        after_paint(move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
    })
}

/// The overlap desk left other facts.
fn again() {
    if let Some(desk) = HOST.with_borrow(|host| host.desk) {
        facts::again(desk);
    }
}

/// Sets off the countries of these codes, with commas between them.
fn preview(codes: String) {
    if let Some(desk) = HOST.with_borrow(|host| host.desk) {
        let countries = codes.split(',').filter_map(|code| desk.atlas().country_by_code(code)).collect();
        desk.hover.set((!codes.is_empty()).then_some(Target::Countries(countries)));
    }
}

/// Shows a change between two days in place of the standings: its fates as codes, a space, its sentence; an empty text ends that.
fn mark(told: String) {
    if let Some(desk) = HOST.with_borrow(|host| host.desk) {
        let change = told.split_once(' ').map(|(codes, sentence)| {
            Rc::new(Change { fates: fates(codes, desk.atlas()), sentence: sentence.to_owned(), days: String::new() })
        });
        HOST.with_borrow_mut(|host| host.change = change);
        desk.view.update(|_| ());
    }
}

/// The change that the overlap desk asked for.
pub(crate) fn change() -> Option<Rc<Change>> {
    HOST.with_borrow(|host| host.change.clone())
}

fn text_of(value: &JsValue) -> String {
    // Lists become words with commas, as the language itself does it.
    value.as_string().unwrap_or_else(|| Object::from(value.clone()).to_string().into())
}

fn project(place: JsValue) -> JsValue {
    let place = Array::from(&place);
    let (Some(lon_deg), Some(lat_deg)) = (place.get(0).as_f64(), place.get(1).as_f64()) else { return JsValue::NULL };
    let at = HOST.with_borrow(|host| host.project.as_ref().and_then(|project| project(LonLat::new(lon_deg, lat_deg))));
    let corner = document().query_selector(".map").ok().flatten().map(|map| map.get_bounding_client_rect());
    match (at, corner) {
        (Some(at), Some(corner)) => {
            [at.x_px + corner.left(), at.y_px + corner.top()].map(JsValue::from_f64).iter().collect::<Array>().into()
        }
        _ => JsValue::NULL,
    }
}

/// Runs `then` after the frame that is being made has been painted: in a task queued from its animation callback.
fn after_paint(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let framed = Closure::once_into_js(move || {
        let Some(window) = web_sys::window() else { return };
        let task = Closure::once_into_js(then);
        let _ = window.set_timeout_with_callback(task.unchecked_ref());
    });
    let _ = window.request_animation_frame(framed.unchecked_ref());
}
