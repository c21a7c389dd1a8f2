//! The legend of the picture.

use entente_scene::page;
use leptos::html::Section;
use leptos::prelude::*;

use crate::parts::watch::watch;
use crate::desk::Desk;
use crate::parts::nodes;

/// The legend.
#[component]
pub(crate) fn LegendList(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let place = NodeRef::<Section>::new();
    watch(move || {
        let Some(place) = place.get() else { return };
        desk.words.with(|words| {
            if let Some(legend) = &words.legend {
                nodes::replace(&place, &desk.page(|page| page::legend(page, legend)));
            }
        });
    });
    view! { <section class="legend" aria-label="Legend" node_ref=place></section> }
}
