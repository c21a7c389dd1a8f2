//! A short note beside the pointer: who this is, and how it stands in the shown blocs.

use entente_atlas::query::at::status_at;
use entente_atlas::{CountryIx, Status};
use entente_scene::camera::ScreenPoint;
use entente_scene::emphasis::Target;
use leptos::prelude::*;

use crate::desk::Desk;

/// The note; nothing while the pointer is on nothing.
#[component]
pub(super) fn Tooltip(
    /// The page's state.
    desk: Desk,
    /// Where the pointer is, while it is on something.
    pointer: RwSignal<Option<ScreenPoint>>,
) -> impl IntoView {
    let lines = Memo::new(move |_| desk.hover.get().map(|target| lines(desk, target)));
    let place = move || {
        pointer.get().map_or("translate(12px, 12px)".to_owned(), |at| {
            // Left of the pointer on the right half, so that the note never leaves the map.
            let (x, y) = ((at.x_px + 14.0).round() as i32, (at.y_px + 16.0).round() as i32);
            format!("translate(min({x}px, calc(100cqi - 100% - 8px)), min({y}px, calc(100cqb - 100% - 8px)))")
        })
    };
    move || {
        lines.get().map(|(name, lines)| {
            view! {
                <div class="tooltip" role="status" style:transform=place>
                    <b>{name}</b>
                    {lines.into_iter().map(|line| view! { <div>{line}</div> }).collect_view()}
                </div>
            }
        })
    }
}

fn lines(desk: Desk, target: Target) -> (String, Vec<String>) {
    let atlas = desk.atlas;
    match target {
        Target::Country(country) => (atlas.country(country).name().to_owned(), standings(desk, country)),
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
            let status = status_at(desk.atlas, country, bloc, date)?;
            let short = &desk.atlas.bloc(bloc).short;
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
