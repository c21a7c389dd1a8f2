//! The rail: every bloc by theme with its colour and count, and one search over blocs and countries.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::members;
use entente_atlas::query::search::{Entity, Index};
use entente_atlas::{Atlas, BlocIx, Theme};
use entente_scene::action::Action;
use entente_scene::build::inks::ink_of;
use entente_scene::emphasis::Target;
use entente_scene::style::{Colour, custom_property};
use entente_scene::view::Selection;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::parts::icon::{Icon, Sign};

/// How many answers of a search are listed.
const HITS: usize = 12;

/// The rail.
#[component]
pub(crate) fn Rail(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let index = StoredValue::new(None::<(&'static Atlas, Index)>);
    let hits = Memo::new(move |_| {
        let text = typed.get();
        if text.trim().is_empty() {
            return None;
        }
        // Made on the first search: most readers never search, and the page opens sooner.
        // Made again when the names in other languages arrive.
        let atlas = desk.telling().atlas;
        if index.with_value(|index| index.as_ref().is_none_or(|(of, _)| !std::ptr::eq(*of, atlas))) {
            index.set_value(Some((atlas, Index::new(atlas))));
        }
        let hits = index.with_value(|index| index.as_ref().map(|(_, index)| index.search(&text, HITS)));
        Some(hits.unwrap_or_default().into_iter().map(|hit| hit.what).collect::<Vec<_>>())
    });
    view! {
        <nav class="rail" aria-label="Blocs">
            <div class="rail-head">
                <input
                    type="search"
                    aria-label="Search blocs and countries"
                    placeholder="Search blocs and countries"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <div class="rail-tools">
                    <button class="link" on:click=move |_| desk.act(Action::ShowOnly(Vec::new()))>"Clear the map"</button>
                </div>
            </div>
            {move || match hits.get() {
                Some(hits) => found(desk, hits),
                None => by_theme(desk),
            }}
        </nav>
    }
}

fn found(desk: Desk, hits: Vec<Entity>) -> AnyView {
    if hits.is_empty() {
        return view! {
            <p class="rail-none" role="status">"Nothing found. Try an acronym, a country’s name or its code."</p>
        }
        .into_any();
    }
    let rows: Vec<AnyView> = hits
        .into_iter()
        .map(|hit| match hit {
            Entity::Bloc(bloc) => row(desk, bloc),
            Entity::Country(country) => {
                let one = desk.atlas.country(country);
                let go = move |_| {
                    desk.select(Selection::Country(country));
                    desk.fly_to.set(Some(Target::Country(country)));
                };
                view! {
                    <button class="rail-hit" on:click=go>{one.name()} " " <small>{one.code.clone()}</small></button>
                }
                .into_any()
            }
        })
        .collect();
    view! { <h2>"Found"</h2> {rows} }.into_any()
}

fn by_theme(desk: Desk) -> AnyView {
    let group = |theme: &Theme| {
        let mut blocs: Vec<BlocIx> =
            desk.atlas.blocs().iter().filter(|bloc| bloc.theme() == *theme).map(|bloc| bloc.ix).collect();
        blocs.order_by_key(|bloc| desk.atlas.bloc(*bloc).short.to_lowercase());
        let rows: Vec<AnyView> = blocs.into_iter().map(|bloc| row(desk, bloc)).collect();
        (!rows.is_empty()).then(|| view! { <h2>{theme.name()}</h2> {rows} }.into_any())
    };
    Theme::ALL.iter().filter_map(group).collect_view().into_any()
}

/// One bloc: a box to show it, its colour, its count at the date, and a way to its panel.
fn row(desk: Desk, bloc: BlocIx) -> AnyView {
    let one = desk.atlas.bloc(bloc);
    let shown = Memo::new(move |_| desk.view.with(|view| view.blocs.contains(&bloc) || view.outlined.contains(&bloc)));
    let outlined = Memo::new(move |_| desk.view.with(|view| view.outlined.contains(&bloc)));
    let ink = Memo::new(move |_| desk.view.with(|view| ink_of(view, bloc)));
    let count = Memo::new(move |_| members(desk.atlas, bloc, desk.date()).len());
    let colour = move || ink.get().map_or("var(--line)".to_owned(), |ink| format!("var({})", custom_property(Colour::Bloc(ink))));
    let outline = move || {
        shown.get().then(|| {
            let says = format!("Show {} by its outline alone", one.short);
            view! {
                <button
                    class="about"
                    aria-label=says.clone()
                    title=says
                    aria-pressed=move || outlined.get().to_string()
                    on:click=move |_| desk.act(Action::ToggleOutline(bloc))
                >
                    <Icon sign=Sign::Outline />
                </button>
            }
        })
    };
    view! {
        <div
            class="rail-row"
            on:pointerenter=move |_| desk.hover.set(Some(Target::Bloc(bloc)))
            on:pointerleave=move |_| desk.hover.set(None)
        >
            <label title=one.name().to_owned()>
                <input
                    type="checkbox"
                    prop:checked=move || shown.get()
                    on:change=move |_| desk.act(Action::ToggleBloc(bloc))
                />
                <span class="chip" class:hollow=move || outlined.get() style:--chip=colour></span>
                <span class="name">{one.short.clone()}</span>
                <span class="count">{move || count.get()}</span>
            </label>
            {outline}
            <button
                class="about"
                aria-label=format!("About {}", one.short)
                on:click=move |_| desk.select(Selection::Bloc(bloc))
            >
                <Icon sign=Sign::About />
            </button>
        </div>
    }
    .into_any()
}
