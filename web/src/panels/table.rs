//! The same as a table: every country with a standing in the shown blocs.

use entente_atlas::query::at::status_at;
use entente_atlas::{BlocIx, CountryIx, Date};
use entente_scene::view::Selection;
use leptos::prelude::*;

use super::fact::country_link;
use crate::desk::Desk;

/// The table below the map, and the page's last words.
#[component]
pub(crate) fn Table(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        desk.view.with(|view| view.blocs.iter().chain(&view.outlined).copied().collect::<Vec<_>>())
    });
    let date = Memo::new(move |_| desk.date());
    view! {
        <section class="table" id="table" tabindex="-1" aria-label="The same as a table">
            <h2>"Who is in what"</h2>
            {move || table(desk, &shown.get(), date.get())}
            <footer class="colophon">
                <p>
                    "Shapes: Natural Earth, adapted to United Nations views by Visionscarto. Facts: each with its source, a click away; counted by country, so bodies that are members themselves, like the EU in the WTO, are not. Borders stand for no opinion."
                </p>
            </footer>
        </section>
    }
}

fn table(desk: Desk, blocs: &[BlocIx], date: Date) -> AnyView {
    if blocs.is_empty() {
        return view! { <p>"Choose a bloc to list its members here."</p> }.into_any();
    }
    let heads: Vec<AnyView> = blocs
        .iter()
        .map(|bloc| {
            let bloc = *bloc;
            let short = desk.atlas.bloc(bloc).short.clone();
            view! {
                <th scope="col">
                    <button class="link" on:click=move |_| desk.select(Selection::Bloc(bloc))>{short}</button>
                </th>
            }
            .into_any()
        })
        .collect();
    let rows: Vec<AnyView> =
        countries(desk, blocs, date).into_iter().map(|country| row(desk, country, blocs, date)).collect();
    let caption = format!("{} countries with a standing in the shown blocs on {}.", rows.len(), date.in_words());
    view! {
        <div class="scroll" role="region" aria-label="Members" tabindex="0">
            <table>
                <caption>{caption}</caption>
                <thead><tr><th scope="col">"Country"</th> {heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn countries(desk: Desk, blocs: &[BlocIx], date: Date) -> Vec<CountryIx> {
    let rows = blocs.iter().flat_map(|bloc| desk.atlas.memberships_of_bloc(*bloc));
    let mut countries: Vec<CountryIx> =
        rows.filter(|row| row.span.contains(date)).map(|row| row.country).collect();
    countries.sort_by_key(|country| desk.atlas.country(*country).name());
    countries.dedup();
    countries
}

fn row(desk: Desk, country: CountryIx, blocs: &[BlocIx], date: Date) -> AnyView {
    let cells: Vec<AnyView> = blocs
        .iter()
        .map(|bloc| {
            let Some(status) = status_at(desk.atlas, country, *bloc, date) else {
                return view! { <td></td> }.into_any();
            };
            let mut spells = desk.atlas.memberships_between(country, *bloc);
            let since = spells.find(|row| row.status == status && row.span.contains(date));
            let since = since.map(|row| format!(", {}", row.span.from)).unwrap_or_default();
            view! { <td>{status.noun(false)}{since}</td> }.into_any()
        })
        .collect();
    view! { <tr><th scope="row">{country_link(desk, country)}</th> {cells}</tr> }.into_any()
}
