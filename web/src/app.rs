//! The page: masthead, rail, map, date, panel and table around one view.

use entente_geo::ProjectionKind;
use entente_scene::action::Action;
use entente_scene::view::{LinksShown, ThemeChoice};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::map::Map;
use crate::panels::{LegendList, PanelFor, Rail, Table};
use crate::parts::icon::{Icon, Sign};
use crate::parts::notices::Notices;
use crate::parts::theme;
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
    theme::follow(desk);
    Effect::new(move |_| {
        let title = desk.words.with(|words| words.sentence.clone());
        let short: String = title.split(':').next().unwrap_or_default().to_owned();
        document().set_title(&if short.is_empty() { "Entente".to_owned() } else { format!("{short} · Entente") });
    });
    view! {
        <div class="app">
            <a class="skip" href="#table">"Skip to the table"</a>
            <Masthead desk=desk />
            <Rail desk=desk />
            <main class="desk">
                <h1 class="sentence" aria-live="polite">
                    <span class="fold">{move || desk.words.with(|words| words.sentence.clone())}</span>
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

#[component]
fn Masthead(desk: Desk) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        if let Some(window) = web_sys::window() {
            let _ = window.navigator().clipboard().write_text(&route::whole_link(desk));
            copied.set(true);
        }
    };
    view! {
        <header class="masthead">
            <a class="wordmark" href="./">"Entente"</a>
            <p class="tagline">"Who cooperates with whom"</p>
            <Choice
                label="Projection"
                options=&PROJECTIONS
                chosen=Memo::new(move |_| desk.view.with(|view| view.projection))
                choose=move |kind| desk.act(Action::SetProjection(kind))
            />
            <Choice
                label="Agreements"
                options=&LINKS
                chosen=Memo::new(move |_| desk.view.with(|view| view.links))
                choose=move |links| desk.act(Action::SetLinks(links))
            />
            <Choice
                label="Theme"
                options=&THEMES
                chosen=Memo::new(move |_| desk.view.with(|view| view.theme))
                choose=move |theme| desk.act(Action::SetTheme(theme))
            />
            <button class="button share" on:click=copy aria-label="Copy the link to this view">
                {move || if copied.get() {
                    view! { <span role="status">"Link copied"</span> }.into_any()
                } else {
                    view! { <Icon sign=Sign::Link /> }.into_any()
                }}
            </button>
        </header>
    }
}

const PROJECTIONS: [(ProjectionKind, &str); 5] = [
    (ProjectionKind::EqualEarth, "Equal Earth"),
    (ProjectionKind::NaturalEarth, "Natural Earth"),
    (ProjectionKind::Mercator, "Mercator"),
    (ProjectionKind::Equirectangular, "Equirectangular"),
    (ProjectionKind::Orthographic, "Globe"),
];
const LINKS: [(LinksShown, &str); 4] = [
    (LinksShown::Selected, "Links of the selected"),
    (LinksShown::Shown, "Links of shown blocs"),
    (LinksShown::All, "All links"),
    (LinksShown::None, "No links"),
];
const THEMES: [(ThemeChoice, &str); 3] =
    [(ThemeChoice::Auto, "System theme"), (ThemeChoice::Light, "Light"), (ThemeChoice::Dark, "Dark")];

/// A choice among a few things.
#[component]
fn Choice<T>(
    label: &'static str,
    options: &'static [(T, &'static str)],
    chosen: Memo<T>,
    choose: impl Fn(T) + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let changed = move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or(0);
        if let Some((value, _)) = options.get(at) {
            choose(*value);
        }
    };
    let rows = options.iter().enumerate().map(|(at, (value, name))| {
        view! { <option value=at.to_string() prop:selected=move || chosen.get() == *value>{*name}</option> }
    });
    view! { <select class="choice" aria-label=label on:change=changed>{rows.collect_view()}</select> }
}
