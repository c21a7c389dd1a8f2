//! The facts as far as they have come: the lead with the page, the further parts when somebody needs them.

use std::cell::{Cell, RefCell};

use entente_atlas::Atlas;
use entente_atlas::records::{Part, Records};
use js_sys::{Function, Promise};
use leptos::prelude::{Set as _, Update as _, WithValue as _, document};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::desk::Desk;
use crate::load::{LoadError, bytes, given};

/// The lead as it is packed: what there is, and how many members each bloc has on the day of packing.
type Lead = (Records, Vec<u16>);

/// What has come, what has been asked for, and who waits.
#[derive(Default)]
struct Store {
    /// The parts that have come, packed: they are joined anew with each further one.
    packed: [Option<Vec<u8>>; Part::ALL.len()],
    asked: [bool; Part::ALL.len()],
    /// Who waits for how many parts; told whether they have come.
    waiting: Vec<(usize, Function)>,
    counts: Vec<u16>,
}

impl Store {
    /// How many parts have come without a gap: only those can be joined.
    fn joined(&self) -> usize {
        self.packed.iter().take_while(|part| part.is_some()).count()
    }
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
    static ATLAS: Cell<&'static Atlas> = Cell::new(Box::leak(Box::default()));
}

/// The facts that have come. Indices mean the same in all that follow.
pub(crate) fn atlas() -> &'static Atlas {
    ATLAS.get()
}

/// How many members a bloc has today, if its rows have not come yet.
pub(crate) fn count_before_rows(bloc: usize) -> Option<usize> {
    STORE.with_borrow(|store| {
        let count = store.counts.get(bloc).filter(|_| !has(store, Part::Rows));
        count.map(|count| usize::from(*count))
    })
}

/// Whether a part and those before it have come.
pub(crate) fn have(part: Part) -> bool {
    STORE.with_borrow(|store| has(store, part))
}

fn has(store: &Store, part: Part) -> bool {
    store.joined() > part as usize
}

/// Takes in a part; the atlas grows by all that can be joined.
pub(crate) fn add(part: Part, file: &str, bytes: Vec<u8>) -> Result<(), LoadError> {
    let grows = STORE.with_borrow_mut(|store| {
        let before = store.joined();
        if let Some(place) = store.packed.get_mut(part as usize) {
            *place = Some(bytes);
        }
        store.joined() > before
    });
    let resolved = if grows { resolve(file) } else { Ok(()) };
    if resolved.is_err() {
        STORE.with_borrow_mut(|store| {
            if let Some(place) = store.packed.get_mut(part as usize) {
                *place = None;
            }
        });
    }
    resolved
}

/// Takes every part anew, as the overlap desk gives it.
pub(crate) fn again(desk: Desk) {
    STORE.with_borrow_mut(|store| store.packed = Default::default());
    for part in Part::ALL {
        let file = desk.files.with_value(|files| files.part(part).to_owned());
        let _ = given(&file).map(|bytes| add(part, &file, bytes));
    }
    desk.parts.set(Part::ALL.len());
    desk.view.update(|_| ());
}

/// Asks for a part and those before it, once; says so where that fails, and may then be asked again.
pub(crate) fn ask(desk: Desk, part: Part) {
    for next in Part::ALL.into_iter().skip(1).take(part as usize) {
        let is_new = STORE.with_borrow_mut(|store| {
            let is_here = has(store, next);
            store.asked.get_mut(next as usize).is_some_and(|asked| !is_here && !std::mem::replace(asked, true))
        });
        if is_new {
            spawn_local(fetch(desk, next));
        }
    }
}

/// Asks for the rows as soon as somebody begins to do something: most of what can be done needs them.
pub(crate) fn follow_interest(desk: Desk) {
    let begun = Closure::<dyn Fn()>::new(move || ask(desk, Part::Rows));
    for event in ["pointermove", "pointerdown", "keydown"] {
        let _ = document().add_event_listener_with_callback(event, begun.as_ref().unchecked_ref());
    }
    begun.forget();
}

/// Whether a part and those before it are there, after waiting for them.
pub(crate) async fn come(desk: Desk, part: Part) -> bool {
    if have(part) {
        return true;
    }
    let wait = Promise::new(&mut |resolve, _| {
        STORE.with_borrow_mut(|store| store.waiting.push((part as usize + 1, resolve)));
    });
    ask(desk, part);
    JsFuture::from(wait).await.is_ok_and(|came| came.is_truthy())
}

async fn fetch(desk: Desk, part: Part) {
    let file = desk.files.with_value(|files| files.part(part).to_owned());
    let added = match bytes(&file, false).await {
        Ok(bytes) => add(part, &file, bytes),
        Err(error) => Err(error),
    };
    if let Err(error) = &added {
        let what = match part {
            Part::Lead | Part::Rows => "Who belongs to what is missing",
            Part::Texts => "Summaries and notes are missing",
            Part::Sources => "Sources are missing",
        };
        desk.notify(format!("{what}: {error}"));
    }
    let told = STORE.with_borrow_mut(|store| {
        if added.is_err()
            && let Some(asked) = store.asked.get_mut(part as usize)
        {
            *asked = false;
        }
        let joined = store.joined();
        let is_told = |(parts, _): &(usize, Function)| *parts <= joined || (added.is_err() && *parts > part as usize);
        let (told, waiting) = std::mem::take(&mut store.waiting).into_iter().partition::<Vec<_>, _>(is_told);
        store.waiting = waiting;
        desk.parts.set(joined);
        told.into_iter().map(move |(parts, resolve)| (parts <= joined, resolve)).collect::<Vec<_>>()
    });
    for (came, resolve) in told {
        let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(came));
    }
}

/// Makes an atlas of all that has come; those before it stay, since others may still look at them.
fn resolve(file: &str) -> Result<(), LoadError> {
    let undecodable = |reason: String| LoadError::Decode { file: file.to_owned(), reason };
    let records = STORE.with_borrow_mut(|store| {
        let joined = store.joined();
        let mut parts = store.packed.iter().take(joined).flatten();
        let (mut records, counts): Lead = postcard::from_bytes(parts.next()?).ok()?;
        for part in parts {
            records = records.join(postcard::from_bytes(part).ok()?);
        }
        store.counts = counts;
        Some(records)
    });
    let records = records.ok_or_else(|| undecodable("The facts cannot be decoded".into()))?;
    let atlas = Atlas::from_records(records).map_err(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        undecodable(format!("The facts contradict themselves ({first})"))
    })?;
    ATLAS.set(Box::leak(Box::new(atlas)));
    Ok(())
}
