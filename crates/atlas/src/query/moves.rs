//! Who went from one bloc to another between two days.

use super::change::{Change, ChangeKind, changes};
use crate::order::Order as _;
use crate::{Atlas, BlocIx, CountryIx, Date, Precision};

/// A country that left one of the blocs compared and joined another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub country: CountryIx,
    /// Its joins and exits, by their days.
    pub steps: Vec<Change>,
}

/// Everyone who left one of the blocs and joined another after the first day, up to and including the second; in the order of their
/// first steps, then of the countries.
#[must_use]
pub fn moves(atlas: &Atlas, blocs: &[BlocIx], days: (Date, Date)) -> Vec<Move> {
    let all = blocs.iter().flat_map(|bloc| changes(atlas, *bloc, days.0, days.1));
    let mut steps: Vec<Change> =
        all.filter(|step| matches!(step.kind(), ChangeKind::Joined | ChangeKind::Left)).collect();
    steps.order_by_key(|step| (step.on.earliest(), step.country, step.bloc));
    let mut moves: Vec<Move> = Vec::new();
    for step in steps {
        match moves.iter_mut().find(|known| known.country == step.country) {
            Some(known) => known.steps.push(step),
            None => moves.push(Move { country: step.country, steps: vec![step] }),
        }
    }
    moves.retain(Move::is_between_blocs);
    moves
}

impl Move {
    /// Whether it left one bloc and joined another: whoever came back to the same did not move.
    fn is_between_blocs(&self) -> bool {
        let of = |kind: ChangeKind| self.steps.iter().filter(move |step| step.kind() == kind);
        of(ChangeKind::Left).any(|left| of(ChangeKind::Joined).any(|joined| joined.bloc != left.bloc))
    }

    /// `left ECCAS in 2007, joined EAC on 1 July 2007`
    #[must_use]
    pub fn words(&self, atlas: &Atlas) -> String {
        let step = |step: &Change| {
            let verb = if step.kind() == ChangeKind::Left { "left" } else { "joined" };
            let day = step.on.in_words();
            let when = if step.on.precision() == Precision::Day { "on" } else { "in" };
            format!("{verb} {} {when} {day}", atlas.bloc(step.bloc).short)
        };
        self.steps.iter().map(step).collect::<Vec<_>>().join(", ")
    }
}
