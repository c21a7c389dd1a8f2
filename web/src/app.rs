//! The page: masthead, rail, map, date, panel and table around one view.

use entente_atlas::records::Part;
use entente_scene::link;
use leptos::html::Header;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;

use crate::desk::Desk;
use crate::facts;
use crate::map::{Map, follow_drops};
use crate::panels::{LegendList, PanelFor, Rail, Table};
use crate::parts::find::within;
use crate::parts::notices::Notices;
use crate::parts::theme;
use crate::parts::watch::watch;
use crate::route;
use crate::timeline::Timeline;

/// The whole page.
#[component]
pub(crate) fn App(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    route::follow(desk);
    route::follow_links(desk);
    facts::follow_interest(desk);
    follow_drops(desk);
    theme::follow(desk);
    watch(move || {
        let title = desk.words.with(|words| words.sentence.clone());
        let short: String = title.split(':').next().unwrap_or_default().to_owned();
        document().set_title(&if short.is_empty() { "Entente".to_owned() } else { format!("{short} · Entente") });
    });
    view! {
        <div class="app">
            <a class="skip" href="#table">"Skip to the table"</a>
            <a class="skip" href="#map">"Skip to the map"</a>
            <Masthead desk=desk />
            <Rail desk=desk />
            <main class="desk">
                <h1 class="sentence" aria-live="polite">
                    <span class="fold">{Signal::derive(move || desk.words.with(|words| words.sentence.clone()))}</span>
                </h1>
                <div class="stage">
                    <Notices desk=desk />
                    <Map desk=desk />
                    <PanelFor desk=desk />
                </div>
                <LegendList desk=desk />
                <Timeline desk=desk />
            </main>
            <Table desk=desk />
        </div>
    }
}

/// Name and choices: plain markup with one listener and one watcher, which weighs least.
#[component]
fn Masthead(desk: Desk) -> impl IntoView {
    let place = NodeRef::<Header>::new();
    watch(move || {
        let link = desk.view.with(|view| link::print(view, desk.atlas()));
        let Some(place) = place.get() else { return };
        if let Some(compare) = place.query_selector(".compare").ok().flatten() {
            let chart =
                if desk.view.with(|view| view.blocs.len() + view.outlined.len()) > 3 { "upset" } else { "euler" };
            let _ = compare.set_attribute("href", &format!("?{}&chart={chart}", link.trim_start_matches('?')));
        }
        let parts = link::pairs(&link);
        for name in ["projection", "links", "theme"] {
            let Some(select) = within(&place, &format!("[name={name}]")) else { continue };
            let select: HtmlSelectElement = select.unchecked_into();
            match parts.iter().find(|(key, _)| key == name) {
                Some((_, value)) => select.set_value(value),
                None => select.set_selected_index(0),
            }
        }
    });
    let changed = move |event: web_sys::Event| {
        if let Some(select) = event.target() {
            let select: HtmlSelectElement = select.unchecked_into();
            spawn_local(async move {
                facts::come(desk, Part::Rows).await;
                desk.set_parts(vec![(select.name(), Some(select.value()))], false);
            });
        }
    };
    view! {
        <header class="masthead" node_ref=place on:change=changed>
            <a class="wordmark" href="./">"Entente"</a>
            <p class="tagline">"Who cooperates with whom"</p>
            <div class="choices">
                <select name="projection" aria-label="Projection">
                    <option value="equal-earth">"Equal Earth"</option>
                    <option value="natural-earth">"Natural Earth"</option>
                    <option value="mercator">"Mercator"</option>
                    <option value="equirectangular">"Equirectangular"</option>
                    <option value="globe">"Globe"</option>
                </select>
                <select name="links" aria-label="Agreements drawn">
                    <option value="selected">"Links of the selected"</option>
                    <option value="shown">"Links of shown blocs"</option>
                    <option value="all">"All links"</option>
                    <option value="none">"No links"</option>
                </select>
                <select name="theme" aria-label="Theme">
                    <option value="auto">"System theme"</option>
                    <option value="light">"Light"</option>
                    <option value="dark">"Dark"</option>
                </select>
                <a class="button compare" href="?chart=euler">"Compare"</a>
                <button class="button share" aria-haspopup="dialog">
                    <svg viewBox="0 0 24 24" aria-hidden="true">
                        <path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"></path>
                    </svg>
                    <span>"Share"</span>
                </button>
                <span class="says" role="status"></span>
            </div>
        </header>
    }
}
