//! An answer on two days: who came, who went, who was barred, who stayed.

use super::at;
use super::eval::{Context, eval};
use super::expr::Expr;
use crate::{Atlas, CountrySet, Date, Status};

/// The answers of the two days, divided: no country is in two of these sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// In the answer of the later day alone.
    pub joined: CountrySet,
    /// In the answer of the earlier day alone.
    pub left: CountrySet,
    /// In both, but suspended from one of the blocs on the later day and from none on the earlier.
    pub suspended: CountrySet,
    /// In both, and otherwise.
    pub unchanged: CountrySet,
}

impl Between {
    /// Whether both days have the same answer, and nobody was suspended.
    #[must_use]
    pub fn is_still(&self) -> bool {
        self.joined.is_empty() && self.left.is_empty() && self.suspended.is_empty()
    }
}

/// The two days in their order.
#[must_use]
pub fn ordered(a: Date, b: Date) -> (Date, Date) {
    if a <= b { (a, b) } else { (b, a) }
}

/// How the answer to a question changed between two days, given in either order. The context's own day is not asked.
#[must_use]
pub fn between(atlas: &Atlas, expr: &Expr, context: Context, days: (Date, Date)) -> Between {
    let (since, until) = ordered(days.0, days.1);
    let on = |date: Date| eval(atlas, expr, Context { at: date, ..context });
    let (before, after) = (on(since), on(until));
    let suspended_on = |date: Date| {
        let each = expr.blocs().into_iter().map(|bloc| at::with_status(atlas, bloc, date, Status::Suspended.into()));
        each.fold(CountrySet::EMPTY, |all, bloc| all | bloc)
    };
    let stayed = before & after;
    let suspended = (stayed & suspended_on(until)) - suspended_on(since);
    Between { joined: after - before, left: before - after, suspended, unchanged: stayed - suspended }
}
