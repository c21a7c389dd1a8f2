//! How an answer changed between two days, in sentences.

use super::clause::turned;
use super::{names, number, subject};
use crate::query::between::{Between, between, ordered};
use crate::query::eval::Context;
use crate::query::expr::Expr;
use crate::{Atlas, CountrySet, Date, StatusSet};

/// The change in words, after [`between`].
///
/// `Between 1 January 2016 and 23 November 2026, 12 countries joined CPTPP: …. 1 country left: …. 3 countries stayed: ….`
#[must_use]
pub fn change_sentence(atlas: &Atlas, expr: &Expr, context: Context, days: (Date, Date)) -> String {
    if expr.is_dated() {
        return "The question fixes its own days: between two others nothing changes.".to_owned();
    }
    let (since, until) = ordered(days.0, days.1);
    let Between { joined, left, suspended, unchanged } = between(atlas, expr, context, (since, until));
    let words = Words { atlas, expr, context };
    let mut parts = Vec::new();
    if joined.is_empty() && left.is_empty() {
        parts.push(format!("no country {}", words.neither()));
    }
    parts.extend(part(atlas, joined, |countries| words.joined(countries)));
    // The bloc is named once.
    let is_first = parts.is_empty();
    parts.extend(part(atlas, left, |countries| words.left(countries, is_first)));
    parts.extend(part(atlas, suspended, |countries| {
        if countries.len() > 1 { "were suspended" } else { "was suspended" }.into()
    }));
    parts.extend(part(atlas, unchanged, |_| "stayed".to_owned()));
    let parts: Vec<String> = parts.into_iter().map(|part| part + ".").collect();
    format!("Between {} and {}, {}", since.in_words(), until.in_words(), parts.join(" "))
}

fn part(atlas: &Atlas, countries: CountrySet, verb: impl Fn(CountrySet) -> String) -> Option<String> {
    let told = || format!("{} {}: {}", subject(atlas, countries), verb(countries), names(atlas, countries));
    (!countries.is_empty()).then(told)
}

struct Words<'a> {
    atlas: &'a Atlas,
    expr: &'a Expr,
    context: Context,
}

impl Words<'_> {
    /// The bloc that is joined or left, where the question is of its members.
    fn bloc(&self) -> Option<&str> {
        let Expr::Bloc { bloc, status } = self.expr else { return None };
        let is_of_members = status.map_or(self.context.statuses, StatusSet::from) == StatusSet::MEMBERS;
        is_of_members.then(|| self.atlas.bloc(*bloc).short.as_str())
    }

    fn joined(&self, countries: CountrySet) -> String {
        match self.bloc() {
            Some(bloc) => format!("joined {bloc}"),
            None => self.turned(countries, "came to"),
        }
    }

    fn left(&self, countries: CountrySet, is_first: bool) -> String {
        match self.bloc() {
            Some(bloc) if is_first => format!("left {bloc}"),
            Some(_) => "left".to_owned(),
            None if is_first => self.turned(countries, "ceased to"),
            None => "ceased to".to_owned(),
        }
    }

    fn neither(&self) -> String {
        match self.bloc() {
            Some(bloc) => format!("joined or left {bloc}"),
            None => self.turned(CountrySet::EMPTY, "came or ceased to"),
        }
    }

    fn turned(&self, countries: CountrySet, verb: &str) -> String {
        turned(self.atlas, self.expr, self.context, number(countries), verb)
    }
}
