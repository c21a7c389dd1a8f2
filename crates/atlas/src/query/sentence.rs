//! The answer to a question as a sentence that never confuses "in both" with "in exactly these".

mod change;
mod clause;

use super::eval::Context;
use super::expr::Expr;
use super::overlap::Overlap;
use super::question::Question;
use crate::order::Order as _;
use crate::{Atlas, BlocIx, Country, CountrySet, CountryStatus, Date};

pub use change::change_sentence;
use clause::{Number, clause};

/// Names beyond this many are counted, not listed.
const MAX_NAMES: usize = 25;

/// The answer in words.
///
/// `7 countries are in both CPTPP and RCEP on 23 November 2026: Australia, Brunei, …`. Names stand
/// in the order of the alphabet; long lists are cut short with a count of the rest.
#[must_use]
pub fn sentence(atlas: &Atlas, expr: &Expr, context: Context, countries: CountrySet) -> String {
    // A date around the whole question is the date of the sentence.
    if let Expr::At(inner, date) = expr {
        return sentence(atlas, inner, Context { at: *date, ..context }, countries);
    }
    stated(atlas, &clause(atlas, expr, context, number(countries)), "", (expr, context, countries))
}

/// The answer to a question among blocs compared, in words that say whether others of them count.
///
/// `7 countries are in both CPTPP and RCEP, perhaps in ASEAN too, on 23 November 2026: …` or
/// `4 countries are in both CPTPP and RCEP, and in no other of the 3 blocs compared, on 23 November 2026: …`.
#[must_use]
pub fn question_sentence(atlas: &Atlas, question: &Question<'_>) -> String {
    let Question { expr, context, is_exact, .. } = *question;
    let (countries, others) = (question.answer(atlas), question.others());
    if others.is_empty() {
        return sentence(atlas, expr, context, countries);
    }
    if let Expr::At(inner, date) = expr {
        return question_sentence(
            atlas,
            &Question { expr: inner, context: Context { at: *date, ..context }, ..*question },
        );
    }
    let clause = clause(atlas, expr, context, number(countries));
    let shorts: Vec<&str> = others.iter().map(|other| atlas.bloc(*other).short.as_str()).collect();
    let aside = match shorts.len() {
        _ if is_exact => format!("and in no other of the {} blocs compared", question.count()),
        1..=3 => format!("perhaps in {} too", clause::list(&shorts, "or")),
        _ => format!("perhaps in others of the {} blocs compared too", question.count()),
    };
    stated(atlas, &clause, &aside, (&question.whole(), context, countries))
}

/// Who, what, something set off by commas, and when.
fn stated(atlas: &Atlas, clause: &str, aside: &str, asked: (&Expr, Context, CountrySet)) -> String {
    let (expr, context, countries) = asked;
    let subject = subject(atlas, countries);
    let mut said = format!("{subject} {clause}");
    if !aside.is_empty() {
        said += &format!(", {aside}");
    }
    // Where each bloc has a day of its own, the question has none.
    if !expr.is_dated() {
        let comma = if aside.is_empty() { "" } else { "," };
        said += &format!("{comma} on {}", context.at.in_words());
    }
    if countries.is_empty() {
        return said + ".";
    }
    format!("{said}: {}.", names(atlas, countries))
}

fn number(countries: CountrySet) -> Number {
    if countries.len() > 1 { Number::Many } else { Number::One }
}

/// What the countries of an answer are, for a title or a legend: `in both CPTPP and RCEP`, `observers of ASEAN`.
#[must_use]
pub fn phrase(atlas: &Atlas, expr: &Expr) -> String {
    let context = Context::members_at(Date::MIN);
    match clause::phrase(atlas, expr, context, Number::Many) {
        Some(phrase) => phrase,
        None => expr.named(atlas).to_string(),
    }
}

/// One exclusive intersection in words: "… are in both A and B but not in C …".
#[must_use]
pub fn overlap_sentence(atlas: &Atlas, overlap: &Overlap, compared: &[BlocIx], date: Date) -> String {
    let outside = compared.iter().filter(|bloc| !overlap.blocs.contains(bloc));
    let mut inside = overlap.blocs.iter().map(|bloc| Expr::bloc(*bloc));
    let Some(first) = inside.next() else {
        return String::new();
    };
    let all = inside.fold(first, Expr::and);
    let expr = outside.fold(all, |expr, bloc| expr.without(Expr::bloc(*bloc)));
    sentence(atlas, &expr, Context::members_at(date), overlap.countries)
}

/// The names of the countries, in the order of the alphabet, the last after "and".
#[must_use]
pub fn names(atlas: &Atlas, countries: CountrySet) -> String {
    let mut names: Vec<&str> = countries.iter().map(|ix| atlas.country(ix).name()).collect();
    // "Åland" stands among the A, not after Z.
    names.order_by_key(|name| super::search::folded(name));
    let rest = names.len().saturating_sub(MAX_NAMES);
    let more = format!("{rest} more");
    if rest > 1 {
        names.truncate(MAX_NAMES);
        names.push(&more);
    }
    clause::list(&names, "and")
}

/// "No country", "1 country", "21 countries and territories".
fn subject(atlas: &Atlas, countries: CountrySet) -> String {
    let is_territory = |country: &Country| country.status == CountryStatus::Territory;
    let territories = countries.iter().filter(|ix| is_territory(atlas.country(*ix))).count();
    match (countries.len(), territories) {
        (0, _) => "No country".to_owned(),
        (1, 0) => "1 country".to_owned(),
        (1, _) => "1 territory".to_owned(),
        (n, 0) => format!("{n} countries"),
        (n, t) if n == t => format!("{n} territories"),
        (n, _) => format!("{n} countries and territories"),
    }
}
