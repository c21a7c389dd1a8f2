//! The forms of what is supposed: a join or an exit, and a bloc of the reader's own; and what has been supposed so far.

use entente_atlas::query::search::{Entity, Index, Rank};
use entente_atlas::records::{EditRecord, OwnBlocRecord};
use entente_atlas::{BlocIx, CountryIx, Date};
use entente_scene::link;
use entente_scene::link::desk;
use entente_scene::page::Node;
use entente_scene::page::node::element;
use entente_scene::view::OverlapDesk;

use crate::setting::Setting;

/// The form of joins and exits, as it stands for good.
pub(crate) fn form() -> Node {
    let field = |id: &str, list: &str, says: &str| {
        let input = element("input").with("id", id).with("list", list).with("placeholder", says);
        input.with("aria-label", says).with("autocomplete", "off").with("required", "")
    };
    let option = |value: &str, words: &str| element("option").with("value", value).text(words);
    let verb = element("select")
        .with("id", "ov-verb")
        .with("aria-label", "What happens")
        .child(option("joins", "joins"))
        .child(option("leaves", "leaves"));
    let day = element("input").with("id", "ov-day").with("type", "date").with("aria-label", "On").with("required", "");
    let form = element("form")
        .class("ov-form")
        .with("data-form", "suppose")
        .child(field("ov-who", "ov-countries", "Country"))
        .child(verb)
        .child(field("ov-what", "ov-every-bloc", "Bloc"))
        .child(day)
        .child(element("button").class("button").text("Suppose"));
    fold("What if …", vec![form.child(element("p").class("ov-fault-of-form flag").with("role", "status"))])
}

/// A part that the reader unfolds, with a place for what it says.
pub(crate) fn fold(title: &str, inside: Vec<Node>) -> Node {
    element("details").class("ov-more").child(element("summary").text(title)).children(inside)
}

/// Names to choose from, for fields of countries and of blocs.
pub(crate) fn lists(setting: &Setting) -> Vec<Node> {
    let option = |value: &str, words: &str| element("option").with("value", value).text(words);
    let countries = setting.atlas.countries().iter().map(|one| option(one.name(), &one.code));
    let blocs = setting.atlas.blocs().iter().map(|one| option(&one.short, one.name()));
    vec![
        element("datalist").with("id", "ov-countries").children(countries),
        element("datalist").with("id", "ov-every-bloc").children(blocs),
    ]
}

/// The country that answers best to what was typed.
pub(crate) fn country_of(setting: &Setting, typed: &str) -> Option<CountryIx> {
    let hits = Index::new(&setting.atlas).search(typed, 8);
    hits.into_iter().find_map(|hit| match hit.what {
        Entity::Country(country) => Some(country),
        Entity::Bloc(_) => None,
    })
}

/// The bloc that answers best to what was typed.
pub(crate) fn bloc_of(setting: &Setting, typed: &str) -> Option<BlocIx> {
    let hits = Index::new(&setting.atlas).search(typed, 8);
    hits.into_iter().find_map(|hit| match hit.what {
        Entity::Bloc(bloc) => Some(bloc),
        Entity::Country(_) => None,
    })
}

/// The link with a join or an exit more; the error is a sentence.
pub(crate) fn supposing(setting: &Setting, who: &str, is_exit: bool, what: &str, on: &str) -> Result<String, String> {
    let country = country_of(setting, who).ok_or_else(|| format!("“{who}” is no country that we know."))?;
    let bloc = bloc_of(setting, what).ok_or_else(|| format!("“{what}” is no bloc that we know."))?;
    let on: Date = on.parse().map_err(|_| "Say on which day.".to_owned())?;
    let (country, bloc) = (setting.atlas.country(country).code.clone(), setting.atlas.bloc(bloc).id.clone());
    Ok(changed(setting, |desk| desk.edits.push(EditRecord { country, bloc, status: None, on, is_exit })))
}

/// The link with the desk's own parts changed.
pub(crate) fn changed(setting: &Setting, change: impl FnOnce(&mut OverlapDesk)) -> String {
    let mut view = setting.view.clone();
    let (mut desk, _) = desk::read(&view, &setting.atlas);
    change(&mut desk);
    desk::write(&desk, &mut view, &setting.atlas);
    let link = link::print(&view, &setting.atlas);
    if link.is_empty() { "?".into() } else { link }
}

/// What is supposed, one by one: its words and the way to take it back.
fn supposed(setting: &Setting) -> Vec<(String, String)> {
    let (desk, _) = desk::read(&setting.view, &setting.atlas);
    let edit = |(at, edit): (usize, &EditRecord)| {
        let undo = changed(setting, |desk| {
            desk.edits.remove(at);
        });
        (told(setting, edit), undo)
    };
    desk.edits.iter().enumerate().map(edit).collect()
}

fn told(setting: &Setting, edit: &EditRecord) -> String {
    let country = setting.atlas.country_by_code(&edit.country);
    let country = country.map_or(edit.country.as_str(), |country| setting.atlas.country(country).name());
    let bloc = setting.atlas.bloc_by_id(&edit.bloc).map_or(edit.bloc.as_str(), |bloc| setting.short(bloc));
    let verb = if edit.is_exit { "leaves" } else { "joins" };
    let status = edit.status.map(|status| format!(" as {}", status.noun(false))).unwrap_or_default();
    format!("{country} {verb} {bloc}{status} on {}", edit.on.in_words())
}

/// `If Chile joins RCEP on 1 January 2027, and …`; nothing where nothing is supposed.
pub(crate) fn condition(setting: &Setting) -> Option<String> {
    let all: Vec<String> = supposed(setting).into_iter().map(|(words, _)| words).collect();
    (!all.is_empty()).then(|| format!("If {}", all.join(", and ")))
}

/// What is supposed, each with its way back, and what of it cannot be.
pub(crate) fn suppositions(setting: &Setting) -> Vec<Node> {
    let row = |words: String, undo: String| {
        let says = format!("Undo: {words}");
        let undo = element("a").class("link").with("href", undo).with("aria-label", says).text("Undo");
        element("li").child(element("span").class("flag").text("hypothetical")).text(format!(" {words} ")).child(undo)
    };
    let edits = supposed(setting).into_iter().map(|(words, undo)| row(words, undo));
    let (desk, _) = desk::read(&setting.view, &setting.atlas);
    let own = desk.own.iter().enumerate().map(|(at, own)| own_row(setting, at, own));
    let rows: Vec<Node> = edits.chain(own).collect();
    let faults = setting.faults.iter().map(|fault| element("p").class("flag").text(fault.as_str()));
    let list = (!rows.is_empty()).then(|| element("ul").class("ov-supposed").children(rows));
    list.into_iter().chain(faults).collect()
}

fn own_row(setting: &Setting, at: usize, own: &OwnBlocRecord) -> Node {
    let shown = setting.atlas.bloc_by_id(&own.id);
    let rest = |blocs: &[BlocIx]| blocs.iter().copied().filter(|bloc| Some(*bloc) != shown).collect::<Vec<_>>();
    let mut without = setting.clone();
    without.view.blocs = rest(&setting.view.blocs);
    without.view.outlined = rest(&setting.view.outlined);
    let names_it = |question: &entente_atlas::query::Expr| shown.is_some_and(|bloc| question.blocs().contains(&bloc));
    without.view.expression = setting.view.expression.clone().filter(|question| !names_it(question));
    let drop = changed(&without, |desk| {
        desk.own.remove(at);
    });
    let words = format!(" {} ({}), written {} in a question ", own.name, own.countries.len(), own.id);
    let says = format!("Drop your bloc {}", own.name);
    let drop = element("a").class("link").with("href", drop).with("aria-label", says).text("Drop");
    element("li").child(element("span").class("flag").text("your own")).text(words).child(drop)
}

/// Whether what was typed may stand for what was found: beginnings and slips, but no mere part of a name.
pub(crate) fn is_near(rank: Rank) -> bool {
    matches!(rank, Rank::Whole | Rank::Beginning | Rank::Slips(1))
}
