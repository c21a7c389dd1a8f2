//! Laws of charts on the real facts: their numbers are the answers to the links they carry, and every link is understood.

use entente_atlas::query::at::members;
use entente_atlas::query::{Context, eval};
use entente_atlas::{BlocIx, CountrySet, Date};
use entente_scene::action::{Action, apply};
use entente_scene::chart::{Ask, Chart, euler, life, matrix, upset, years};
use entente_scene::link;
use entente_scene::page::{Inside, Node};
use entente_scene::view::{Grouping, Layout, Measure, Sort, View};

use crate::real::{REAL, TODAY, day};

/// Comparisons of the kinds that people make: trade, Africa, Europe, the Pacific, one within another, none in common.
const COMPARED: [&[&str]; 8] = [
    &["cptpp", "rcep"],
    &["cptpp", "rcep", "asean"],
    &["eu", "schengen", "eurozone", "nato"],
    &["mercosur", "pacific-alliance", "andean-community"],
    &["ecowas", "uemoa", "sadc", "comesa", "eac", "igad", "eccas", "cemac", "amu"],
    &["g7", "g20", "brics", "oecd", "opec-plus"],
    &["benelux", "visegrad", "nordic-council"],
    &["asean", "caricom"],
];
const DAYS: [&str; 4] = ["1975-06-30", "1995-01-01", "2013-07-02", TODAY];
const WIDTHS_PX: [f64; 3] = [320.0, 640.0, 1200.0];

fn blocs(ids: &[&str]) -> Vec<BlocIx> {
    ids.iter().filter_map(|id| REAL.atlas.bloc_by_id(id)).collect()
}

fn each(mut check: impl FnMut(&Ask<'_>)) {
    for ids in COMPARED {
        let blocs = blocs(ids);
        assert_eq!(blocs.len(), ids.len(), "{ids:?} are not all in the atlas");
        for (at, width_px) in DAYS.into_iter().zip(WIDTHS_PX.into_iter().cycle()) {
            let view = apply(&apply(&View::bare(), Action::ShowOnly(blocs.clone())), Action::SetDate(Some(day(at))));
            check(&Ask { atlas: &REAL.atlas, view: &view, today: day(TODAY), blocs: &blocs, width_px });
        }
    }
}

fn walk<'a>(node: &'a Node, visit: &mut dyn FnMut(&'a Node)) {
    visit(node);
    for inside in &node.inside {
        if let Inside::Node(node) = inside {
            walk(node, visit);
        }
    }
}

fn attribute<'a>(node: &'a Node, name: &str) -> Option<&'a str> {
    node.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

fn links(chart: &Chart) -> Vec<&Node> {
    let mut links = Vec::new();
    walk(&chart.node, &mut |node| links.extend((node.tag == "a").then_some(node)));
    links
}

fn text(node: &Node) -> String {
    node.inside.iter().map(|inside| if let Inside::Text(words) = inside { words.as_str() } else { "" }).collect()
}

fn count(link: &Node) -> Option<usize> {
    let mut count = None;
    walk(link, &mut |node| {
        if attribute(node, "class") == Some("count") {
            count = text(node).parse().ok();
        }
    });
    count
}

fn view_of(link: &Node) -> View {
    let href = attribute(link, "href").unwrap_or_default();
    let parsed = link::parse(href, &REAL.atlas);
    assert!(parsed.notices.is_empty(), "{href}: {:?}", parsed.notices);
    parsed.view
}

fn answer(view: &View) -> CountrySet {
    let context = Context::members_at(view.date(day(TODAY)));
    view.expression.as_ref().map(|expression| eval(&REAL.atlas, expression, context)).unwrap_or_default()
}

/// Every number in a link is how many answer to it; how many such there were.
fn numbers_hold(chart: &Chart) -> usize {
    let counted = |link: &&Node| count(link).map(|count| (count, view_of(link)));
    let links = links(chart);
    let counts: Vec<(usize, View)> = links.iter().filter_map(counted).collect();
    for (count, view) in &counts {
        assert_eq!(*count, answer(view).len(), "{}: {}", chart.title, link::print(view, &REAL.atlas));
    }
    counts.len()
}

fn union(ask: &Ask<'_>) -> usize {
    let sets = ask.blocs.iter().map(|bloc| members(ask.atlas, *bloc, ask.date()));
    sets.fold(CountrySet::EMPTY, |union, set| union | set).len()
}

#[test]
fn the_bars_count_what_their_links_ask_and_together_make_the_union() {
    each(|ask| {
        let options = upset::Options { direction: upset::Direction::Down, ..upset::Options::default() };
        for options in [options, upset::Options::default()] {
            let Ok(chart) = upset::chart(ask, &options) else { panic!("{:?}", ask.blocs) };
            numbers_hold(&chart);
            let of_one_bloc = |view: &View| view.expression.as_ref().is_some_and(|e| e.blocs().len() == 1);
            let groups = links(&chart).into_iter().filter_map(|link| count(link).map(|count| (count, view_of(link))));
            let sum: usize = groups.filter(|(_, view)| !of_one_bloc(view)).map(|(count, _)| count).sum();
            assert_eq!(sum, union(ask), "{}", chart.title);
        }
    });
}

#[test]
fn bars_under_headings_and_sorted_otherwise_still_count_what_their_links_ask() {
    each(|ask| {
        for group in [Grouping::Degree, Grouping::Bloc] {
            for sort in [Sort::Degree, Sort::Blocs] {
                let layout = Layout { group, sort, at_least: 2, ..Layout::default() };
                let options = upset::Options { layout, ..upset::Options::default() };
                numbers_hold(&upset::chart(ask, &options).unwrap_or_else(|why| panic!("{why}")));
            }
        }
    });
}

#[test]
fn the_cells_of_a_matrix_count_what_their_links_ask() {
    each(|ask| {
        for measure in [Measure::Shared, Measure::Likeness, Measure::Share] {
            let chart = matrix::chart(ask, measure).unwrap_or_else(|why| panic!("{why}"));
            let cells = if measure == Measure::Shared { ask.blocs.len().pow(2) } else { ask.blocs.len() };
            assert_eq!(numbers_hold(&chart), cells, "{}", chart.title);
        }
    });
}

#[test]
fn circles_hold_every_country_once_and_count_what_their_links_ask() {
    each(|ask| {
        let Ok(chart) = euler::chart(ask) else { return };
        numbers_hold(&chart);
        let named: Vec<View> = links(&chart).into_iter().map(view_of).filter(|view| view.select.is_some()).collect();
        let distinct: std::collections::BTreeSet<_> = named.iter().map(|view| view.select).collect();
        assert_eq!(named.len(), distinct.len(), "{} names somebody twice", chart.title);
    });
}

#[test]
fn every_year_says_how_many_there_were() {
    each(|ask| {
        let chart = years::chart(ask, years::Height::Whole).unwrap_or_else(|why| panic!("{why}"));
        let links = links(&chart);
        assert_eq!(links.len(), 138, "{}", chart.title);
        for link in links {
            let date = view_of(link).at.unwrap_or(Date::MIN);
            let sets = ask.blocs.iter().map(|bloc| members(ask.atlas, *bloc, date));
            let all = sets.reduce(|all, set| all & set).unwrap_or_default().len();
            let says = attribute(link, "aria-label").unwrap_or_default();
            let noun = if all == 1 { "1 country".to_owned() } else { format!("{all} countries") };
            assert!(says.ends_with(&noun), "{}: “{says}” is not {noun}", chart.title);
        }
    });
}

#[test]
fn a_life_has_a_line_for_everyone_and_a_bar_for_every_spell() {
    let view = View::bare();
    let ask = Ask { atlas: &REAL.atlas, view: &view, today: day(TODAY), blocs: &[], width_px: 640.0 };
    for bloc in REAL.atlas.blocs() {
        let rows = REAL.atlas.memberships_of_bloc(bloc.ix);
        let who: CountrySet = rows.iter().map(|row| row.country).collect();
        match life::of_bloc(&ask, bloc.ix) {
            Ok(chart) => assert_eq!(links(&chart).len(), rows.len() + who.len(), "{}", chart.title),
            Err(_) => assert!(rows.is_empty(), "{}", bloc.id),
        }
    }
    for country in REAL.atlas.countries() {
        let rows: Vec<_> = REAL.atlas.memberships_of_country(country.ix).collect();
        let mut blocs: Vec<BlocIx> = rows.iter().map(|row| row.bloc).collect();
        blocs.dedup();
        if let Ok(chart) = life::of_country(&ask, country.ix) {
            assert_eq!(links(&chart).len(), rows.len() + blocs.len(), "{}", chart.title);
        }
    }
}

#[test]
fn nothing_of_a_chart_lies_outside_it() {
    each(|ask| {
        let charts = [
            upset::chart(ask, &upset::Options::default()),
            matrix::chart(ask, Measure::Shared),
            euler::chart(ask),
            years::chart(ask, years::Height::Whole),
        ];
        for chart in charts.into_iter().flatten() {
            walk(&chart.node, &mut |node| {
                let number = |name| attribute(node, name).and_then(|value| value.parse::<f64>().ok());
                if let (Some(x), Some(y)) = (number("x").or(number("cx")), number("y").or(number("cy"))) {
                    let (width, height) = (number("width").unwrap_or(0.0), number("height").unwrap_or(0.0));
                    let inside = x >= -0.1
                        && y >= -0.1
                        && x + width <= chart.width_px + 0.1
                        && y + height <= chart.height_px + 0.1;
                    assert!(inside, "{}: {}", chart.title, node.html());
                }
            });
        }
    });
}
