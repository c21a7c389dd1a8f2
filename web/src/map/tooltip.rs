//! A short note beside the pointer: who this is, and how it stands in the shown blocs.

use entente_atlas::query::at::status_at;
use entente_atlas::query::sentence;
use entente_atlas::{CountryIx, Status};
use entente_scene::camera::ScreenPoint;
use entente_scene::emphasis::Target;
use entente_scene::page::node::element;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::desk::Desk;
use crate::parts::later::later;
use crate::parts::nodes;
use crate::parts::watch::watch;

/// The land is set off first, the note a frame later: it must not hold up what is looked at.
const LAG_MILLIS: i32 = 20;

/// The note; nothing while the pointer is on nothing.
#[component]
pub(super) fn Tooltip(
    /// The page's state.
    desk: Desk,
    /// Where the pointer is, while it is on something.
    pointer: RwSignal<Option<ScreenPoint>>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let told = StoredValue::new(None);
    watch(move || {
        let target = desk.hover.get();
        desk.view.track();
        // Words about another are taken away at once.
        if let (true, Some(place)) = (told.get_value() != target, place.get()) {
            place.set_hidden(true);
            told.set_value(target);
        }
        later(LAG_MILLIS, move || {
            if let Some(place) = place.get_untracked() {
                write(desk, &place);
            }
        });
    });
    watch(move || {
        let (at, Some(place)) = (pointer.get(), place.get()) else { return };
        let (x, y) = at.map_or((12, 12), |at| ((at.x_px + 14.0).round() as i32, (at.y_px + 16.0).round() as i32));
        // Kept within the map, so that the note is never cut off.
        let style = HtmlElement::style(&place);
        let move_to =
            format!("translate(min({x}px, calc(100cqi - 100% - 8px)), min({y}px, calc(100cqb - 100% - 8px)))");
        let _ = style.set_property("transform", &move_to);
    });
    view! { <div class="tooltip" role="status" node_ref=place hidden></div> }
}

fn write(desk: Desk, place: &HtmlElement) {
    let target = desk.hover.get_untracked();
    place.set_hidden(target.is_none());
    if let Some((name, lines)) = target.map(|target| lines(desk, target)) {
        let mut nodes = vec![element("b").text(name)];
        nodes.extend(lines.into_iter().map(|line| element("div").text(line)));
        nodes::replace(place, &nodes);
    }
}

fn lines(desk: Desk, target: Target) -> (String, Vec<String>) {
    let atlas = desk.atlas();
    match target {
        Target::Country(country) => (atlas.country(country).name().to_owned(), standings(desk, country)),
        Target::Countries(countries) => (sentence::names(atlas, countries), Vec::new()),
        Target::Bloc(bloc) => {
            let bloc = atlas.bloc(bloc);
            (bloc.short.clone(), vec![bloc.name().to_owned()])
        }
        Target::Agreement(agreement) => {
            let agreement = atlas.agreement(agreement);
            (agreement.name.clone(), vec![format!("signed {}", agreement.signed.in_words())])
        }
    }
}

fn standings(desk: Desk, country: CountryIx) -> Vec<String> {
    let date = desk.date();
    let shown = desk.view.with(|view| view.blocs.iter().chain(&view.outlined).copied().collect::<Vec<_>>());
    let mut lines: Vec<String> = shown
        .into_iter()
        .filter_map(|bloc| {
            let status = status_at(desk.atlas(), country, bloc, date)?;
            let short = &desk.atlas().bloc(bloc).short;
            Some(match status {
                Status::Member => format!("in {short}"),
                status => format!("{short}: {}", status.noun(false)),
            })
        })
        .collect();
    if lines.is_empty() {
        lines.push("in none of the shown blocs".into());
    }
    lines
}
