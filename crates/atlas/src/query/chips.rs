//! A question as chips: each chosen bloc is to be in, not to be in, or left open.
//!
//! Chips say less than expressions, and exactly what they say is written as one: `a & b - c`, or `(a | b) - c` where no bloc is to be
//! in and several are open. Open blocs stand in no expression otherwise: they are the chosen ones that it does not name.

use super::expr::Expr;
use crate::{BlocIx, Date, Status};

/// What is asked of one bloc.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// A country is to be in it.
    In,
    /// A country is not to be in it.
    Out,
    /// A country may be in it or not.
    Open,
}

/// One bloc and what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The bloc.
    pub bloc: BlocIx,
    /// As what, where not by the question's default.
    pub status: Option<Status>,
    /// On which day, where not on the question's.
    pub on: Option<Date>,
    /// What is asked of it.
    pub position: Position,
}

impl Chip {
    /// A bloc with the question's default standing and day.
    #[must_use]
    pub const fn new(bloc: BlocIx, position: Position) -> Self {
        Self { bloc, status: None, on: None, position }
    }

    fn expr(&self) -> Expr {
        let bloc = Expr::Bloc { bloc: self.bloc, status: self.status };
        match self.on {
            Some(date) => Expr::At(Box::new(bloc), date),
            None => bloc,
        }
    }

    fn of(expr: &Expr, position: Position) -> Option<Self> {
        match expr {
            Expr::Bloc { bloc, status } => Some(Self { bloc: *bloc, status: *status, on: None, position }),
            Expr::At(inner, date) => match **inner {
                Expr::Bloc { bloc, status } => Some(Self { bloc, status, on: Some(*date), position }),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What the chips ask; `None` while they ask nothing: no bloc is to be in, and there is none to be out, or nothing to take it from.
#[must_use]
pub fn expr(chips: &[Chip]) -> Option<Expr> {
    let at = |position| chips.iter().filter(move |chip| chip.position == position).map(Chip::expr);
    let is_asked = chips.iter().any(|chip| chip.position != Position::Open);
    let inside = at(Position::In).reduce(Expr::and);
    let from = inside.or_else(|| at(Position::Open).reduce(Expr::or).filter(|_| is_asked))?;
    Some(at(Position::Out).fold(from, Expr::without))
}

/// The chips of an expression: first those that it names, then the other blocs chosen, left open. `None` where it says more than
/// chips can, or names a bloc twice.
///
/// Where [`expr`] gives an expression of chips with one to be in, or with two left open, these are those chips, sorted by position.
#[must_use]
pub fn chips(expr: &Expr, chosen: &[BlocIx]) -> Option<Vec<Chip>> {
    let mut chips = Vec::new();
    collect(expr, &mut chips)?;
    let has_inside = chips.iter().any(|chip| chip.position == Position::In);
    let has_outside = chips.iter().any(|chip| chip.position == Position::Out);
    // `a | b` alone leaves nothing out: chips that ask nothing.
    if !has_inside && !has_outside {
        return None;
    }
    let is_twice = |(at, chip): (usize, &Chip)| chips.iter().skip(at + 1).any(|other| other.bloc == chip.bloc);
    if chips.iter().enumerate().any(is_twice) {
        return None;
    }
    for bloc in chosen {
        if chips.iter().all(|chip| chip.bloc != *bloc) {
            // Beside `(a | b) - c` a further open bloc would change what is asked.
            has_inside.then_some(())?;
            chips.push(Chip::new(*bloc, Position::Open));
        }
    }
    Some(chips)
}

/// The chips of `a & b - c`, whatever the order of its signs, and of `(a | b) - c`.
fn collect(expr: &Expr, chips: &mut Vec<Chip>) -> Option<()> {
    match expr {
        Expr::And(a, b) => {
            collect(a, chips)?;
            // `(a | b) & c` is no chips: nothing to be in may stand beside open ones.
            chips.iter().all(|chip| chip.position != Position::Open).then_some(())?;
            chips.push(Chip::of(b, Position::In)?);
        }
        Expr::Without(a, b) => {
            collect(a, chips)?;
            chips.push(Chip::of(b, Position::Out)?);
        }
        Expr::Or(a, b) => {
            alternatives(a, chips)?;
            chips.push(Chip::of(b, Position::Open)?);
        }
        _ => chips.push(Chip::of(expr, Position::In)?),
    }
    Some(())
}

fn alternatives(expr: &Expr, chips: &mut Vec<Chip>) -> Option<()> {
    match expr {
        Expr::Or(a, b) => {
            alternatives(a, chips)?;
            chips.push(Chip::of(b, Position::Open)?);
        }
        _ => chips.push(Chip::of(expr, Position::Open)?),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;
    use crate::query::search::tests::tiny;

    fn told(text: &str, chosen: &[&str]) -> Option<String> {
        let atlas = tiny();
        let chosen: Vec<BlocIx> = chosen.iter().filter_map(|id| atlas.bloc_by_id(id)).collect();
        let chips = chips(&parse(&atlas, text).unwrap(), &chosen)?;
        let written = |chip: &Chip| {
            let sign = match chip.position {
                Position::In => "+",
                Position::Out => "-",
                Position::Open => "?",
            };
            format!("{sign}{}", chip.expr().written(&atlas))
        };
        Some(chips.iter().map(written).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn what_chips_can_say_is_read_and_the_chosen_rest_is_open() {
        for (text, chosen, chips) in [
            ("asean", vec![], "+asean"),
            ("asean - rcep", vec!["pacific-alliance", "asean"], "+asean -rcep ?pacific-alliance"),
            ("asean:observer & rcep@1990-01-01", vec![], "+asean:observer +rcep@1990-01-01"),
            ("asean - rcep & pacific-alliance", vec![], "+asean -rcep +pacific-alliance"),
            ("(asean | rcep) - pacific-alliance", vec!["asean"], "?asean ?rcep -pacific-alliance"),
        ] {
            assert_eq!(told(text, &chosen).as_deref(), Some(chips), "{text}");
        }
    }

    #[test]
    fn what_says_more_is_left_to_the_expression() {
        for text in [
            "asean | rcep",
            "asean & asean",
            "asean & (rcep | pacific-alliance)",
            "(asean | rcep) & pacific-alliance",
            "asean - (rcep & pacific-alliance)",
            "(asean & rcep)@1990-01-01",
            "exactly(1, asean, rcep)",
        ] {
            assert_eq!(told(text, &[]), None, "{text}");
        }
        assert_eq!(told("(asean | rcep) - rcep", &[]), None);
    }
}
