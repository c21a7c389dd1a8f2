//! The charts: which there are, and the one that the link asks for.

use entente_atlas::query::Expr;
use entente_atlas::query::overlap::{Overlap, overlaps};
use entente_scene::page::Node;
use entente_scene::page::node::element;

use crate::setting::Setting;

/// The link's word and the tab's.
const CHARTS: [(&str, &str); 2] = [("upset", "Bars"), ("matrix", "Matrix")];

/// The way from one chart to another.
pub(crate) fn tabs(setting: &Setting) -> Vec<Node> {
    let now = setting.part("chart").unwrap_or_default();
    let tab = |(word, name): (&str, &str)| {
        let link = element("a").with("href", setting.link(&[("chart", Some(word.to_owned()))])).text(name);
        if word == now { link.with("aria-current", "true") } else { link }
    };
    CHARTS.into_iter().map(tab).collect()
}

/// The chart.
pub(crate) fn chart(setting: &Setting) -> Vec<Node> {
    let blocs = setting.compared();
    let parts = overlaps(&setting.atlas, &blocs, setting.date());
    let most = parts.iter().map(|part| part.countries.len()).max().unwrap_or(1);
    let rows = parts.iter().map(|part| {
        let others = blocs.iter().filter(|bloc| !part.blocs.contains(bloc));
        let inside = part.blocs.iter().map(|bloc| Expr::bloc(*bloc)).reduce(Expr::and);
        let all = inside.map(|all| others.fold(all, |all, bloc| all.without(Expr::bloc(*bloc))));
        bar(setting, part, all.as_ref(), most)
    });
    vec![element("ul").class("ov-bars").children(rows)]
}

fn bar(setting: &Setting, part: &Overlap, question: Option<&Expr>, most: usize) -> Node {
    let names: Vec<&str> = part.blocs.iter().map(|bloc| setting.short(*bloc)).collect();
    let count = part.countries.len();
    let width = (count * 100 / most.max(1)).to_string();
    let rect = element("rect").with("width", width).with("height", "10");
    let svg = element("svg")
        .with("viewBox", "0 0 100 10")
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .child(rect);
    let words = element("span").text(names.join(" + "));
    let link = element("a").with("href", setting.link_of(question));
    element("li").child(link.child(words).child(svg).child(element("b").text(count.to_string())))
}
