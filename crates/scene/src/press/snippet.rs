//! The code that an editor copies: one tag, a plain frame, or a still figure; everything in it escaped.

use super::cite::sum;
use super::embed::{Embed, Shape};
use crate::link;
use crate::page::Node;
use crate::page::node::{element, escape};

/// The three forms of a snippet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `<entente-map>`, which holds the still picture and its table until the live map is there.
    Tag,
    /// An `<iframe>`, for sites that take no script.
    Frame,
    /// The still picture and its table alone.
    Figure,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Tag, Self::Frame, Self::Figure];
}

/// The picture that stands in for the live map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture<'a> {
    /// None: the table stands alone.
    None,
    /// A file that the editor puts beside the article.
    At(&'a str),
    /// Our own SVG, in the snippet itself.
    Inline(&'a str),
}

/// What stands in an article without script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Still<'a> {
    /// The picture.
    pub picture: Picture<'a>,
    /// The same as a table, with its source.
    pub table: &'a [Node],
    /// What the view is called where the editor gives no title.
    pub title: &'a str,
    /// What stands for the picture where the editor says nothing.
    pub alt: &'a str,
}

/// What a framed page may do: run its code, and open a link that is clicked. It has no origin of its own, and so keeps nothing.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// The code of an embed.
pub fn snippet(embed: &Embed, form: Form, still: Still<'_>) -> String {
    match form {
        Form::Tag => tag(embed, still),
        Form::Frame => frame(embed, still),
        Form::Figure => figure(embed, still),
    }
}

fn tag(embed: &Embed, still: Still<'_>) -> String {
    let Embed { site, view, title, note, credit, alt, lang, show, shape, picture: _ } = embed;
    let shown = show.iter().map(|part| part.word()).collect::<Vec<_>>().join(",");
    let is_usual = *show == super::Part::FIRST;
    let said = [
        ("src", site.as_str()),
        ("view", view),
        ("title", title),
        ("note", note),
        ("credit", credit),
        ("alt", alt),
        ("lang", lang),
        ("show", if is_usual { "" } else { &shown }),
        ("shape", if *shape == Shape::Fit { "" } else { shape.word() }),
    ]
    .into_iter()
    // No part at all is another wish than the usual ones.
    .filter(|(key, value)| !value.is_empty() || *key == "show" && !is_usual)
    .fold(element("entente-map"), |tag, (key, value)| tag.with(key, value));
    let open = said.html();
    let open = open.strip_suffix("</entente-map>").unwrap_or(&open);
    let script = element("script").with("type", "module").with("src", format!("{site}entente-map.js"));
    format!("{open}\n{}</entente-map>\n{}\n", figure(embed, still), script.html())
}

fn frame(embed: &Embed, still: Still<'_>) -> String {
    let (height, ratio) = match embed.shape {
        Shape::Fit => ("520", None),
        Shape::Wide => ("360", Some("16/9")),
        Shape::Classic => ("480", Some("4/3")),
        Shape::Square => ("640", Some("1/1")),
    };
    let style = match ratio {
        // The attribute alone is left where styles are taken out.
        Some(ratio) => format!("border:0;width:100%;height:auto;aspect-ratio:{ratio}"),
        None => "border:0;width:100%".to_owned(),
    };
    let node = element("iframe")
        .with("src", embed.address())
        .with("title", or(&embed.title, name(embed, still)))
        .with("width", "100%")
        .with("height", height)
        .with("style", style)
        .with("loading", "lazy")
        .with("referrerpolicy", "no-referrer")
        .with("sandbox", SANDBOX);
    node.html() + "\n"
}

/// What the view is called; a live one without the day on which it was called so.
fn name<'a>(embed: &Embed, still: Still<'a>) -> &'a str {
    let is_dated = link::pairs(&embed.view).iter().any(|(key, _)| key == "at");
    let undated = still.title.rsplit_once(", ").map_or(still.title, |(name, _)| name);
    if is_dated { still.title } else { undated }
}

fn figure(embed: &Embed, still: Still<'_>) -> String {
    let alt = or(&embed.alt, still.alt);
    let mut code = "<figure".to_owned();
    if !embed.lang.is_empty() {
        code.push_str(" lang=\"");
        escape(&embed.lang, &mut code);
        code.push('"');
    }
    code.push_str(">\n");
    match still.picture {
        Picture::None => {}
        Picture::At(address) => {
            let image = element("img").with("src", address).with("alt", alt).with("width", "960");
            code.push_str(&image.with("style", "max-width:100%;height:auto").html());
            code.push('\n');
        }
        Picture::Inline(svg) => code.push_str(&inline(svg, alt, sum(&embed.page()))),
    }
    let link = element("a").with("href", embed.page()).text("Entente");
    let caption = element("figcaption").text(or(&embed.title, still.title)).child(element("br"));
    code.push_str(&caption.text("Live map: ").child(link).html());
    let table = element("details").child(element("summary").text("The same as a table"));
    code.push('\n');
    code.push_str(&table.children(still.table.iter().cloned()).html());
    code.push_str("\n</figure>\n");
    code
}

fn or<'a>(words: &'a str, else_words: &'a str) -> &'a str {
    if words.is_empty() { else_words } else { words }
}

/// Our SVG as a part of a page: as wide as there is room, called what the editor calls it, its patterns named as no other map's on it.
fn inline(svg: &str, alt: &str, key: u32) -> String {
    let Some((open, inside)) = svg.split_once('>') else { return String::new() };
    let frame = open.split_once("viewBox=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(frame, _)| frame);
    let node = element("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", frame)
        .with("role", "img")
        .with("aria-label", alt)
        .with("style", "max-width:100%;height:auto");
    let open = node.html();
    // Only attributes hold a bare quotation mark.
    let inside = inside.replace(" id=\"", &format!(" id=\"m{key:x}-"));
    let inside = inside.replace("=\"url(#", &format!("=\"url(#m{key:x}-"));
    format!("{}{inside}", open.strip_suffix("</svg>").unwrap_or(&open))
}
