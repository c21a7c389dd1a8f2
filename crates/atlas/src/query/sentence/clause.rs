//! The verb and the blocs of a sentence: "are in both CPTPP and RCEP but not in ASEAN".

use crate::query::eval::Context;
use crate::query::expr::Expr;
use crate::{Atlas, Date, Status, StatusSet};

/// Whether the subject is one country or many; none counts as one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Many,
}

/// What the countries are, in words; a question too involved for words is quoted.
pub(super) fn clause(atlas: &Atlas, expr: &Expr, context: Context, number: Number) -> String {
    let (is, answers) = if number == Number::One { ("is", "answers") } else { ("are", "answer") };
    verbal(atlas, expr, context, number, (is, answers))
}

/// What the countries came to be or ceased to be: "came to be in both CPTPP and RCEP".
pub(super) fn turned(atlas: &Atlas, expr: &Expr, context: Context, number: Number, verb: &str) -> String {
    verbal(atlas, expr, context, number, (&format!("{verb} be"), &format!("{verb} answer")))
}

fn verbal(atlas: &Atlas, expr: &Expr, context: Context, number: Number, (is, answers): (&str, &str)) -> String {
    match phrase(atlas, expr, context, number) {
        Some(what) => format!("{is} {what}"),
        None => format!("{answers} to \"{}\"", expr.named(atlas)),
    }
}

/// The clause without its verb; `None` for a question too involved for words.
pub(super) fn phrase(atlas: &Atlas, expr: &Expr, context: Context, number: Number) -> Option<String> {
    let words = Words { atlas, context };
    words.role(expr, number).or_else(|| words.predicate(expr))
}

/// "a", "a and b", "a, b and c", with another word for the last.
pub(super) fn list(items: &[impl AsRef<str>], last: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((end, before)) => format!("{} {last} {end}", before.join(", ")),
    }
}

struct Words<'a> {
    atlas: &'a Atlas,
    context: Context,
}

impl Words<'_> {
    /// "an observer of ASEAN", for a single bloc and another status than full member.
    fn role(&self, expr: &Expr, number: Number) -> Option<String> {
        let Expr::Bloc { bloc, status } = expr else {
            return None;
        };
        let statuses = status.map_or(self.context.statuses, StatusSet::from);
        if statuses == StatusSet::MEMBERS {
            return None;
        }
        let many = number == Number::Many;
        let nouns: Vec<&str> = statuses.iter().map(|status| status.noun(many)).collect();
        let first = nouns.first().and_then(|noun| noun.chars().next());
        let article = match (number, first) {
            (Number::Many, _) => "",
            (Number::One, Some('a' | 'e' | 'i' | 'o' | 'u')) => "an ",
            (Number::One, _) => "a ",
        };
        Some(format!("{article}{} of {}", list(&nouns, "or"), self.atlas.bloc(*bloc).short))
    }

    /// "in both A and B but not in C"; `None` if it cannot be said plainly.
    fn predicate(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Or(..) => {
                let any = self.labels(&alternatives(expr))?;
                Some(match any.as_slice() {
                    [a, b] => format!("in {a} or {b} or both"),
                    _ => format!("in at least one of {}", list(&any, "and")),
                })
            }
            Expr::Exactly(n, all) => Some(format!("in exactly {n} of {}", list(&self.labels_of(all)?, "and"))),
            Expr::AtLeast(n, all) => Some(format!("in at least {n} of {}", list(&self.labels_of(all)?, "and"))),
            _ => self.both(expr),
        }
    }

    fn both(&self, expr: &Expr) -> Option<String> {
        let mut inside = Vec::new();
        let mut outside = Vec::new();
        divide(expr, &mut inside, &mut outside);
        let inside = self.labels(&inside)?;
        let outside = self.labels(&outside)?;
        let all = match inside.as_slice() {
            [a] => format!("in {a}"),
            [a, b] => format!("in both {a} and {b}"),
            _ => format!("in all of {}", list(&inside, "and")),
        };
        Some(match outside.as_slice() {
            [] => all,
            [c] => format!("{all} but not in {c}"),
            [c, d] => format!("{all} but in neither {c} nor {d}"),
            _ => format!("{all} but in none of {}", list(&outside, "and")),
        })
    }

    fn labels_of(&self, all: &[Expr]) -> Option<Vec<String>> {
        self.labels(&all.iter().collect::<Vec<_>>())
    }

    fn labels(&self, all: &[&Expr]) -> Option<Vec<String>> {
        all.iter().map(|expr| self.label(expr, None)).collect()
    }

    /// "ASEAN", "ASEAN (observers)", "ASEAN (on 1 January 1990)".
    fn label(&self, expr: &Expr, on: Option<Date>) -> Option<String> {
        match expr {
            Expr::At(inner, date) => self.label(inner, Some(*date)),
            Expr::Bloc { bloc, status } => {
                let short = &self.atlas.bloc(*bloc).short;
                let statuses = status.map_or(self.context.statuses, StatusSet::from);
                let nouns: Vec<&str> = statuses.iter().map(|status| status.noun(true)).collect();
                let plain = statuses == Status::Member.into();
                Some(match (plain, on) {
                    (true, None) => short.clone(),
                    (true, Some(date)) => format!("{short} (on {})", date.in_words()),
                    (false, None) => format!("{short} ({})", list(&nouns, "or")),
                    (false, Some(date)) => {
                        format!("{short} ({} on {})", list(&nouns, "or"), date.in_words())
                    }
                })
            }
            _ => None,
        }
    }
}

/// The operands of a chain of `|`.
fn alternatives(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::Or(a, b) => [alternatives(a), alternatives(b)].concat(),
        _ => vec![expr],
    }
}

/// The operands of a chain of `&` and `-`: those to be in, and those not to be in.
fn divide<'a>(expr: &'a Expr, inside: &mut Vec<&'a Expr>, outside: &mut Vec<&'a Expr>) {
    match expr {
        Expr::And(a, b) => {
            divide(a, inside, outside);
            divide(b, inside, outside);
        }
        Expr::Without(a, b) => {
            divide(a, inside, outside);
            outside.extend(alternatives(b));
        }
        _ => inside.push(expr),
    }
}
