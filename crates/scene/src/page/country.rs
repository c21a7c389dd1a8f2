//! A country: where it belongs at the date by theme, its agreements, and what it left.

use entente_atlas::query::profile;
use entente_atlas::{Agreement, CountryIx, CountryStatus, Membership, Theme};

use super::facts::{agreement, membership, section};
use super::node::{Node, element};
use super::{Page, Panel};

pub(super) fn panel(page: &Page<'_>, country: CountryIx) -> Panel {
    let date = page.date();
    let profile = profile::country(page.atlas, country, date);
    let intro = match profile.standings.len() {
        0 => format!("In none of our blocs on {}.", date.in_words()),
        1 => format!("In one of our blocs on {}.", date.in_words()),
        many => format!("In {many} of our blocs on {}.", date.in_words()),
    };
    let mut body = vec![element("p").class("summary").text(intro)];
    for theme in Theme::ALL {
        let of_theme = profile.standings.iter().filter(|standing| standing.theme == *theme);
        let rows = of_theme.map(|standing| membership(page, page.bloc(standing.bloc), standing.row));
        body.extend(section(theme.name(), rows.collect()));
    }
    body.extend(agreements(page, "Its agreements", &profile.agreements));
    body.extend(agreements(page, "Through its blocs", &profile.through_blocs));
    body.extend(rows(page, "Formerly", &profile.past));
    body.extend(rows(page, "Later", &profile.later));
    Panel { title: page.atlas.country(country).name().to_owned(), kind: kind(page, country), body }
}

fn rows(page: &Page<'_>, title: &str, rows: &[&Membership]) -> Vec<Node> {
    section(title, rows.iter().map(|row| membership(page, page.bloc(row.bloc), row)).collect())
}

fn agreements(page: &Page<'_>, title: &str, all: &[&Agreement]) -> Vec<Node> {
    section(title, all.iter().map(|one| agreement(page, one)).collect())
}

/// Such as `UN member · South-eastern Asia · Singapore`.
fn kind(page: &Page<'_>, ix: CountryIx) -> String {
    let country = page.atlas.country(ix);
    let status = match (country.status, country.of) {
        (CountryStatus::UnMember, _) => "UN member".to_owned(),
        (CountryStatus::UnObserver, _) => "UN observer".to_owned(),
        (CountryStatus::Territory, Some(of)) => format!("territory of {}", page.atlas.country(of).name()),
        (CountryStatus::Territory, None) => "territory".to_owned(),
        (CountryStatus::Disputed, _) => "disputed".to_owned(),
        (CountryStatus::Vanished, _) => "former state".to_owned(),
        (CountryStatus::Other, _) => "not in the UN".to_owned(),
    };
    let place = if country.subregion.is_empty() { &country.region } else { &country.subregion };
    let parts = [status.as_str(), place, &country.capital];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
