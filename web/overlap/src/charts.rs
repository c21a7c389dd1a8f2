//! The charts: which there are, how they are laid out, and the one that the link asks for.

use entente_atlas::BlocIx;
use entente_scene::chart::{Ask, Chart, euler, life, matrix, upset, years};
use entente_scene::link::desk::chart_text;
use entente_scene::page::Node;
use entente_scene::page::node::{Inside, element};
use entente_scene::view::{ChartKind, Grouping, Layout, Measure, Selection, Sort};

use crate::setting::Setting;

const CHARTS: [(ChartKind, &str); 5] = [
    (ChartKind::Euler, "Circles"),
    (ChartKind::Upset, "Bars"),
    (ChartKind::Matrix, "Matrix"),
    (ChartKind::Life, "Life"),
    (ChartKind::Years, "Years"),
];

/// More blocs than this are no longer circles.
const MOST_CIRCLES: usize = 3;

/// The chart that is shown: bars in place of circles that there are too many of.
fn shown(setting: &Setting) -> Option<ChartKind> {
    let asked = setting.desk.chart?;
    let is_too_many = asked == ChartKind::Euler && setting.compared().len() > MOST_CIRCLES;
    Some(if is_too_many { ChartKind::Upset } else { asked })
}

fn link(setting: &Setting, kind: ChartKind, layout: Layout) -> String {
    setting.link(&[("chart", Some(chart_text(kind, layout)))])
}

/// The way from one chart to another.
pub(crate) fn tabs(setting: &Setting) -> Vec<Node> {
    let now = shown(setting);
    let is_open = |kind: &ChartKind| *kind != ChartKind::Euler || setting.compared().len() <= MOST_CIRCLES;
    let tab = |(kind, name): (ChartKind, &str)| {
        let tab = element("a").with("href", link(setting, kind, setting.desk.layout)).text(name);
        if now == Some(kind) { tab.with("aria-current", "true") } else { tab }
    };
    CHARTS.into_iter().filter(|(kind, _)| is_open(kind)).map(tab).collect()
}

/// The choices that the chart has, and the chart with its words.
pub(crate) fn chart(setting: &Setting) -> Vec<Node> {
    let Some(kind) = shown(setting) else { return Vec::new() };
    let blocs = setting.compared();
    let ask = asked(setting, &blocs);
    let layout = setting.desk.layout;
    let made = match kind {
        ChartKind::Euler => euler::chart(&ask),
        ChartKind::Upset => upset::chart(&ask, &upset::Options { layout, ..upset::Options::default() }),
        ChartKind::Matrix => matrix::chart(&ask, layout.measure),
        ChartKind::Life => life_of(setting, &ask),
        ChartKind::Years => years::chart(&ask, years::Height::Whole),
    };
    let mut nodes = choices(setting, kind);
    match made {
        Ok(chart) => nodes.push(figure(chart, matches!(kind, ChartKind::Life | ChartKind::Years))),
        Err(why) => nodes.push(element("p").class("ov-hint").text(why)),
    }
    nodes
}

/// The size of the answer year by year, beneath the date; nothing where the chart itself is that.
pub(crate) fn years(setting: &Setting) -> Vec<Node> {
    if shown(setting) == Some(ChartKind::Years) {
        return Vec::new();
    }
    let blocs = setting.compared();
    let chart = years::chart(&asked(setting, &blocs), years::Height::Strip);
    chart.ok().map(|chart| reached_by_arrows(chart.node)).into_iter().collect()
}

fn asked<'a>(setting: &'a Setting, blocs: &'a [BlocIx]) -> Ask<'a> {
    let width_px = f64::from(setting.own.width_px);
    Ask { atlas: &setting.atlas, view: &setting.view, today: setting.today, blocs, width_px }
}

fn figure(chart: Chart, is_titled: bool) -> Node {
    let title = is_titled.then(|| element("h3").text(chart.title));
    let supposed = chart.supposed.map(|words| element("strong").class("flag").text(words));
    let words = element("figcaption").text(chart.words + " ").children(supposed);
    element("figure").class("ov-figure").children(title).child(reached_by_arrows(chart.node)).child(words)
}

/// With one stop for the Tab key, on what is chosen or comes first; from there on, arrow keys lead.
fn reached_by_arrows(mut node: Node) -> Node {
    let mut links = Vec::new();
    parts(&mut node, &mut links);
    let first = links.iter().position(|link| link.attributes.iter().any(|(name, _)| *name == "aria-current"));
    let first = first.unwrap_or(0);
    for (at, link) in links.into_iter().enumerate() {
        link.attributes.push(("tabindex", if at == first { "0" } else { "-1" }.to_owned()));
    }
    node.with("aria-description", "Arrow keys go from one part to the next")
}

fn parts<'a>(node: &'a mut Node, links: &mut Vec<&'a mut Node>) {
    if node.tag == "a" {
        links.push(node);
        return;
    }
    for inside in &mut node.inside {
        if let Inside::Node(node) = inside {
            parts(node, links);
        }
    }
}

/// The life of what is selected, else of the country asked about, else of the first bloc.
fn life_of(setting: &Setting, ask: &Ask<'_>) -> Result<Chart, String> {
    match subject(setting) {
        Some(Selection::Country(country)) => life::of_country(ask, country),
        Some(Selection::Bloc(bloc)) => life::of_bloc(ask, bloc),
        _ => Err("Select a country or a bloc to see its life.".into()),
    }
}

fn subject(setting: &Setting) -> Option<Selection> {
    let selected = setting.view.select.filter(|selection| !matches!(selection, Selection::Agreement(_)));
    selected.or_else(|| subjects(setting).into_iter().next())
}

/// Whose lives are a click away: the countries asked about, and the blocs compared.
fn subjects(setting: &Setting) -> Vec<Selection> {
    let countries = setting.desk.countries.iter().map(|country| Selection::Country(*country));
    countries.chain(setting.compared().into_iter().map(Selection::Bloc)).collect()
}

/// A choice of layouts: each of its options is a link.
fn choice(setting: &Setting, kind: ChartKind, name: &'static str, options: Vec<(&str, Layout)>) -> Node {
    let select = element("select")
        .with("id", format!("ov-{}", name.to_ascii_lowercase()))
        .with("data-links", "")
        .with("aria-label", name);
    let options = options.into_iter().map(|(words, layout)| {
        let option = element("option").with("value", link(setting, kind, layout)).text(words);
        if layout == setting.desk.layout { option.with("selected", "") } else { option }
    });
    element("label").text(name).text(" ").child(select.children(options))
}

fn choices(setting: &Setting, kind: ChartKind) -> Vec<Node> {
    let layout = setting.desk.layout;
    let choice = |name, options| choice(setting, kind, name, options);
    let sort = |words, sort| (words, Layout { sort, ..layout });
    let group = |words, group| (words, Layout { group, ..layout });
    let cells = |words, measure| (words, Layout { measure, ..layout });
    let choices = match kind {
        ChartKind::Upset => vec![
            choice(
                "Sort",
                vec![
                    sort("largest first", Sort::Size),
                    sort("by number of blocs", Sort::Degree),
                    sort("in the order of blocs", Sort::Blocs),
                ],
            ),
            choice(
                "Group",
                vec![
                    group("not at all", Grouping::None),
                    group("by number of blocs", Grouping::Degree),
                    group("by bloc", Grouping::Bloc),
                ],
            ),
            choice("Hide", smallest(layout)),
        ],
        ChartKind::Matrix => vec![choice(
            "Cells",
            vec![
                cells("countries in both", Measure::Shared),
                cells("likeness, %", Measure::Likeness),
                cells("share of the row’s, %", Measure::Share),
            ],
        )],
        ChartKind::Life => subjects(setting).into_iter().map(|one| of(setting, one)).collect(),
        ChartKind::Euler | ChartKind::Years => return Vec::new(),
    };
    vec![element("div").class("ov-choices").children(choices)]
}

/// What may be hidden, and what the link hides.
fn smallest(layout: Layout) -> Vec<(&'static str, Layout)> {
    let known =
        [(0, "nothing"), (2, "groups of 1"), (3, "groups under 3"), (5, "groups under 5"), (10, "groups under 10")];
    let mut options: Vec<_> = known.map(|(at_least, words)| (words, Layout { at_least, ..layout })).into();
    if options.iter().all(|(_, other)| *other != layout) {
        options.push(("as the link says", layout));
    }
    options
}

/// The link to a life.
fn of(setting: &Setting, one: Selection) -> Node {
    let (code, words) = match one {
        Selection::Country(country) => (&setting.atlas.country(country).code, setting.atlas.country(country).name()),
        Selection::Bloc(bloc) => (&setting.atlas.bloc(bloc).id, setting.short(bloc)),
        Selection::Agreement(agreement) => (&setting.atlas.agreement(agreement).id, ""),
    };
    let href = setting.link(&[("select", Some(code.clone())), ("panel", Some("closed".to_owned()))]);
    let link = element("a").class("ov-of").with("href", href).text(words);
    if subject(setting) == Some(one) { link.with("aria-current", "true") } else { link }
}
