//! The editor's words: paragraphs between blank lines, and links to views as `[words](?blocs=…)`.

use entente_atlas::Atlas;
use entente_scene::link;
use entente_scene::page::Node;
use entente_scene::page::node::element;

use super::fields::Fields;

/// Words, or words that lead to a view.
enum Piece<'a> {
    Words(&'a str),
    Link { words: &'a str, view: &'a str },
}

/// The paragraphs of some words; a link turns the map of that id on the site, and is nothing but its words without one.
pub(crate) fn paragraphs(text: &str, map: &str, site: &str) -> Vec<Node> {
    let paragraph = |text: &str| {
        pieces(text).into_iter().fold(element("p"), |node, piece| match piece {
            Piece::Words(words) => node.text(words),
            Piece::Link { words, .. } if site.is_empty() => node.text(words),
            Piece::Link { words, view } => {
                let way = element("a").with("data-entente", map).with("href", format!("{site}{view}"));
                node.child(way.text(words))
            }
        })
    };
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    blocks.map(|block| paragraph(&block.split_whitespace().collect::<Vec<_>>().join(" "))).collect()
}

/// Complains of links in the words that are not understood.
pub(super) fn check(key: &'static str, text: &str, fields: &Fields<'_>, atlas: &Atlas) {
    for piece in pieces(text) {
        let Piece::Link { view, .. } = piece else { continue };
        for notice in link::parse(view.trim_start_matches('?'), atlas).notices {
            let () = fields.wrong(key, format!("({view}) {notice}"), "open the view on the page and copy its link");
        }
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, view, before, after)) = next_link(rest) {
        pieces.push(Piece::Words(before));
        pieces.push(Piece::Link { words, view });
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// The next link: its words, its view, what stands before and after it.
fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](?")?;
    let (head, tail) = (text.get(..middle)?, text.get(middle + 2..)?);
    let (before, words) = head.rsplit_once('[')?;
    let (view, after) = tail.split_once(')')?;
    Some((words, view, before, after))
}
