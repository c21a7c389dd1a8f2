//! A country: where it belongs at the date by theme, its agreements, and what it left.

use entente_atlas::query::at::Standing;
use entente_atlas::query::profile;
use entente_atlas::{CountryIx, Membership, Theme};
use leptos::prelude::*;

use super::fact::{agreement_row, bloc_link, membership_row};
use crate::desk::Desk;

/// The panel of a country.
#[component]
pub(super) fn CountryPanel(
    /// The page's state.
    desk: Desk,
    /// Which country.
    country: CountryIx,
) -> impl IntoView {
    let date = Memo::new(move |_| desk.date());
    move || {
        let profile = profile::country(desk.atlas, country, date.get());
        let count = profile.standings.len();
        let intro = match count {
            0 => format!("In none of our blocs on {}.", date.get().in_words()),
            1 => format!("In one of our blocs on {}.", date.get().in_words()),
            _ => format!("In {count} of our blocs on {}.", date.get().in_words()),
        };
        view! {
            <p class="summary">{intro}</p>
            {themes(desk, &profile.standings)}
            {agreements(desk, "Its agreements", &profile.agreements)}
            {agreements(desk, "Through its blocs", &profile.through_blocs)}
            {rows(desk, "Formerly", &profile.past)}
            {rows(desk, "Later", &profile.later)}
        }
    }
}

fn themes(desk: Desk, standings: &[Standing<'_>]) -> Vec<AnyView> {
    let of_theme = |theme: &Theme| {
        let rows: Vec<AnyView> = standings
            .iter()
            .filter(|standing| standing.theme == *theme)
            .map(|standing| membership_row(desk, bloc_link(desk, standing.bloc), standing.row))
            .collect();
        (!rows.is_empty()).then(|| view! { <h3>{theme.name()}</h3> <ul>{rows}</ul> }.into_any())
    };
    Theme::ALL.iter().filter_map(of_theme).collect()
}

fn rows(desk: Desk, title: &'static str, rows: &[&Membership]) -> Option<AnyView> {
    let rows: Vec<AnyView> = rows.iter().map(|row| membership_row(desk, bloc_link(desk, row.bloc), row)).collect();
    (!rows.is_empty()).then(|| view! { <h3>{title}</h3> <ul>{rows}</ul> }.into_any())
}

fn agreements(desk: Desk, title: &'static str, agreements: &[&entente_atlas::Agreement]) -> Option<AnyView> {
    let rows: Vec<AnyView> = agreements.iter().map(|agreement| agreement_row(desk, agreement)).collect();
    (!rows.is_empty()).then(|| view! { <h3>{title}</h3> <ul>{rows}</ul> }.into_any())
}
