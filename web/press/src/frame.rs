//! The dialog as it stands, and the parts of it that show a view.

use entente_scene::page::Node;
use entente_scene::page::node::element;

use crate::kit::{Kit, Words};

/// The tabs: their ids and names.
pub(crate) const TABS: [(&str, &str); 4] = [("link", "Copy"), ("files", "Save"), ("cite", "Cite"), ("embed", "Embed")];

/// The dialog's parts, for good.
pub(crate) fn frame() -> Vec<Node> {
    let close = button("close", "×").with("aria-label", "Close");
    let head = element("header")
        .class("pr-head")
        .child(element("h2").with("id", "pr-heading").text("Share this view"))
        .child(close);
    let tabs = TABS.map(|(id, name)| {
        element("button")
            .with("type", "button")
            .with("role", "tab")
            .with("id", format!("pr-tab-{id}"))
            .with("aria-controls", format!("pr-{id}"))
            .text(name)
    });
    let list =
        element("div").class("pr-tabs").with("role", "tablist").with("aria-label", "Ways to share").children(tabs);
    let panels = TABS.map(|(id, _)| {
        element("section")
            .class("pr-panel")
            .with("role", "tabpanel")
            .with("id", format!("pr-{id}"))
            .with("aria-labelledby", format!("pr-tab-{id}"))
    });
    let says = element("p").class("pr-says").with("role", "status");
    [head, list].into_iter().chain(panels).chain([says]).collect()
}

/// A button that does what `name` says.
pub(crate) fn button(name: &str, words: &str) -> Node {
    element("button").class("button").with("type", "button").with("data-do", name).text(words)
}

/// Words to copy, under their name: a line, or several in an area.
pub(crate) fn copied(id: &str, name: &str, words: &str, lines: u8) -> Node {
    let field = if lines > 1 {
        element("textarea").with("rows", lines.to_string()).text(words)
    } else {
        element("input").with("value", words)
    };
    let field = field.with("id", id).with("readonly", "").with("spellcheck", "false").with("dir", "auto");
    let copy = element("button").class("button").with("type", "button").with("data-copy", id);
    // `BibTeX` stays as it is.
    let is_word = name.chars().skip(1).all(|letter| !letter.is_ascii_uppercase());
    let says = format!("Copy the {}", if is_word { name.to_ascii_lowercase() } else { name.to_owned() });
    element("div")
        .class("pr-copied")
        .child(element("label").with("for", id).text(name))
        .child(field)
        .child(copy.with("aria-label", says).text("Copy"))
}

/// The link, the sentence and the alternative text.
pub(crate) fn link(address: &str, words: &Words, has_sheet: bool) -> Vec<Node> {
    let mut nodes = vec![copied("pr-address", "Link", address, 1)];
    nodes.extend(has_sheet.then(|| button("sheet", "Share by the system …")));
    nodes.push(copied("pr-sentence", "Sentence", &words.sentence, 3));
    nodes.push(copied("pr-proposed", "Alternative text", &words.alt, 4));
    nodes
}

/// What can be saved. The whole data is beside the page where its build put it.
pub(crate) fn files(kit: &Kit, data: Option<String>) -> Vec<Node> {
    let heading = |words: &str| element("h3").text(words);
    let row = |buttons: Vec<Node>| element("div").class("pr-row").children(buttons);
    let picture =
        row(vec![button("svg", "SVG"), button("png-1", "PNG"), button("png-2", "PNG, 2×"), button("png-3", "PNG, 3×")]);
    let count = kit.list().count();
    let who = if count == 1 { "The 1 country".to_owned() } else { format!("The {count} countries") };
    let tables = row(vec![
        button("list", &format!("{who} (CSV)")),
        button("memberships", "Their memberships, with sources (CSV)"),
        button("shapes", "Shapes with memberships (GeoJSON)"),
    ]);
    let mut nodes = vec![
        heading("Picture"),
        element("p")
            .class("pr-hint")
            .text("With legend, source and the day of the data; with the title, note and credit given under Embed."),
        picture,
        heading("Data"),
        tables,
    ];
    nodes.extend(data.map(|file| {
        let all = element("a").class("button").with("href", file).with("download", "");
        row(vec![all.text("All the facts, with their licence (zip)")])
    }));
    nodes
}

/// The citation in its forms.
pub(crate) fn cite(kit: &Kit, texts: &[String; 3]) -> Vec<Node> {
    let [text, bibtex, csl] = texts;
    let hint = format!("The link keeps this edition of the facts: {}.", kit.atlas.version());
    vec![
        element("p").class("pr-hint").text(hint),
        copied("pr-cite-text", "Citation", text, 4),
        copied("pr-cite-bibtex", "BibTeX", bibtex, 8),
        copied("pr-cite-csl", "CSL-JSON", csl, 8),
    ]
}
