//! A way to tell of a mistake: a letter or an issue begun for the reader, who sends it or not.

use super::Page;
use super::node::{Node, element};
use crate::link::percent;

/// A link that begins a report about a fact; nothing where nobody takes any.
pub(super) fn link(page: &Page<'_>, fact: &str) -> Option<Node> {
    if page.report.is_empty() {
        return None;
    }
    let subject = format!("Entente: {fact}");
    let view = crate::link::print(page.view, page.atlas);
    let body = format!(
        "{fact}\n\nWhat is wrong, and where is it stated?\n\n\n(data {}, view {})",
        page.atlas.version(),
        if view.is_empty() { "?" } else { &view }
    );
    let address = page.report.replace("{subject}", &encoded(&subject)).replace("{body}", &encoded(&body));
    Some(element("a").class("report").with("href", address).with("rel", "noreferrer").text("Report a mistake"))
}

/// As a letter's address wants it, which knows no `+` for a space.
fn encoded(words: &str) -> String {
    percent::encode(words).replace('+', "%20")
}
