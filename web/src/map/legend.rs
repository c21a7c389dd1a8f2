//! The legend: what the signs mean, each drawn as the map draws it.

use entente_scene::build::legend::{Entry, Swatch};
use entente_scene::emphasis::Target;
use entente_scene::mark::Dash;
use entente_scene::pattern::{Coat, Part, Tile, coats};
use entente_scene::style::{Colour, custom_property};
use entente_scene::view::Selection;
use leptos::prelude::*;

use crate::desk::Desk;

/// The legend of the picture.
#[component]
pub(crate) fn LegendList(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let legend = Memo::new(move |_| desk.words.with(|words| words.legend.clone()));
    move || {
        legend.get().map(|legend| {
            let rows: Vec<_> = legend.entries.into_iter().enumerate().map(|(at, entry)| row(desk, at, entry)).collect();
            view! {
                <section class="legend" aria-label="Legend">
                    <ul>{rows}</ul>
                    <p class="policy">{legend.policy}</p>
                </section>
            }
        })
    }
}

fn row(desk: Desk, at: usize, entry: Entry) -> AnyView {
    let Entry { swatch, text, count, bloc } = entry;
    let name = match bloc {
        Some(bloc) => view! {
            <button
                class="link"
                on:click=move |_| desk.select(Selection::Bloc(bloc))
                on:pointerenter=move |_| desk.hover.set(Some(Target::Bloc(bloc)))
                on:pointerleave=move |_| desk.hover.set(None)
            >
                {text}
            </button>
        }
        .into_any(),
        None => view! { <span>{text}</span> }.into_any(),
    };
    view! { <li>{picture(at, &swatch)} {name} <span class="count">{count}</span></li> }.into_any()
}

fn paint_of(colour: Colour) -> String {
    format!("var({})", custom_property(colour))
}

fn picture(at: usize, swatch: &Swatch) -> AnyView {
    let inside = match swatch {
        Swatch::Fill(paint) => coats(paint)
            .into_iter()
            .enumerate()
            .map(|(nth, coat)| match coat {
                Coat::Flat(colour) => view! { <rect width="28" height="16" fill=paint_of(colour) /> }.into_any(),
                Coat::Tiled(tile) => tiled(&format!("sign-{at}-{nth}"), &tile),
            })
            .collect_view()
            .into_any(),
        Swatch::Line(pen) => {
            let dashes = match pen.dash {
                Dash::Solid => "none",
                Dash::Dashed => "4 3",
                Dash::Dotted => "0.1 4",
            };
            view! {
                <path
                    d="M1 8H27"
                    fill="none"
                    stroke=paint_of(pen.colour)
                    stroke-width="2.5"
                    stroke-linecap="round"
                    stroke-dasharray=dashes
                />
            }
            .into_any()
        }
    };
    view! { <svg class="swatch" viewBox="0 0 28 16" aria-hidden="true">{inside}</svg> }.into_any()
}

fn tiled(id: &str, tile: &Tile) -> AnyView {
    let middle = tile.side_px / 2.0;
    let parts: Vec<AnyView> = tile
        .parts
        .iter()
        .map(|part| match part {
            Part::Rectangle { x_px, y_px, width_px, height_px, colour } => {
                view! { <rect x=*x_px y=*y_px width=*width_px height=*height_px fill=paint_of(*colour) /> }.into_any()
            }
            Part::Disc { radius_px, colour } => {
                view! { <circle cx=middle cy=middle r=*radius_px fill=paint_of(*colour) /> }.into_any()
            }
            Part::Ring { radius_px, width_px, colour } => view! {
                <circle cx=middle cy=middle r=*radius_px fill="none" stroke-width=*width_px stroke=paint_of(*colour) />
            }
            .into_any(),
        })
        .collect();
    let turn = format!("rotate({})", tile.turn_deg.round() as i32);
    view! {
        <pattern
            id=id.to_owned()
            patternUnits="userSpaceOnUse"
            width=tile.side_px
            height=tile.side_px
            patternTransform=turn
        >
            {parts}
        </pattern>
        <rect width="28" height="16" fill=format!("url(#{id})") />
    }
    .into_any()
}
