//! What a reader's hands do in the dialog: one listener for each kind of event, on the whole of it.

use std::cell::Cell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use crate::kit::{self, Kit};
use crate::{dom, files, page, preview, stand};

/// Whoever types rests for this long before the preview follows.
const REST_MS: i32 = 500;

thread_local! {
    static WAITING: Cell<Option<i32>> = const { Cell::new(None) };
}

/// Begins to listen; the dialog lives as long as the page.
pub(crate) fn listen(dialog: &Element) {
    on(dialog, "click", clicked);
    on(dialog, "input", typed);
    on(dialog, "focusin", |_, target| {
        // Words to copy are chosen whole, for those who copy by the keyboard.
        if let Some(field) = target.dyn_ref::<HtmlInputElement>().filter(|field| field.read_only()) {
            field.select();
        }
    });
    on(dialog, "close", |dialog, _| preview::clear(dialog));
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(|event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.and_then(|target| target.get_attribute("role")).as_deref() == Some("tab") {
            pressed(&event);
        }
    });
    let _ = dialog.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

fn on(dialog: &Element, event: &str, act: fn(&Element, &Element)) {
    let place = dialog.clone();
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            act(&place, &target);
        }
    });
    let _ = dialog.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

fn pressed(event: &KeyboardEvent) {
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => stand::beside(1),
        "ArrowLeft" | "ArrowUp" => stand::beside(-1),
        "Home" => crate::frame::TABS.first().map(|(id, _)| *id),
        "End" => crate::frame::TABS.last().map(|(id, _)| *id),
        _ => None,
    };
    if let Some(tab) = next {
        event.prevent_default();
        stand::choose(tab);
        stand::focus(tab);
    }
}

fn typed(dialog: &Element, target: &Element) {
    let name = target.get_attribute("name").unwrap_or_default();
    if name == "pr-width" {
        if let (Some(frame), Some(input)) = (dom::part(dialog, ".pr-frame"), target.dyn_ref::<HtmlInputElement>()) {
            let _ = frame.set_attribute("data-width", &input.value());
        }
        return;
    }
    stand::changed();
    let Some(window) = web_sys::window() else { return };
    if let Some(waiting) = WAITING.take() {
        window.clear_timeout_with_handle(waiting);
    }
    let look = Closure::once_into_js(stand::look);
    let handle = window.set_timeout_with_callback_and_timeout_and_arguments_0(look.unchecked_ref(), REST_MS);
    WAITING.set(handle.ok());
}

fn clicked(dialog: &Element, target: &Element) {
    let Some(button) = target.closest("button").ok().flatten() else { return };
    if let Some(id) = button.get_attribute("data-copy") {
        copy(dialog, &id);
    }
    if let Some(tab) = button.id().strip_prefix("pr-tab-") {
        stand::choose(tab);
    }
    match button.get_attribute("data-do").as_deref() {
        Some("close") => dialog.unchecked_ref::<HtmlDialogElement>().close(),
        Some("reset") => stand::reset(),
        Some("sheet") => spawn_local(async {
            let Some((kit, embed, words)) = stand::held() else { return };
            let url = entente_scene::press::Embed { view: kit.link, ..embed }.page();
            if !page::shared(&words.title, &words.sentence, &url).await {
                stand::say("The system did not take it: copy the link instead");
            }
        }),
        Some(file) => save(file.to_owned()),
        None => {}
    }
}

fn copy(dialog: &Element, id: &str) {
    let Some(field) = dom::part(dialog, &format!("#{id}")) else { return };
    let line = field.dyn_ref::<HtmlInputElement>();
    let area = field.dyn_ref::<HtmlTextAreaElement>();
    let Some(text) = line.map(HtmlInputElement::value).or_else(|| area.map(HtmlTextAreaElement::value)) else { return };
    let name = dom::part(dialog, &format!("label[for={id}]")).and_then(|label| label.text_content());
    let name = name.unwrap_or_default();
    let dialog = dialog.clone();
    let id = id.to_owned();
    spawn_local(async move {
        if page::copied(&text).await {
            stand::say(&format!("{name}: copied"));
            return;
        }
        let field = dom::part(&dialog, &format!("#{id}"));
        if let Some(area) = field.as_ref().and_then(|field| field.dyn_ref::<HtmlTextAreaElement>()) {
            area.select();
        } else if let Some(line) = field.as_ref().and_then(|field| field.dyn_ref::<HtmlInputElement>()) {
            line.select();
        }
        stand::say(&format!("{name}: the browser did not allow it; it is chosen for you to copy by hand"));
    });
}

fn save(what: String) {
    stand::say("Making the file …");
    spawn_local(async move {
        match saved(&what).await {
            Ok(name) => stand::say(&format!("Saved {name}")),
            Err(says) => stand::say(&says),
        }
    });
}

/// Makes and saves a file; its name.
async fn saved(what: &str) -> Result<String, String> {
    match what {
        "memberships" => kit::prepare_sources().await?,
        "list" => {}
        _ => kit::prepare_fine().await?,
    }
    let (kit, embed, words) = stand::held().ok_or("Open the dialog anew")?;
    // With whatever has come since the dialog was opened.
    let kit = Kit::of(&kit.link)?;
    let theme = entente_scene::link::parse(&embed.view, &kit.atlas).view.theme;
    let mut pictured = kit.clone();
    pictured.view.theme = theme;
    let name = |ending: &str| format!("{}{ending}", words.file);
    let text = |ending: &str, kind: &str, text: &str| {
        let name = name(ending);
        files::save_text(&name, kind, text).map(|()| name)
    };
    match what {
        "svg" => text(".svg", "image/svg+xml", &pictured.picture(&embed)),
        "png-1" | "png-2" | "png-3" => {
            let scale = what.chars().last().and_then(|digit| digit.to_digit(10)).unwrap_or(1);
            let name = if scale == 1 { name(".png") } else { name(&format!("-{scale}x.png")) };
            files::save_png(&name, &pictured.picture(&embed), scale).await.map(|()| name)
        }
        "list" => text(".csv", "text/csv", &kit.list().csv()),
        "memberships" => text("-memberships.csv", "text/csv", &kit.list().memberships_csv()),
        "shapes" => text(".geojson", "application/geo+json", &kit.geojson()),
        _ => Err("There is no such file".into()),
    }
}
