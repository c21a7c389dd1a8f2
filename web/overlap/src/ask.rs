//! Asking by picking: a chip with three positions for each bloc, a field to add one, and the switch to exactly these.

use entente_atlas::query::Expr;
use entente_atlas::query::chips::{Chip, Position, expr};
use entente_atlas::{Bloc, BlocIx};
use entente_scene::page::Node;
use entente_scene::page::node::element;

use crate::setting::Setting;

const POSITIONS: [(Position, &str, &str); 3] = [
    (Position::In, "in", "Countries must be in"),
    (Position::Open, "may", "Countries may be in"),
    (Position::Out, "not", "Countries must not be in"),
];

/// The chips and what stands beside them.
pub(crate) fn chips(setting: &Setting) -> Vec<Node> {
    let asked = setting.chips();
    let compared = setting.compared();
    let chips = compared.iter().enumerate().map(|(at, bloc)| chip(setting, asked.as_deref(), at, *bloc));
    let mut nodes = vec![element("div").class("ov-chips").children(chips).child(adder(setting))];
    if asked.is_none() {
        let says = "The question says more than the chips can show. A chip that is moved asks anew.";
        nodes.push(element("p").class("ov-hint").text(says));
    }
    if compared.is_empty() {
        nodes.push(element("p").class("ov-hint").text("Add blocs here, or tick them in the list of blocs."));
    }
    nodes
}

fn chip(setting: &Setting, asked: Option<&[Chip]>, at: usize, bloc: BlocIx) -> Node {
    let one = setting.atlas.bloc(bloc);
    let own = asked.and_then(|chips| chips.iter().find(|chip| chip.bloc == bloc));
    let now = own.map(|chip| chip.position);
    let positions = POSITIONS.into_iter().map(|(position, word, says)| {
        let input = element("input")
            .with("type", "radio")
            .with("name", format!("ov-{}", one.id))
            .with("id", format!("ov-{}-{word}", one.id))
            .with("aria-label", format!("{says} {}", one.short))
            .with("data-turn", moved(setting, bloc, position));
        let input = if now == Some(position) { input.with("checked", "") } else { input };
        element("label").child(input).child(element("span").text(word))
    });
    let away = element("a")
        .class("ov-away")
        .with("href", without(setting, bloc))
        .with("aria-label", format!("Take {} away", one.short))
        .with("title", format!("Take {} away", one.short))
        .text("×");
    let name = element("span").class("ov-name").with("title", one.name()).text(one.short.as_str());
    element("fieldset")
        .class("ov-chip")
        .with("data-ink", (at % entente_scene::style::INKS).to_string())
        .with("aria-label", one.short.as_str())
        .child(element("span").class("ov-dot").with("aria-hidden", "true"))
        .child(name)
        .child(element("span").class("ov-three").children(positions))
        .child(away)
}

/// The link with one chip elsewhere.
fn moved(setting: &Setting, bloc: BlocIx, position: Position) -> String {
    let fresh = || setting.compared().into_iter().map(|bloc| Chip::new(bloc, Position::Open)).collect();
    let mut chips: Vec<Chip> = setting.chips().unwrap_or_else(fresh);
    chips.iter_mut().filter(|chip| chip.bloc == bloc).for_each(|chip| chip.position = position);
    let nobody = Expr::bloc(bloc).without(Expr::bloc(bloc));
    // Out of everything that is compared is nobody: said, rather than left out.
    setting.link_of(Some(&expr(&chips).unwrap_or(nobody)))
}

/// The link without a bloc.
fn without(setting: &Setting, bloc: BlocIx) -> String {
    let rest = |blocs: &[BlocIx]| {
        let ids = blocs.iter().filter(|other| **other != bloc).map(|other| setting.atlas.bloc(*other).id.as_str());
        ids.collect::<Vec<_>>().join(",")
    };
    let question = setting.view.expression.as_ref().and_then(|_| {
        let chips = setting.chips()?;
        expr(&chips.into_iter().filter(|chip| chip.bloc != bloc).collect::<Vec<_>>())
    });
    let outlined = rest(&setting.view.outlined);
    setting.link(&[
        ("blocs", Some(rest(&setting.view.blocs))),
        ("outline", (!outlined.is_empty()).then_some(outlined)),
        ("q", question.map(|question| question.written(&setting.atlas).to_string())),
    ])
}

/// The link with one bloc more: shown by its colour, and one that countries may be in where a question is asked.
pub(crate) fn added(setting: &Setting, bloc: BlocIx) -> String {
    let mut blocs: Vec<&str> = setting.view.blocs.iter().map(|bloc| setting.atlas.bloc(*bloc).id.as_str()).collect();
    let outlined: Vec<&str> = setting.view.outlined.iter().map(|bloc| setting.atlas.bloc(*bloc).id.as_str()).collect();
    blocs.push(&setting.atlas.bloc(bloc).id);
    let outlined = (!outlined.is_empty()).then(|| outlined.join(","));
    setting.link(&[("blocs", Some(blocs.join(","))), ("outline", outlined)])
}

fn adder(setting: &Setting) -> Node {
    let compared = setting.compared();
    let option = |bloc: &Bloc| element("option").with("value", bloc.short.as_str()).text(bloc.name());
    let others = setting.atlas.blocs().iter().filter(|bloc| !compared.contains(&bloc.ix));
    let list = element("datalist").with("id", "ov-blocs").children(others.map(option));
    let field = element("input")
        .with("id", "ov-add")
        .with("list", "ov-blocs")
        .with("placeholder", "Add a bloc")
        .with("aria-label", "Add a bloc")
        .with("autocomplete", "off");
    element("span").class("ov-adder").child(field).child(list)
}

/// The switch between "in these, perhaps in others too" and "in exactly these".
pub(crate) fn switch(setting: &Setting) -> Vec<Node> {
    let choice = |exact: bool, id: &str, words: &str| {
        let input = element("input")
            .with("type", "radio")
            .with("name", "ov-exactly")
            .with("id", id)
            .with("data-turn", setting.link(&[("exactly", exact.then(|| "1".to_owned()))]));
        let input = if setting.is_exact() == exact { input.with("checked", "") } else { input };
        element("label").child(input).child(element("span").text(words))
    };
    let both = choice(false, "ov-open", "in these, perhaps in others too");
    let exact = choice(true, "ov-exact", "in exactly these of the compared");
    let mut nodes = vec![
        element("fieldset").class("ov-switch").with("aria-label", "What “in these” means").child(both).child(exact),
    ];
    if setting.view.expression.is_some() {
        let back = setting.link(&[("q", None)]);
        nodes.push(element("a").class("link").with("href", back).text("Drop the question"));
    }
    nodes
}
