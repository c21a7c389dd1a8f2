//! Asking by country: what some countries share, what each has alone, who is most like them, what each would gain, who is one bloc away.

use entente_atlas::order::Order as _;
use entente_atlas::query::alike::{Ties, alike, gains, near, one_away, shared};
use entente_atlas::query::chips::Position;
use entente_atlas::{BlocIx, CountryIx, CountrySet};
use entente_scene::page::Node;
use entente_scene::page::node::element;

use crate::setting::Setting;
use crate::whatif::fold;

/// So many are listed of each kind.
const MOST: usize = 12;
/// So many of the most alike decide what a country would gain.
const LIKES: usize = 12;

/// The field, as it stands for good.
pub(crate) fn form() -> Node {
    let field = element("input")
        .with("id", "ov-country")
        .with("list", "ov-countries")
        .with("placeholder", "Add a country")
        .with("aria-label", "Add a country")
        .with("autocomplete", "off");
    let world = element("input").with("type", "checkbox").with("id", "ov-world");
    let world = element("label").class("ov-check").child(world).child(element("span").text("count world bodies too"));
    let form = element("div").class("ov-form").child(field).child(world);
    fold("By country", vec![form, element("div").class("ov-country").with("role", "status")])
}

/// The countries that the link asks about.
pub(crate) fn chosen(setting: &Setting) -> Vec<CountryIx> {
    let codes = setting.part("countries").unwrap_or_default().split(',');
    let mut countries: Vec<CountryIx> = Vec::new();
    for country in codes.filter_map(|code| setting.atlas.country_by_code(code)) {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    countries
}

/// The link that asks about these countries.
pub(crate) fn asking(setting: &Setting, countries: &[CountryIx]) -> String {
    let codes: Vec<&str> = countries.iter().map(|country| setting.atlas.country(*country).code.as_str()).collect();
    setting.link(&[("countries", (!codes.is_empty()).then(|| codes.join(",")))])
}

/// All that is answered.
pub(crate) fn answers(setting: &Setting) -> Vec<Node> {
    let countries = chosen(setting);
    let ties = Ties::new(&setting.atlas, setting.context(), setting.own.with_world);
    let mut nodes = Vec::new();
    if !countries.is_empty() {
        nodes.push(
            element("p")
                .class("ov-chips")
                .children(countries.iter().map(|country| chip(setting, &countries, *country))),
        );
        nodes.extend(in_common(setting, &ties, &countries));
    }
    if let [country] = countries.as_slice() {
        nodes.extend(apart(setting, &ties, *country));
        nodes.extend(likes(setting, &ties, *country));
    }
    nodes.extend(away(setting));
    nodes.extend(nearest(setting, &ties));
    if nodes.is_empty() {
        nodes.push(element("p").class("ov-hint").text("Choose one country, or several to compare."));
    }
    nodes
}

fn chip(setting: &Setting, all: &[CountryIx], country: CountryIx) -> Node {
    let rest: Vec<CountryIx> = all.iter().copied().filter(|other| *other != country).collect();
    let name = setting.atlas.country(country).name();
    let away = element("a")
        .class("ov-away")
        .with("href", asking(setting, &rest))
        .with("aria-label", format!("Take {name} away"));
    element("span").class("ov-chip").child(setting.country(country)).child(away.text("×"))
}

fn titled(title: String, inside: Vec<Node>) -> Vec<Node> {
    if inside.is_empty() {
        return Vec::new();
    }
    vec![element("h3").text(title), element("ul").class("ov-names").children(inside)]
}

fn bloc(setting: &Setting, bloc: BlocIx) -> Node {
    let one = setting.atlas.bloc(bloc);
    let link = setting.link(&[("select", Some(one.id.clone())), ("panel", None)]);
    element("li").child(element("a").with("href", link).with("title", one.name()).text(one.short.as_str()))
}

fn country(setting: &Setting, country: CountryIx, words: &str) -> Node {
    element("li").child(setting.country(country)).text(words)
}

fn in_common(setting: &Setting, ties: &Ties, countries: &[CountryIx]) -> Vec<Node> {
    let found = shared(ties, countries);
    let one = matches!(countries, [_]);
    let title = format!("{} {}", if one { "Blocs:" } else { "All of them are in" }, found.common.len());
    let mut nodes = titled(title, found.common.iter().map(|ix| bloc(setting, *ix)).collect());
    for (country, alone) in found.alone.iter().filter(|_| !one) {
        let title = format!("{} alone: {}", setting.atlas.country(*country).name(), alone.len());
        nodes.extend(titled(title, alone.iter().map(|ix| bloc(setting, *ix)).collect()));
    }
    nodes
}

/// Those who answer, by the other blocs that each is in together with a country: whoever is in none first.
fn apart(setting: &Setting, ties: &Ties, of: CountryIx) -> Vec<Node> {
    let asked = in_these(setting);
    let mut found: Vec<(Vec<BlocIx>, CountryIx)> = Vec::new();
    for other in setting.answer().iter().filter(|other| *other != of) {
        let common = shared(ties, &[of, other]).common;
        found.push((common.into_iter().filter(|bloc| !asked.contains(bloc)).collect(), other));
    }
    found.order_by_key(|(common, _)| common.len());
    let rows = found.iter().take(MOST * 2).map(|(common, other)| {
        let names: Vec<&str> = common.iter().map(|bloc| setting.short(*bloc)).collect();
        let words =
            if names.is_empty() { " in none".to_owned() } else { format!(" {}: {}", names.len(), names.join(", ")) };
        country(setting, *other, &words)
    });
    let name = setting.atlas.country(of).name();
    titled(format!("Who answers, by other blocs together with {name}, fewest first"), rows.collect())
}

fn likes(setting: &Setting, ties: &Ties, of: CountryIx) -> Vec<Node> {
    let percent = |per_mille: usize| format!("{}.{} %", per_mille / 10, per_mille % 10);
    let alike = alike(ties, of)
        .into_iter()
        .take(MOST)
        .map(|like| country(setting, like.country, &format!(" {}, {} shared", percent(like.per_mille()), like.shared)));
    let mut nodes = titled("Most like it, by shared blocs".into(), alike.collect());
    let gains = gains(ties, of, LIKES).into_iter().take(MOST).map(|gain| {
        let new = gain.new_partners.len();
        bloc(setting, gain.bloc).text(format!(" {} of the {LIKES} most like it, {new} new partners", gain.likes))
    });
    nodes.extend(titled("It would gain by joining".into(), gains.collect()));
    nodes
}

/// Who meets all that the chips ask but one thing.
fn away(setting: &Setting) -> Vec<Node> {
    let Some(chips) = setting.chips() else { return Vec::new() };
    let listed = |(at, countries): (usize, CountrySet)| {
        let chip = chips.get(at).filter(|_| !countries.is_empty())?;
        let title = format!("One bloc away, for {}: {}", setting.short(chip.bloc), countries.len());
        Some(titled(title, countries.iter().take(MOST * 3).map(|ix| country(setting, ix, "")).collect()))
    };
    one_away(&setting.atlas, &chips, setting.context()).into_iter().filter_map(listed).flatten().collect()
}

/// Who could join most easily: outside, with most ties to those inside.
fn nearest(setting: &Setting, ties: &Ties) -> Vec<Node> {
    let blocs = in_these(setting);
    let near = near(&setting.atlas, ties, &blocs, setting.context()).into_iter().take(MOST);
    let names: Vec<&str> = blocs.iter().map(|bloc| setting.short(*bloc)).collect();
    let rows = near.map(|near| country(setting, near.country, &format!(" {} ties", near.ties))).collect();
    titled(format!("Outside {}, with most shared ties to its countries", names.join(" and ")), rows)
}

/// The blocs that countries must be in.
fn in_these(setting: &Setting) -> Vec<BlocIx> {
    let chips = setting.chips().unwrap_or_default();
    chips.into_iter().filter(|chip| chip.position == Position::In).map(|chip| chip.bloc).collect()
}
