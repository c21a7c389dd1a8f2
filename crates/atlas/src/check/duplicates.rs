//! What names one thing names no other: codes and names of countries, short names of blocs.

use std::collections::BTreeMap;

use super::{At, Problem, Records, each_bloc, each_country};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    let mut codes = Seen::default();
    let mut names = Seen::default();
    each_country(records, |code, country, at| {
        codes.add(&country.alpha2, code, at.key("alpha2"), problems);
        codes.add(&country.numeric, code, at.key("numeric"), problems);
        names.add(&country.name, code, at.key("name"), problems);
    });
    let mut shorts = Seen::default();
    each_bloc(records, |id, bloc, at| {
        shorts.add(&bloc.short, id, at.key("short"), problems);
        themes(&bloc.themes, at.key("themes"), problems);
    });
}

/// Values met so far, in lower case, with the id of their owner.
#[derive(Default)]
struct Seen(BTreeMap<String, String>);

impl Seen {
    fn add(&mut self, value: &str, owner: &str, at: At, problems: &mut Vec<Problem>) {
        if value.is_empty() {
            return;
        }
        if let Some(other) = self.0.insert(value.to_lowercase(), owner.to_owned()) {
            let message = format!("\"{value}\" belongs to {other} already");
            problems.push(at.error(message, "give each its own"));
        }
    }
}

fn themes(themes: &[String], at: At, problems: &mut Vec<Problem>) {
    if themes.is_empty() {
        problems.push(at.error("no theme", "name at least one; the first is the main one"));
    }
    for (index, theme) in themes.iter().enumerate() {
        if themes.iter().take(index).any(|other| other == theme) {
            problems.push(at.index(index).error(format!("\"{theme}\" stands twice"), "drop one"));
        }
    }
}
