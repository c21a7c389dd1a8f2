//! The page that shows an article as it could look: words, pictures, tables, and what to paste.

use entente_scene::page::Node;
use entente_scene::page::node::element;

use super::{Article, Map, paragraphs};
use crate::html::{escaped, source};

/// A map of the article, with what was made of it.
pub(crate) struct Made<'a> {
    pub(crate) map: &'a Map,
    /// What the view is called.
    pub(crate) title: String,
    pub(crate) alt: String,
    /// Width and height of the picture in pixels.
    pub(crate) size: (f64, f64),
    /// The same of the picture for a phone.
    pub(crate) phone: (f64, f64),
    pub(crate) table: Vec<Node>,
    /// What to paste, each under a heading.
    pub(crate) codes: Vec<(&'static str, String)>,
    /// Whether there is the live map in one file.
    pub(crate) is_live: bool,
}

const STYLE: &str = include_str!("sheet.css");

/// The whole page.
pub(crate) fn sheet(article: &Article, made: &[Made<'_>]) -> String {
    let Article { title, lead, lang, site, text, .. } = article;
    let first = made.first().map_or("", |made| made.map.id.as_str());
    let mut body: Vec<Node> = vec![element("h1").text(title.as_str())];
    if !lead.is_empty() {
        body.push(element("p").class("lead").text(lead.as_str()));
    }
    body.extend(paragraphs(text, first, site));
    for made in made {
        body.push(figure(made));
        body.extend(paragraphs(&made.map.text, &made.map.id, site));
    }
    let article = element("article").children(body);
    let paste =
        element("section").class("paste").child(element("h2").text("To paste")).children(made.iter().flat_map(codes));
    let policy = format!(
        "default-src 'none'; img-src 'self' data:; frame-src 'self'; style-src {}; base-uri 'none'; form-action 'none'",
        source(STYLE)
    );
    let lang = if lang.is_empty() { "en".to_owned() } else { escaped(lang) };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title><style>{STYLE}</style></head>\n<body>{}\n{}</body></html>\n",
        escaped(title),
        article.html(),
        paste.html()
    )
}

fn figure(made: &Made<'_>) -> Node {
    let Made { map, title, alt, size: (width, height), phone, table, is_live, .. } = made;
    let id = &map.id;
    let phone = element("source")
        .with("media", "(max-width: 40rem)")
        .with("srcset", format!("{id}.phone.png"))
        .with("width", phone.0.to_string())
        .with("height", phone.1.to_string());
    let picture = element("img")
        .with("src", format!("{id}.png"))
        .with("srcset", format!("{id}.png 1x, {id}@2x.png 2x, {id}@3x.png 3x"))
        .with("alt", alt.as_str())
        .with("width", width.to_string())
        .with("height", height.to_string());
    let mut caption = element("figcaption").text(title.as_str());
    if *is_live {
        caption = caption.text(". ").child(element("a").with("href", format!("{id}.map.html")).text("The live map"));
    }
    let scroll = element("div").class("scroll").with("role", "region").with("aria-label", "The same as a table");
    let scroll = scroll.with("tabindex", "0").children(table.iter().cloned());
    let table = element("details").child(element("summary").text("The same as a table")).child(scroll);
    element("figure")
        .with("id", id.as_str())
        .child(element("picture").child(phone).child(picture))
        .child(caption)
        .child(table)
}

fn codes(made: &Made<'_>) -> Vec<Node> {
    let mut nodes = vec![element("h3").text(made.title.as_str())];
    for (name, code) in &made.codes {
        nodes.push(element("p").text(*name));
        nodes.push(element("pre").with("tabindex", "0").child(element("code").text(code.trim().replace('\n', " "))));
    }
    nodes
}
