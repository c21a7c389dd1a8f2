//! The map as a table: every country with a standing in the shown blocs.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::status_at;
use entente_atlas::query::search::folded;
use entente_atlas::{BlocIx, CountryIx};

use super::Page;
use super::node::{Node, element};

/// The table, under its heading, which edition of the facts it is of, and the way to the stories.
pub fn table(page: &Page<'_>) -> Vec<Node> {
    let mut nodes = rows(page);
    let edition =
        format!("Data of {}. Memberships of the past are drawn on the borders of today. ", page.atlas.version());
    let stories = element("a").with("href", "stories/index.html").text("Stories");
    nodes.push(element("p").class("colophon").text(edition).child(stories));
    nodes
}

fn rows(page: &Page<'_>) -> Vec<Node> {
    let heading = element("h2").text("Who is in what");
    let blocs: Vec<BlocIx> = page.view.blocs.iter().chain(&page.view.outlined).copied().collect();
    if blocs.is_empty() {
        return vec![heading, element("p").text("Choose a bloc to list its members here.")];
    }
    let countries = countries(page, &blocs);
    let date = page.date().in_words();
    let caption = format!("{} countries with a standing in the shown blocs on {date}.", countries.len());
    let heads = blocs.iter().map(|bloc| element("th").with("scope", "col").child(page.bloc(*bloc)));
    let head = element("tr").child(element("th").with("scope", "col").text("Country")).children(heads);
    let rows = countries.into_iter().map(|country| row(page, country, &blocs));
    let table = element("table")
        .child(element("caption").text(caption))
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
    let scroll =
        element("div").class("scroll").with("role", "region").with("aria-label", "Members").with("tabindex", "0");
    vec![heading, scroll.child(table)]
}

fn countries(page: &Page<'_>, blocs: &[BlocIx]) -> Vec<CountryIx> {
    let date = page.date();
    let rows = blocs.iter().flat_map(|bloc| page.atlas.memberships_of_bloc(*bloc));
    let mut countries: Vec<CountryIx> = rows.filter(|row| row.span.contains(date)).map(|row| row.country).collect();
    countries.order_by_key(|country| (folded(page.atlas.country(*country).name()), *country));
    countries.dedup();
    countries
}

fn row(page: &Page<'_>, country: CountryIx, blocs: &[BlocIx]) -> Node {
    let date = page.date();
    let cell = |bloc: &BlocIx| {
        let Some(status) = status_at(page.atlas, country, *bloc, date) else { return element("td") };
        let mut spells = page.atlas.memberships_between(country, *bloc);
        let since = spells.find(|row| row.status == status && row.span.contains(date));
        let since = since.map(|row| format!(", {}", row.span.from)).unwrap_or_default();
        element("td").text(format!("{}{since}", status.noun(false)))
    };
    let name = element("th").with("scope", "row").child(page.country(country));
    element("tr").child(name).children(blocs.iter().map(cell))
}
