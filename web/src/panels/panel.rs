//! The panel: whatever is selected, told in full; a sheet from below on a phone.

use entente_scene::action::Action;
use entente_scene::emphasis::Target;
use entente_scene::view::{Panel, Selection};
use leptos::html::Div;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::parts::icon::{Icon, Sign};
use crate::parts::nodes;

/// The panel of the selection; nothing where nothing is selected or it was closed.
#[component]
pub(crate) fn PanelFor(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let selected = Memo::new(move |_| desk.view.with(|view| view.select.filter(|_| view.panel == Panel::Auto)));
    move || selected.get().map(|selection| sheet(desk, selection))
}

fn sheet(desk: Desk, selection: Selection) -> AnyView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        desk.view.track();
        let desk = desk.telling();
        if let Some(place) = place.get() {
            nodes::replace(&place, &desk.page(|page| page.panel(selection)).body);
        }
    });
    let panel = untrack(|| desk.page(|page| page.panel(selection)));
    let label = panel.title.clone();
    let can_fly = !matches!(selection, Selection::Agreement(_));
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            desk.act(Action::ClosePanel);
        }
    };
    view! {
        <aside class="panel" aria-label=label on:keydown=escape>
            <header class="panel-head">
                <div>
                    <h2>{panel.title}</h2>
                    <p>{panel.kind}</p>
                </div>
                {can_fly.then(|| view! {
                    <button class="button" on:click=move |_| desk.fly_to.set(Some(Target::from(selection)))>"Zoom to"</button>
                })}
                <button class="button" aria-label="Close" on:click=move |_| desk.act(Action::Select(None))>
                    <Icon sign=Sign::Cross />
                </button>
            </header>
            <div class="panel-body" tabindex="0" node_ref=place></div>
        </aside>
    }
    .into_any()
}
