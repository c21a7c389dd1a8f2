//! The builder of embeds: its form as values, what a reader put into it, and what comes of that.

use entente_scene::link;
use entente_scene::page::Node;
use entente_scene::page::node::element;
use entente_scene::press::{Embed, Form, Part, Shape};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::dom;
use crate::frame::{button, copied};
use crate::kit::{Kit, Words};

/// The forms of a snippet, and what each is for.
const FORMS: [(Form, &str, &str); 3] = [
    (Form::Tag, "tag", "Tag: for sites that take a script"),
    (Form::Frame, "frame", "Frame: for sites that take none"),
    (Form::Figure, "figure", "Still picture and table: for any site"),
];

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Rail => "List of blocs",
        Part::Legend => "Legend",
        Part::Date => "Date",
        Part::Panel => "Panel",
        Part::Chart => "Chart",
        Part::Sentence => "Sentence",
        Part::Table => "Table",
    }
}

fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Fit => "By content",
        Shape::Wide => "16:9",
        Shape::Classic => "4:3",
        Shape::Square => "Square",
    }
}

/// The form with an embed in it; what it makes stands in `.pr-made`, which is filled anew with every change.
pub(crate) fn form(embed: &Embed, words: &Words, is_narrow: bool) -> Vec<Node> {
    let fields = element("div")
        .class("pr-fields")
        .child(line("pr-title-of", "Title", &embed.title, 200))
        .child(area("pr-note", "Note", &embed.note, 600))
        .child(line("pr-credit", "Credit", &embed.credit, 300))
        .child(area("pr-alt", "Alternative text", if embed.alt.is_empty() { &words.alt } else { &embed.alt }, 1000))
        .child(parts(embed))
        .child(choices(embed))
        .child(life(embed))
        .child(line("pr-picture", "Address of the still picture, if you keep it as a file", &embed.picture, 1000));
    let width = if is_narrow { "phone" } else { "column" };
    let widths = radios("width", "Preview", &[("phone", "Phone, 320 px"), ("column", "Column, 640 px")], width);
    let preview = element("div")
        .class("pr-preview")
        .child(widths.class("pr-widths"))
        .child(element("div").class("pr-frame").with("data-width", width));
    vec![fields, element("div").class("pr-side").child(preview).child(element("div").class("pr-made"))]
}

fn labelled(id: &str, name: &str, field: Node) -> Node {
    element("div").class("pr-field").child(element("label").with("for", id).text(name)).child(field.with("id", id))
}

fn line(id: &str, name: &str, value: &str, most: u16) -> Node {
    let field = element("input").with("value", value).with("maxlength", most.to_string());
    labelled(id, name, field.with("dir", "auto").with("autocomplete", "off"))
}

fn area(id: &str, name: &str, value: &str, most: u16) -> Node {
    let field = element("textarea").with("rows", "3").with("maxlength", most.to_string()).with("dir", "auto");
    labelled(id, name, field.text(value))
}

fn select(id: &str, name: &str, options: &[(&str, &str)], chosen: &str) -> Node {
    let option = |(value, words): &(&str, &str)| {
        let option = element("option").with("value", *value).text(*words);
        if *value == chosen { option.with("selected", "") } else { option }
    };
    labelled(id, name, element("select").children(options.iter().map(option)))
}

fn radios(name: &str, legend: &str, options: &[(&str, &str)], chosen: &str) -> Node {
    let option = |(value, words): &(&str, &str)| {
        let input = element("input").with("type", "radio").with("name", format!("pr-{name}")).with("value", *value);
        let input = if *value == chosen { input.with("checked", "") } else { input };
        element("label").child(input).text(*words)
    };
    element("fieldset").child(element("legend").text(legend)).children(options.iter().map(option))
}

fn parts(embed: &Embed) -> Node {
    let option = |part: Part| {
        let input = element("input").with("type", "checkbox").with("name", "pr-show").with("value", part.word());
        let input = if embed.show.contains(&part) { input.with("checked", "") } else { input };
        element("label").child(input).text(part_name(part))
    };
    let legend = element("legend").text("Beside the map");
    element("fieldset").class("pr-parts").child(legend).children(Part::ALL.map(option))
}

fn choices(embed: &Embed) -> Node {
    let shapes = Shape::ALL.map(|shape| (shape.word(), shape_name(shape)));
    let theme = link::pairs(&embed.view).into_iter().find(|(key, _)| key == "theme").map(|(_, value)| value);
    let themes = [("", "As the site's"), ("light", "Light"), ("dark", "Dark")];
    element("div")
        .class("pr-pair")
        .child(select("pr-theme", "Theme", &themes, &theme.unwrap_or_default()))
        .child(select("pr-shape", "Height", &shapes, embed.shape.word()))
        .child(line("pr-lang", "Language", &embed.lang, 35))
}

fn life(embed: &Embed) -> Node {
    let options = [("live", "Live: follows the facts"), ("frozen", "Frozen: this edition, for good")];
    radios("life", "Facts", &options, if embed.edition().is_some() { "frozen" } else { "live" })
}

/// What the form makes: the code in one of its forms, and the link that opens it again.
pub(crate) fn made(form: &str, code: &str, again: &str) -> Vec<Node> {
    let options = FORMS.map(|(_, word, name)| (word, name));
    vec![
        radios("form", "Kind of code", &options, form),
        copied("pr-code", "Code", code, 7),
        copied("pr-again", "Link to these settings", again, 1),
        button("reset", "Start afresh"),
    ]
}

/// The form of snippet of that word.
pub(crate) fn form_of(word: &str) -> Form {
    FORMS.iter().find(|(_, known, _)| *known == word).map_or(Form::Tag, |(form, ..)| *form)
}

/// What of a group of buttons is chosen.
pub(crate) fn chosen(dialog: &Element, name: &str) -> String {
    let found = dom::part_as::<HtmlInputElement>(dialog, &format!("[name=pr-{name}]:checked"));
    found.map(|input| input.value()).unwrap_or_default()
}

fn value(dialog: &Element, selector: &str) -> String {
    let Some(field) = dom::part(dialog, selector) else { return String::new() };
    let line = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    let list = || field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    line.or_else(area).or_else(list).unwrap_or_default()
}

/// The embed that the form describes, of the view that it was opened on. An alternative text that is still the proposal follows the view.
pub(crate) fn described(dialog: &Element, kit: &Kit, words: &Words, site: &str) -> Result<Embed, String> {
    let mut parts = link::pairs(&kit.link);
    parts.retain(|(key, _)| key != "theme");
    let theme = value(dialog, "#pr-theme");
    parts.extend((!theme.is_empty()).then(|| ("theme".to_owned(), theme)));
    let alt = value(dialog, "#pr-alt");
    let shape = value(dialog, "#pr-shape");
    let is_shown = |part: &Part| dom::part(dialog, &format!("[name=pr-show][value={}]:checked", part.word())).is_some();
    let embed = Embed {
        title: value(dialog, "#pr-title-of"),
        note: value(dialog, "#pr-note"),
        credit: value(dialog, "#pr-credit"),
        alt: if alt.trim() == words.alt.trim() { String::new() } else { alt },
        lang: value(dialog, "#pr-lang"),
        show: Part::ALL.into_iter().filter(is_shown).collect(),
        shape: Shape::ALL.into_iter().find(|known| known.word() == shape).unwrap_or(Shape::Fit),
        picture: value(dialog, "#pr-picture"),
        ..Embed::new(site, &link::join(&parts))?
    };
    let embed = embed.cleaned();
    let is_frozen = chosen(dialog, "life") == "frozen";
    Ok(if is_frozen { embed.frozen(kit.atlas.version(), kit.today) } else { embed.live() })
}
