//! Other shapes in place of those the page opened with: finer ones near by, or a host's own.

use std::cell::Cell;
use std::sync::Arc;

use entente_atlas::records::Part;
use entente_scene::world::World;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::DragEvent;

use super::controller::Controller;
use crate::desk::Desk;
use crate::facts;
use crate::{load, parts};

/// From this magnification on, the coarse shapes show their corners.
const FINE_FROM_ZOOM: f64 = 1.9;

/// A file larger than this is refused before it is read into memory.
const LARGEST_BYTES: f64 = 48e6;

thread_local! {
    static FINE_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Fetches the finer shapes once the reader is near enough to see the difference.
pub(super) fn finer_if_near(desk: Desk, controller: &Controller) {
    let is_own = desk.view.with_untracked(|view| view.map.is_some());
    let is_near = controller.with(|stage| stage.zoom() > FINE_FROM_ZOOM) == Some(true);
    if is_near && !is_own {
        finer(desk);
    }
}

/// Fetches the finer shapes, once.
pub(crate) fn finer(desk: Desk) {
    if FINE_ASKED.replace(true) {
        return;
    }
    let file = desk.files.with_value(|files| files.fine.clone());
    spawn_local(async move {
        let loaded = load::bytes(&file, false).await.and_then(|bytes| load::topology(&file, &bytes));
        match loaded {
            Ok(topology) => desk.world.set(Arc::new(World::join(topology, desk.atlas()))),
            Err(error) => {
                FINE_ASKED.set(false);
                desk.notify(format!("The coarse map stays: {error}"));
            }
        }
    });
}

/// Keeps the shapes that the page opened with, however near the reader comes: for benchmarks alone.
#[cfg(feature = "bench")]
pub(super) fn keep_shapes() {
    FINE_ASKED.set(true);
}

/// The live map is drawn: the first picture goes, in the same frame, and a host's own map is fetched where the link names one.
pub(super) fn take_over(desk: Desk) {
    if let Some(first) = document().get_element_by_id("first") {
        first.remove();
    }
    if let Some(file) = desk.view.with_untracked(|view| view.map.clone()) {
        spawn_local(async move {
            match load::bytes(&file, false).await {
                Ok(bytes) => own(desk, bytes).await,
                Err(error) => desk.notify(error.to_string()),
            }
        });
    }
}

/// A file dropped anywhere on the page is meant for the map, never to open in the page's place.
pub(crate) fn follow_drops(desk: Desk) {
    let dragged = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
        event.prevent_default();
        if event.type_() == "drop" {
            dropped(desk, &event);
        }
    });
    for name in ["dragover", "drop"] {
        let _ = document().add_event_listener_with_callback(name, dragged.as_ref().unchecked_ref());
    }
    dragged.forget();
}

fn dropped(desk: Desk, event: &DragEvent) {
    let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
    let Some(file) = file else { return };
    if file.size() > LARGEST_BYTES {
        desk.notify(format!("{} is larger than 48 MB: simplify it first, for instance with mapshaper", file.name()));
        return;
    }
    spawn_local(async move {
        if let Ok(buffer) = JsFuture::from(file.array_buffer()).await {
            own(desk, js_sys::Uint8Array::new(&buffer).to_vec()).await;
        }
    });
}

/// Takes someone's own GeoJSON in place of our shapes, and says what did not match.
async fn own(desk: Desk, bytes: Vec<u8>) {
    let reader = desk.files.with_value(|files| files.reader.clone());
    match parts::reader::read(&reader, &bytes).await {
        Ok((topology, mut notices)) => {
            // Numeric codes and further names come with the texts: without them fewer shapes would be known.
            facts::come(desk, Part::Texts).await;
            let world = World::join(topology, desk.atlas());
            if !world.unmatched.is_empty() {
                let names = world.unmatched.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
                let more = world.unmatched.len().saturating_sub(12);
                let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
                notices.push(format!(
                    "{names}{rest}: no country of ours has this code or name; add a property `code` with the ISO 3166-1 alpha-3 code"
                ));
            }
            FINE_ASKED.set(true);
            desk.world.set(Arc::new(world));
            notices.into_iter().for_each(|notice| desk.notify(notice));
        }
        Err(error) => desk.notify(error),
    }
}
