//! One dated fact with its sources a click away, and the small links that facts are made of.

use entente_atlas::{Agreement, Membership, SourceIx, Span, Status};
use entente_scene::view::Selection;
use leptos::prelude::*;

use crate::desk::Desk;

/// A name that turns the panel to what it names.
pub(super) fn named(desk: Desk, selection: Selection, text: String) -> AnyView {
    view! { <button class="link" on:click=move |_| desk.select(selection)>{text}</button> }.into_any()
}

/// A country's name, as a link to its panel.
pub(super) fn country_link(desk: Desk, country: entente_atlas::CountryIx) -> AnyView {
    named(desk, Selection::Country(country), desk.atlas.country(country).name().to_owned())
}

/// A bloc's short name, as a link to its panel.
pub(super) fn bloc_link(desk: Desk, bloc: entente_atlas::BlocIx) -> AnyView {
    named(desk, Selection::Bloc(bloc), desk.atlas.bloc(bloc).short.clone())
}

/// `since 8 August 1967`, or `1967 to 1984`.
pub(super) fn span_words(span: Span) -> String {
    match span.to {
        None => format!("since {}", span.from.in_words()),
        Some(to) => format!("{} to {}", span.from.in_words(), to.in_words()),
    }
}

/// A membership as one row: a name, its status, its span, note and sources.
pub(super) fn membership_row(desk: Desk, name: AnyView, row: &Membership) -> AnyView {
    let status = (row.status != Status::Member).then(|| {
        view! { <span class="status">{row.status.noun(false)}</span> }
    });
    let note = (!row.note.is_empty()).then(|| view! { <p class="note">{row.note.clone()}</p> });
    let flag = row.unverified.then(|| view! { <p class="note flag">"Not verified in any source we could read."</p> });
    view! {
        <li class="fact">
            <span>{name}{status}</span>
            <span class="when">{span_words(row.span)}</span>
            {note}
            {flag}
            {folded_sources(desk, &row.sources)}
        </li>
    }
    .into_any()
}

/// An agreement as one row.
pub(super) fn agreement_row(desk: Desk, agreement: &Agreement) -> AnyView {
    let name = named(desk, Selection::Agreement(agreement.ix), agreement.name.clone());
    let when = match agreement.ended {
        Some(ended) => format!("{} to {}", agreement.signed.in_words(), ended.in_words()),
        None => agreement.signed.in_words(),
    };
    view! { <li class="fact"><span>{name}</span><span class="when">{when}</span></li> }.into_any()
}

fn folded_sources(desk: Desk, sources: &[SourceIx]) -> AnyView {
    if sources.is_empty() {
        return ().into_any();
    }
    let says = if sources.len() == 1 { "Source".to_owned() } else { format!("{} sources", sources.len()) };
    view! {
        <details>
            <summary>{says}</summary>
            {source_list(desk, sources)}
        </details>
    }
    .into_any()
}

/// Sources with title, publisher, date and address.
pub(super) fn source_list(desk: Desk, sources: &[SourceIx]) -> AnyView {
    let rows = sources.iter().map(|ix| {
        let source = desk.atlas.source(*ix);
        let published = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
        view! {
            <li>
                <a href=source.url.clone() rel="noreferrer" target="_blank">{source.title.clone()}</a>
                {format!(" ({}{published}; read {})", source.publisher, source.read.in_words())}
            </li>
        }
    });
    view! { <ul class="sources">{rows.collect_view()}</ul> }.into_any()
}
