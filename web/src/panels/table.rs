//! The map as a table, and the page's last words.

use entente_scene::page;
use leptos::html::Div;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::parts::nodes;
use crate::parts::watch::watch;

/// The table below the map.
#[component]
pub(crate) fn Table(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    watch(move || {
        desk.view.track();
        if let Some(place) = place.get() {
            nodes::replace(&place, &desk.page(page::table));
        }
    });
    view! {
        <section class="table" id="table" tabindex="-1" aria-label="The same as a table">
            <div node_ref=place></div>
            <footer class="colophon">
                <p>
                    "Shapes: Natural Earth, adapted to United Nations views by Visionscarto. Facts: each with its source, a click away; counted by country, so bodies that are members themselves, like the EU in the WTO, are not. Borders stand for no opinion."
                </p>
            </footer>
        </section>
    }
}
