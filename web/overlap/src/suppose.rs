//! What if: joins and exits that a reader supposes, and blocs of their own; carried in the link, handed to the page as facts.

use std::cell::RefCell;
use std::rc::Rc;

use entente_atlas::Atlas;
use entente_atlas::records::{EditRecord, OwnBlocRecord, Records};
use entente_scene::link::desk::suppositions;

use crate::{facts, host};

type Supposed = (Vec<EditRecord>, Vec<OwnBlocRecord>);

#[derive(Default)]
struct Store {
    /// The facts with all that is told of them, once something was supposed.
    full: Option<Records>,
    /// What the page's facts suppose.
    given: Supposed,
    /// The last atlas, and what it supposes.
    last: Option<(Supposed, Rc<Atlas>, Vec<String>)>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

/// The facts as a link supposes them, and what of that cannot be.
pub(crate) fn atlas(base: &Records, link: &str) -> Option<(Rc<Atlas>, Vec<String>)> {
    let supposed = suppositions(link);
    let known = STORE.with_borrow(|store| {
        let last = store.last.as_ref().filter(|(of, ..)| *of == supposed);
        last.map(|(_, atlas, faults)| (Rc::clone(atlas), faults.clone()))
    });
    known.or_else(|| {
        let mut records = STORE.with_borrow(|store| store.full.clone()).unwrap_or_else(|| base.clone());
        let faults: Vec<String> = edited(&mut records, &supposed);
        let atlas = facts::resolved(records).ok()?;
        STORE.with_borrow_mut(|store| store.last = Some((supposed, Rc::clone(&atlas), faults.clone())));
        Some((atlas, faults))
    })
}

/// Fetches all that is told of the facts: names in other languages are then known, and edits can be handed on.
pub(crate) async fn prepare() -> Result<(), String> {
    if STORE.with_borrow(|store| store.full.is_none()) {
        let full = facts::fetch_all().await?;
        STORE.with_borrow_mut(|store| {
            store.full = Some(full);
            store.last = None;
        });
    }
    Ok(())
}

/// Leaves the facts that a link supposes for the page; whether they are others than it has.
pub(crate) fn give(link: &str) -> Result<bool, String> {
    let supposed = suppositions(link);
    STORE.with_borrow_mut(|store| {
        let Some(full) = store.full.as_ref().filter(|_| store.given != supposed) else { return Ok(false) };
        let mut records = full.clone();
        edited(&mut records, &supposed);
        facts::leave(records)?;
        store.given = supposed;
        Ok(true)
    })
}

/// Whether a link supposes something else than the page's facts.
pub(crate) fn differs(link: &str) -> bool {
    let supposed = suppositions(link);
    STORE.with_borrow(|store| store.given != supposed)
}

/// Gives the page what a link supposes, if it has been fetched.
pub(crate) fn hand_over(link: &str) {
    if give(link) == Ok(true) {
        host::again();
    }
}

/// What a row says that no source does.
const NOTE: &str = "Supposed by the reader: this is no fact.";

fn edited(records: &mut Records, (edits, own): &Supposed) -> Vec<String> {
    let problems = records.edit(edits, own);
    let rows = records.blocs.iter_mut().flat_map(|(_, bloc)| &mut bloc.memberships);
    for row in rows.filter(|row| row.hypothetical || row.hypothetical_end) {
        row.note = NOTE.into();
    }
    problems.iter().map(ToString::to_string).collect()
}
