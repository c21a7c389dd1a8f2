//! A bloc: what it is, who is in it and how at the date, its turning points, agreements and sources.

use entente_atlas::order::Order as _;
use entente_atlas::query::profile;
use entente_atlas::query::search::folded;
use entente_atlas::{Bloc, BlocIx, CountrySet, Kin, Membership, Stated, Status};

use super::facts::{agreement, member, outside, proof, section, source_list, term};
use super::node::{Node, element};
use super::{Page, Panel, report};
use crate::action::Action;

pub(super) fn panel(page: &Page<'_>, ix: BlocIx) -> Panel {
    let bloc = page.atlas.bloc(ix);
    let mut body = vec![element("p").class("summary").text(bloc.summary.as_str()), switch(page, ix), facts(page, bloc)];
    body.extend(countries(page, ix));
    let events = bloc.events.iter().map(|event| {
        element("li")
            .class("fact")
            .child(element("span").text(event.text.as_str()))
            .child(element("span").class("when").text(event.on.in_words()))
            .children(proof(page, &format!("{}, {}: {}", bloc.short, event.on.in_words(), event.text), &event.sources))
    });
    body.extend(section("Turning points", events.collect()));
    let agreements = page.atlas.agreements_of_bloc(ix).map(|one| agreement(page, one));
    body.extend(section("Its agreements", agreements.collect()));
    if !bloc.sources.is_empty() {
        body.extend([element("h3").text("Sources"), source_list(page, &bloc.sources)]);
        body.extend(report::link(page, bloc.name()));
    }
    let kind = format!("{} {}", bloc.scope.as_str(), bloc.kind.as_str().replace('-', " "));
    let kind = if bloc.name() == bloc.short { kind } else { format!("{} · {kind}", bloc.name()) };
    Panel { title: bloc.short.clone(), kind, body }
}

/// A link that puts the bloc on the map or takes it off.
fn switch(page: &Page<'_>, ix: BlocIx) -> Node {
    let shown = page.view.blocs.contains(&ix) || page.view.outlined.contains(&ix);
    let says = if shown { "Take off the map" } else { "Show on the map" };
    let link = element("a").class("button").with("href", page.link(Action::ToggleBloc(ix))).text(says);
    element("p").class("switch").child(link)
}

fn facts(page: &Page<'_>, bloc: &Bloc) -> Node {
    let words = |edge: Option<entente_atlas::PartialDate>| edge.map(|edge| edge.in_words()).unwrap_or_default();
    let mut list = element("dl")
        .children(term("Founded", bloc.founded.in_words()))
        .children(term("By", bloc.instrument.as_str()))
        .children(term("In force", words(bloc.in_force.filter(|edge| *edge != bloc.founded))))
        .children(term("Ended", words(bloc.ended)))
        .children(term("Seat", bloc.seat.as_ref().map(|seat| seat.site.place.clone()).unwrap_or_default()))
        .children(kin(page, "Before", &bloc.predecessors))
        .children(kin(page, "After", &bloc.successors))
        .children(term("Also", other_names(bloc)))
        .children(term("By its own count", own_count(bloc)))
        .children(term("Checked", words(bloc.checked)));
    if !bloc.website.is_empty() {
        let link = element("dd").child(outside(&bloc.website, &bloc.website));
        list = list.child(element("dt").text("Website")).child(link);
    }
    list
}

/// Its names and acronyms in the languages that it speaks.
fn other_names(bloc: &Bloc) -> String {
    let in_language =
        |tag: &str| bloc.names.shorts.iter().find(|(known, _)| known == tag).map(|(_, short)| short.as_str());
    let mut names: Vec<String> = (bloc.names.translated.iter())
        .map(|(tag, name)| match in_language(tag) {
            Some(short) => format!("{name} ({short}, {tag})"),
            None => format!("{name} ({tag})"),
        })
        .collect();
    let alone = bloc.names.shorts.iter().filter(|(tag, _)| bloc.names.in_language(tag) == bloc.name());
    names.extend(alone.map(|(tag, short)| format!("{short} ({tag})")));
    names.join("; ")
}

/// The latest count of members that a source gives.
fn own_count(bloc: &Bloc) -> String {
    let mut latest: Option<&Stated> = None;
    for stated in bloc.stated.iter().filter(|stated| stated.status == Status::Member) {
        if latest.is_none_or(|known| known.as_of < stated.as_of) {
            latest = Some(stated);
        }
    }
    latest.map(|stated| format!("{} members, {}", stated.count, stated.as_of.in_words())).unwrap_or_default()
}

fn kin(page: &Page<'_>, name: &'static str, kin: &[Kin]) -> Vec<Node> {
    if kin.is_empty() {
        return Vec::new();
    }
    let names = kin.iter().map(|kin| match kin {
        Kin::Bloc(bloc) => page.bloc(*bloc),
        Kin::Name(name) => element("span").text(name.as_str()),
    });
    vec![element("dt").text(name), element("dd").class("chips").children(names)]
}

fn countries(page: &Page<'_>, ix: BlocIx) -> Vec<Node> {
    let date = page.date();
    let profile = profile::bloc(page.atlas, ix, date);
    let mut nodes = Vec::new();
    if profile.countries.is_empty() {
        nodes.push(element("p").class("summary").text(format!("No members on {}.", date.in_words())));
    }
    for (status, set) in &profile.countries {
        nodes.extend(group(page, ix, *status, *set));
    }
    let ended = |row: &&Membership| row.span.to.is_some_and(|to| to.earliest() <= date);
    let rows = page.atlas.memberships_of_bloc(ix).iter().filter(|row| row.status == Status::Member).filter(ended);
    let rows = rows.map(|row| member(page, page.country(row.country), row)).collect();
    nodes.extend(section("Earlier memberships", rows));
    nodes
}

fn group(page: &Page<'_>, ix: BlocIx, status: Status, set: CountrySet) -> Vec<Node> {
    let date = page.date();
    let holds = |row: &&Membership| row.status == status && set.contains(row.country) && row.span.contains(date);
    let mut rows: Vec<&Membership> = page.atlas.memberships_of_bloc(ix).iter().filter(holds).collect();
    rows.order_by_key(|row| folded(page.atlas.country(row.country).name()));
    let rows: Vec<Node> = rows.into_iter().map(|row| member(page, page.country(row.country), row)).collect();
    section(format!("{} {}", rows.len(), status.noun(rows.len() != 1)), rows)
}
