//! An agreement: its parties, dates, what it does, and who says so.

use entente_atlas::{AgreementIx, Party};
use leptos::prelude::*;

use super::fact::{bloc_link, country_link, source_list};
use crate::desk::Desk;

/// The panel of an agreement.
#[component]
pub(super) fn AgreementPanel(
    /// The page's state.
    desk: Desk,
    /// Which agreement.
    agreement: AgreementIx,
) -> impl IntoView {
    let one = desk.atlas.agreement(agreement);
    let parties: Vec<AnyView> = one
        .parties
        .iter()
        .map(|party| match party {
            Party::Country(country) => country_link(desk, *country),
            Party::Bloc(bloc) => bloc_link(desk, *bloc),
        })
        .collect();
    let row = |term: &'static str, words: String| {
        (!words.is_empty()).then(|| view! { <dt>{term}</dt> <dd>{words}</dd> })
    };
    let note = (!one.note.is_empty()).then(|| view! { <p>{one.note.clone()}</p> });
    view! {
        <p class="summary">{one.summary.clone()}</p>
        {note}
        <dl>
            {row("Signed", one.signed.in_words())}
            {row("In force", one.in_force.map(|edge| edge.in_words()).unwrap_or_default())}
            {row("Ended", one.ended.map(|edge| edge.in_words()).unwrap_or_default())}
            {row("Place", one.site.as_ref().map(|site| site.place.clone()).unwrap_or_default())}
        </dl>
        <h3>"Parties"</h3>
        <div class="chips">{parties}</div>
        <h3>"Sources"</h3>
        {source_list(desk, &one.sources)}
    }
}
