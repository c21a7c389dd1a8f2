//! The legend of the picture.

use entente_scene::page;
use leptos::html::{Details, Div};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::parts::nodes;
use crate::parts::watch::watch;

/// More lines than this would hide the land below.
const LONG: usize = 8;

/// The legend.
#[component]
pub(crate) fn LegendList(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let (fold, place, note) = (NodeRef::<Details>::new(), NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let lines = StoredValue::new(0);
    watch(move || {
        let legend = desk.words.with(|words| words.legend.clone());
        let (Some(legend), Some(fold), Some(place), Some(note)) = (legend, fold.get(), place.get(), note.get()) else {
            return;
        };
        let nodes = desk.page(|page| page::legend(page, &legend));
        let (rows, policy) = nodes.split_at(nodes.len().min(1));
        nodes::replace(&place, rows);
        nodes::replace(&note, policy);
        // A legend that grows long folds itself once, so that it does not hide the land; the reader may open it again.
        let count = legend.entries.len();
        if count > LONG && lines.get_value() <= LONG {
            fold.set_open(false);
        }
        lines.set_value(count);
    });
    view! {
        <section class="legend" aria-label="Legend">
            <details node_ref=fold open>
                <summary>"Legend"</summary>
                <div node_ref=place></div>
            </details>
            <div node_ref=note></div>
        </section>
    }
}
