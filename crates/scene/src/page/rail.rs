//! The rail: every bloc by theme with its colour and count, or what a search found.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::{members, status_at};
use entente_atlas::query::reach::reach;
use entente_atlas::query::search::Entity;
use entente_atlas::{Bloc, BlocIx, CountryIx, Theme};

use super::Page;
use super::node::{Node, element};
use crate::build::inks::ink_of;
use crate::style::{Colour, custom_property};
use crate::view::Selection;

/// What changes in a row while the rail stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowState {
    /// Whether the bloc is shown at all.
    pub is_shown: bool,
    /// Whether it is shown by its outline alone.
    pub is_outlined: bool,
    /// How many members it has at the date.
    pub count: usize,
    /// Its colour on the map, as a CSS value.
    pub colour: String,
}

/// The state of a bloc's row.
pub fn row_state(page: &Page<'_>, bloc: BlocIx) -> RowState {
    let is_outlined = page.view.outlined.contains(&bloc);
    let ink = ink_of(page.view, bloc);
    RowState {
        is_shown: is_outlined || page.view.blocs.contains(&bloc),
        is_outlined,
        count: members(page.atlas, bloc, page.date()).len(),
        colour: ink.map_or("transparent".into(), |ink| format!("var({})", custom_property(Colour::Bloc(ink)))),
    }
}

/// Which blocs are listed: those that are all that is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice {
    /// About this, in the first place or not.
    pub theme: Option<Theme>,
    /// Of this reach, a word of [`REACHES`](entente_atlas::query::reach::REACHES).
    pub reach: Option<&'static str>,
    /// With a standing of this country at the date.
    pub country: Option<CountryIx>,
}

impl Choice {
    fn holds(&self, page: &Page<'_>, bloc: &Bloc) -> bool {
        self.theme.is_none_or(|theme| bloc.themes.contains(&theme))
            && self.reach.is_none_or(|words| reach(page.atlas, bloc.ix) == words)
            && self.country.is_none_or(|country| status_at(page.atlas, country, bloc.ix, page.date()).is_some())
    }
}

/// The chosen blocs, each under its main theme, by short name.
pub fn by_theme(page: &Page<'_>, choice: &Choice) -> Vec<Node> {
    let mut nodes = Vec::new();
    for theme in Theme::ALL {
        let of_theme = |bloc: &&Bloc| bloc.theme() == *theme && choice.holds(page, bloc);
        let mut blocs: Vec<&Bloc> = page.atlas.blocs().iter().filter(of_theme).collect();
        blocs.order_by_key(|bloc| bloc.short.to_ascii_lowercase());
        if !blocs.is_empty() {
            let count = element("span").class("count").text(blocs.len().to_string());
            nodes.push(element("h2").text(theme.name()).child(count));
            nodes.extend(blocs.into_iter().map(|bloc| row(page, bloc)));
        }
    }
    if nodes.is_empty() {
        nodes.push(element("p").class("rail-none").with("role", "status").text("No bloc of ours is all of this."));
    }
    nodes
}

/// What a search found, best first.
pub fn found(page: &Page<'_>, hits: &[Entity]) -> Vec<Node> {
    if hits.is_empty() {
        let says = "Nothing found. Try an acronym, a country’s name or its code.";
        return vec![element("p").class("rail-none").with("role", "status").text(says)];
    }
    let row = |hit: &Entity| match hit {
        Entity::Bloc(bloc) => row(page, page.atlas.bloc(*bloc)),
        Entity::Country(country) => {
            let one = page.atlas.country(*country);
            page.named(Selection::Country(*country), one.name())
                .class("rail-hit")
                .with("data-country", one.code.as_str())
                .child(element("small").text(format!(" {}", one.code)))
        }
    };
    let mut nodes = vec![element("h2").text("Found")];
    nodes.extend(hits.iter().map(row));
    nodes
}

/// One bloc: a box to show it, its colour and count, a button for its outline, and a way to its panel.
fn row(page: &Page<'_>, bloc: &Bloc) -> Node {
    let label = element("label")
        .with("title", bloc.name())
        .child(element("input").with("type", "checkbox"))
        .child(element("span").class("chip"))
        .child(element("span").class("name").text(bloc.short.as_str()))
        .child(element("span").class("count"));
    let says = format!("Show {} by its outline alone", bloc.short);
    let outline = element("button")
        .class("about outline")
        .with("type", "button")
        .with("aria-label", says.as_str())
        .with("title", says)
        .child(icon("M5 8l6-3 8 4-1 8-8 3-5-5z"));
    let about = page
        .named(Selection::Bloc(bloc.ix), "")
        .class("about")
        .with("aria-label", format!("About {}", bloc.short))
        .child(icon("M9 5l7 7-7 7"));
    element("div").class("rail-row").with("data-bloc", bloc.id.as_str()).child(label).child(outline).child(about)
}

fn icon(path: &str) -> Node {
    let line = element("path").with("d", path);
    element("svg").with("viewBox", "0 0 24 24").with("aria-hidden", "true").child(line)
}
