//! The page's program: loads the facts and the shapes, then takes over from the first picture.

mod api;
mod app;
mod clock;
mod desk;
mod facts;
mod load;
mod map;
mod panels;
mod parts;
mod route;
mod timeline;

use std::sync::Arc;

use entente_atlas::records::Part;
use entente_scene::link;
use entente_scene::view::View;
use entente_scene::world::World;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit};

use crate::desk::{Desk, Words};
use crate::load::{Files, LoadError};

fn main() {
    std::panic::set_hook(Box::new(|panic| announce_panic(&panic.to_string())));
    api::promise();
    spawn_local(start(false));
}

/// Tells the page's loader, which shows a sentence and keeps the reader's link.
fn announce_panic(detail: &str) {
    let options = CustomEventInit::new();
    options.set_detail(&JsValue::from_str(detail));
    let event = CustomEvent::new_with_event_init_dict("entente:panic", &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

async fn start(again: bool) {
    match open(again).await {
        Ok(desk) => {
            let body = document().body();
            if let Some(body) = body {
                mount_to(body, move || app::App(app::AppProps { desk })).forget();
            }
        }
        Err(error) => parts::failure::show(&error.to_string(), || spawn_local(start(true))),
    }
}

async fn open(again: bool) -> Result<Desk, LoadError> {
    let files = Files::of(&document());
    let facts = load::bytes(&files.facts, again).await?;
    let shapes = load::bytes(&files.coarse, again).await?;
    facts::add(Part::Lead, &files.facts, facts)?;
    let topology = load::topology(&files.coarse, &shapes)?;
    let link = route::query();
    let told = link::parse(&link, facts::atlas());
    if !(told.notices.is_empty() && told.view.asks_within(&View::default_for(facts::atlas()))) {
        // What a link asks for, and what is not understood yet, may be anywhere; boot.js has begun to fetch it.
        let file = files.part(Part::Rows);
        facts::add(Part::Rows, file, load::bytes(file, again).await?)?;
    }
    let world = World::join(topology, facts::atlas());
    let parsed = link::parse(&link, facts::atlas());
    // The page's owner outlives everything: it is never dropped.
    let owner = Owner::new();
    let desk = owner.with(|| Desk {
        parts: RwSignal::new(1),
        today: clock::today(),
        view: RwSignal::new(parsed.view),
        hover: RwSignal::new(None),
        world: RwSignal::new(Arc::new(world)),
        notices: RwSignal::new(parsed.notices.iter().map(ToString::to_string).collect()),
        words: RwSignal::new(Words::default()),
        fly_to: RwSignal::new(None),
        replaces: StoredValue::new(true),
        files: StoredValue::new(files),
    });
    std::mem::forget(owner);
    Ok(desk)
}
