//! Dated facts as rows, each with its sources a click away.

use entente_atlas::{Agreement, Membership, SourceIx, Span};

use super::node::{Node, element};
use super::{Page, report};
use crate::view::Selection;

/// A heading with a list under it; nothing for an empty list.
pub(super) fn section(title: impl Into<String>, rows: Vec<Node>) -> Vec<Node> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![element("h3").text(title), element("ul").children(rows)]
}

/// A term and what it is; nothing where that is not known.
pub(super) fn term(name: &'static str, words: impl Into<String>) -> Vec<Node> {
    let words = words.into();
    if words.is_empty() { Vec::new() } else { vec![element("dt").text(name), element("dd").text(words)] }
}

/// `since 8 August 1967`, or `1967 to 1984`.
fn span_words(span: Span) -> String {
    match span.to {
        None => format!("since {}", span.from.in_words()),
        Some(to) => format!("{} to {}", span.from.in_words(), to.in_words()),
    }
}

/// A membership: a name, its standing, its span, note and sources.
pub(super) fn membership(page: &Page<'_>, name: Node, row: &Membership) -> Node {
    let standing = element("span").class("status").text(row.status.noun(false));
    standing_row(page, element("span").child(name).child(standing), row)
}

/// The same under a heading that says the standing.
pub(super) fn member(page: &Page<'_>, name: Node, row: &Membership) -> Node {
    standing_row(page, element("span").child(name), row)
}

fn standing_row(page: &Page<'_>, who: Node, row: &Membership) -> Node {
    let mut fact = element("li").class("fact").child(who);
    fact = fact.child(element("span").class("when").text(span_words(row.span)));
    if !row.note.is_empty() {
        fact = fact.child(element("p").class("note").text(row.note.as_str()));
    }
    if row.contested {
        fact = fact.child(element("p").class("note flag").text("Contested: sources or states disagree."));
    }
    if row.unverified {
        fact = fact.child(element("p").class("note flag").text("Not verified in any source we could read."));
    }
    let (country, bloc) = (page.atlas.country(row.country), page.atlas.bloc(row.bloc));
    let says = format!("{}, {} of {}, {}", country.name(), row.status.noun(false), bloc.short, span_words(row.span));
    fact.children(proof(page, &says, &row.sources))
}

/// An agreement: its name and when.
pub(super) fn agreement(page: &Page<'_>, agreement: &Agreement) -> Node {
    let when = match agreement.ended {
        Some(ended) => format!("{} to {}", agreement.signed.in_words(), ended.in_words()),
        None => agreement.signed.in_words(),
    };
    let name = page.named(Selection::Agreement(agreement.ix), agreement.name.as_str());
    element("li").class("fact").child(element("span").child(name)).child(element("span").class("when").text(when))
}

/// What bears a fact out, behind a word that opens it, and a way to tell of a mistake; nothing before the sources have come.
pub(super) fn proof(page: &Page<'_>, fact: &str, sources: &[SourceIx]) -> Option<Node> {
    if page.atlas.sources().is_empty() {
        return None;
    }
    let says = match sources.len() {
        0 => "No source".to_owned(),
        1 => "Source".to_owned(),
        many => format!("{many} sources"),
    };
    let opened = element("details").child(element("summary").text(says)).child(source_list(page, sources));
    Some(opened.children(report::link(page, fact)))
}

/// Sources with title, publisher, date and address.
pub fn source_list(page: &Page<'_>, sources: &[SourceIx]) -> Node {
    let rows = sources.iter().map(|ix| {
        let source = page.atlas.source(*ix);
        let published = if source.published.is_empty() { String::new() } else { format!(", {}", source.published) };
        element("li").child(outside(&source.url, &source.title)).text(format!(
            " ({}{published}; read {})",
            source.publisher,
            source.read.in_words()
        ))
    });
    element("ul").class("sources").children(rows)
}

/// A link that leads out of the page.
pub(super) fn outside(url: &str, words: &str) -> Node {
    element("a").with("href", url).with("rel", "noreferrer").with("target", "_blank").text(words)
}
