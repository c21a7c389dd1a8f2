//! The panel: whatever is selected, told in full; a sheet from below on a phone.

use entente_scene::action::Action;
use entente_scene::emphasis::Target;
use entente_scene::view::{Panel, Selection};
use leptos::prelude::*;

use super::{agreement::AgreementPanel, bloc::BlocPanel, country::CountryPanel};
use crate::desk::Desk;
use crate::parts::icon::{Icon, Sign};

/// The panel of the selection; nothing where nothing is selected or it was closed.
#[component]
pub(crate) fn PanelFor(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let selected = Memo::new(move |_| desk.view.with(|view| view.select.filter(|_| view.panel == Panel::Auto)));
    move || {
        selected.get().map(|selection| {
            let body = match selection {
                Selection::Country(country) => view! { <CountryPanel desk=desk country=country /> }.into_any(),
                Selection::Bloc(bloc) => view! { <BlocPanel desk=desk bloc=bloc /> }.into_any(),
                Selection::Agreement(agreement) => {
                    view! { <AgreementPanel desk=desk agreement=agreement /> }.into_any()
                }
            };
            let (name, kind) = heading(desk, selection);
            let label = name.clone();
            let can_fly = !matches!(selection, Selection::Agreement(_));
            view! {
                <aside class="panel" aria-label=label on:keydown=move |event| {
                    if event.key() == "Escape" {
                        desk.act(Action::ClosePanel);
                    }
                }>
                    <header class="panel-head">
                        <div>
                            <h2>{name}</h2>
                            <p>{kind}</p>
                        </div>
                        {can_fly.then(|| view! {
                            <button
                                class="button"
                                on:click=move |_| desk.fly_to.set(Some(Target::from(selection)))
                            >
                                "Zoom to"
                            </button>
                        })}
                        <button class="button" aria-label="Close" on:click=move |_| desk.act(Action::Select(None))>
                            <span class="cross"><Icon sign=Sign::Cross /></span>
                        </button>
                    </header>
                    <div class="panel-body" tabindex="0">{body}</div>
                </aside>
            }
        })
    }
}

fn heading(desk: Desk, selection: Selection) -> (String, String) {
    let atlas = desk.atlas;
    match selection {
        Selection::Country(ix) => {
            let country = atlas.country(ix);
            (country.name().to_owned(), country_kind(desk, ix))
        }
        Selection::Bloc(ix) => {
            let bloc = atlas.bloc(ix);
            let kind = bloc.kind.as_str().replace('-', " ");
            let full = if bloc.name() == bloc.short { String::new() } else { format!("{} · ", bloc.name()) };
            (bloc.short.clone(), format!("{full}{} {kind}", bloc.scope.as_str()))
        }
        Selection::Agreement(ix) => {
            let agreement = atlas.agreement(ix);
            let kind = agreement.kind.as_str().replace('-', " ");
            (agreement.name.clone(), format!("{kind} · {}", agreement.theme.name()))
        }
    }
}

fn country_kind(desk: Desk, ix: entente_atlas::CountryIx) -> String {
    use entente_atlas::CountryStatus;
    let country = desk.atlas.country(ix);
    let place = if country.subregion.is_empty() { &country.region } else { &country.subregion };
    let of = country.of.map(|of| desk.atlas.country(of).name().to_owned());
    let status = match (country.status, of) {
        (CountryStatus::UnMember, _) => "UN member".to_owned(),
        (CountryStatus::UnObserver, _) => "UN observer".to_owned(),
        (CountryStatus::Territory, Some(of)) => format!("territory of {of}"),
        (CountryStatus::Territory, None) => "territory".to_owned(),
        (CountryStatus::Disputed, _) => "disputed area".to_owned(),
        (CountryStatus::Vanished, _) => "former state".to_owned(),
        (CountryStatus::Other, _) => "no UN member".to_owned(),
    };
    let capital = if country.capital.is_empty() { String::new() } else { format!(" · {}", country.capital) };
    format!("{status} · {place}{capital}")
}
