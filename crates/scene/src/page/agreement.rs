//! An agreement: its parties, dates, what it does, and who says so.

use entente_atlas::{AgreementIx, Party};

use super::facts::{source_list, term};
use super::node::element;
use super::{Page, Panel, report};
use crate::build::links::{force, needs_force};

pub(super) fn panel(page: &Page<'_>, ix: AgreementIx) -> Panel {
    let one = page.atlas.agreement(ix);
    let begun = if needs_force(one.kind) { "Signed" } else { "Begun" };
    let stands = force(one, page.date()).map_or("not yet signed", |force| force.words());
    let parties = one.parties.iter().map(|party| match party {
        Party::Country(country) => page.country(*country),
        Party::Bloc(bloc) => page.bloc(*bloc),
    });
    let words = |edge: Option<entente_atlas::PartialDate>| edge.map(|edge| edge.in_words()).unwrap_or_default();
    let mut body = vec![element("p").class("summary").text(one.summary.as_str())];
    if !one.note.is_empty() {
        body.push(element("p").text(one.note.as_str()));
    }
    let dates = element("dl")
        .children(term(begun, one.signed.in_words()))
        .children(term("In force", words(one.in_force)))
        .children(term("Ended", words(one.ended)))
        .children(term("At the date", stands))
        .children(term("Place", one.site.as_ref().map(|site| site.place.clone()).unwrap_or_default()));
    body.extend([dates, element("h3").text("Parties"), element("p").class("chips").children(parties)]);
    if !one.sources.is_empty() {
        body.extend([element("h3").text("Sources"), source_list(page, &one.sources)]);
        body.extend(report::link(page, &one.name));
    }
    let kind = format!("{} · {}", one.kind.as_str().replace('-', " "), one.theme.name());
    Panel { title: one.name.clone(), kind, body }
}
