//! Every fact names its source, once; a source has a title and an address, and is cited somewhere.

use std::collections::BTreeSet;

use super::{At, Problem, Records, each_agreement, each_bloc, each_country, each_row};
use crate::records::Ids;

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    let mut cited: BTreeSet<&str> = BTreeSet::new();
    let blocs = records.blocs.iter().map(|(_, bloc)| bloc);
    let rows = blocs.clone().flat_map(|bloc| &bloc.memberships).map(|row| &row.source);
    let events = blocs.clone().flat_map(|bloc| &bloc.events).map(|event| &event.source);
    let stated = blocs.clone().flat_map(|bloc| &bloc.stated).map(|stated| &stated.source);
    let stories = records.stories.iter().map(|(_, story)| &story.sources);
    let lists = (records.countries.iter().map(|(_, country)| &country.sources))
        .chain(records.agreements.iter().map(|(_, agreement)| &agreement.sources))
        .chain(blocs.map(|bloc| &bloc.sources));
    for ids in rows.chain(events).chain(stated).chain(stories).chain(lists) {
        cited.extend(ids.0.iter().map(String::as_str));
    }
    let file = At::file("sources.toml");
    for (id, source) in &records.sources {
        let at = file.key(id);
        if source.title.is_empty() || source.publisher.is_empty() {
            let message = format!("{id} has no title or no publisher");
            problems.push(at.error(message, "name both"));
        }
        address(&source.url, at.key("url"), problems);
        if !cited.contains(id.as_str()) {
            problems.push(at.error(format!("{id} is cited nowhere"), "cite it, or drop it"));
        }
    }
    each_bloc(records, |_, bloc, at| {
        if !bloc.website.is_empty() {
            address(&bloc.website, at.key("website"), problems);
        }
    });
    complete(records, problems);
}

fn address(url: &str, at: At, problems: &mut Vec<Problem>) {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(char::is_whitespace)) {
        let remedy = "write it in full, with https:// and no space";
        problems.push(at.error(format!("\"{url}\" is no address"), remedy));
    }
}

/// Every list of sources names some, each once; a row that is unverified may do without.
fn complete(records: &Records, problems: &mut Vec<Problem>) {
    let mut look = |ids: &Ids, needed: bool, at: At| {
        if ids.0.is_empty() && needed {
            problems.push(at.error("no source", "name at least one id of sources.toml"));
        }
        for (index, id) in ids.0.iter().enumerate() {
            if ids.0.iter().take(index).any(|other| other == id) {
                let at = at.index(index);
                problems.push(at.error(format!("\"{id}\" stands twice"), "name each source once"));
            }
        }
    };
    each_country(records, |_, country, at| look(&country.sources, true, at.key("sources")));
    each_agreement(records, |_, agreement, at| look(&agreement.sources, true, at.key("sources")));
    each_row(records, |_, row, at| look(&row.source, !row.unverified, at.key("source")));
    each_bloc(records, |_, bloc, at| {
        look(&bloc.sources, true, at.key("sources"));
        let events = at.key("events");
        for (index, event) in bloc.events.iter().enumerate() {
            look(&event.source, true, events.index(index).key("source"));
        }
        let list = at.key("stated");
        for (index, stated) in bloc.stated.iter().enumerate() {
            look(&stated.source, true, list.index(index).key("source"));
        }
    });
}
