//! A bloc: what it is, who is in it and how at the date, its turning points, agreements and sources.

use entente_atlas::query::profile;
use entente_atlas::{Bloc, BlocIx, CountrySet, Date, Kin, Status};
use entente_scene::action::Action;
use leptos::prelude::*;

use super::fact::{agreement_row, bloc_link, country_link, membership_row, source_list};
use crate::desk::Desk;

/// The panel of a bloc.
#[component]
pub(super) fn BlocPanel(
    /// The page's state.
    desk: Desk,
    /// Which bloc.
    bloc: BlocIx,
) -> impl IntoView {
    let date = Memo::new(move |_| desk.date());
    let shown = Memo::new(move |_| desk.view.with(|view| view.blocs.contains(&bloc) || view.outlined.contains(&bloc)));
    let one = desk.atlas.bloc(bloc);
    view! {
        <p class="summary">{one.summary.clone()}</p>
        <p>
            <button class="button" on:click=move |_| desk.act(Action::ToggleBloc(bloc))>
                {move || if shown.get() { "Take off the map" } else { "Show on the map" }}
            </button>
        </p>
        {facts(desk, one)}
        {move || countries(desk, bloc, date.get())}
        {events(desk, one)}
        {agreements(desk, bloc)}
        <h3>"Sources"</h3>
        {source_list(desk, &one.sources)}
    }
}

fn facts(desk: Desk, bloc: &Bloc) -> AnyView {
    let row = |term: &'static str, words: String| {
        (!words.is_empty()).then(|| view! { <dt>{term}</dt> <dd>{words}</dd> })
    };
    let kin = |term: &'static str, kin: &[Kin]| {
        let names: Vec<AnyView> = kin
            .iter()
            .map(|kin| match kin {
                Kin::Bloc(bloc) => bloc_link(desk, *bloc),
                Kin::Name(name) => view! { <span>{name.clone()}</span> }.into_any(),
            })
            .collect();
        (!names.is_empty()).then(|| view! { <dt>{term}</dt> <dd class="chips">{names}</dd> })
    };
    let in_force = bloc.in_force.filter(|edge| *edge != bloc.founded).map(|edge| edge.in_words()).unwrap_or_default();
    let website = (!bloc.website.is_empty()).then(|| {
        view! { <dt>"Website"</dt> <dd><a href=bloc.website.clone() rel="noreferrer" target="_blank">{bloc.website.clone()}</a></dd> }
    });
    view! {
        <dl>
            {row("Founded", bloc.founded.in_words())}
            {row("By", bloc.instrument.clone())}
            {row("In force", in_force)}
            {row("Ended", bloc.ended.map(|edge| edge.in_words()).unwrap_or_default())}
            {row("Seat", bloc.seat.as_ref().map(|seat| seat.site.place.clone()).unwrap_or_default())}
            {kin("Before", &bloc.predecessors)}
            {kin("After", &bloc.successors)}
            {website}
        </dl>
    }
    .into_any()
}

fn countries(desk: Desk, bloc: BlocIx, date: Date) -> AnyView {
    let profile = profile::bloc(desk.atlas, bloc, date);
    let groups: Vec<AnyView> =
        profile.countries.iter().map(|(status, set)| group(desk, bloc, date, *status, *set)).collect();
    let left: Vec<AnyView> = desk
        .atlas
        .memberships_of_bloc(bloc)
        .iter()
        .filter(|row| row.status == Status::Member && row.span.to.is_some_and(|to| to.earliest() <= date))
        .map(|row| membership_row(desk, country_link(desk, row.country), row))
        .collect();
    let left = (!left.is_empty()).then(|| view! { <h3>"Earlier memberships"</h3> <ul>{left}</ul> });
    let none = groups.is_empty().then(|| view! { <p class="summary">{format!("No members on {}.", date.in_words())}</p> });
    view! { {none} {groups} {left} }.into_any()
}

fn group(desk: Desk, bloc: BlocIx, date: Date, status: Status, set: CountrySet) -> AnyView {
    let mut rows: Vec<_> = desk
        .atlas
        .memberships_of_bloc(bloc)
        .iter()
        .filter(|row| row.status == status && set.contains(row.country) && row.span.contains(date))
        .collect();
    rows.sort_by_key(|row| desk.atlas.country(row.country).name());
    let list: Vec<AnyView> =
        rows.iter().map(|row| membership_row(desk, country_link(desk, row.country), row)).collect();
    let title = status.noun(true);
    view! { <h3>{format!("{} {title}", list.len())}</h3> <ul>{list}</ul> }.into_any()
}

fn events(desk: Desk, bloc: &Bloc) -> Option<AnyView> {
    let rows: Vec<AnyView> = bloc
        .events
        .iter()
        .map(|event| {
            view! {
                <li class="fact">
                    <span>{event.text.clone()}</span>
                    <span class="when">{event.on.in_words()}</span>
                    <details><summary>"Source"</summary>{source_list(desk, &event.sources)}</details>
                </li>
            }
            .into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <h3>"Turning points"</h3> <ul>{rows}</ul> }.into_any())
}

fn agreements(desk: Desk, bloc: BlocIx) -> Option<AnyView> {
    let rows: Vec<AnyView> = desk.atlas.agreements_of_bloc(bloc).map(|one| agreement_row(desk, one)).collect();
    (!rows.is_empty()).then(|| view! { <h3>"Its agreements"</h3> <ul>{rows}</ul> }.into_any())
}
