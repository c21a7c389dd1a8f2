//! From a question to its answer.

use super::at;
use super::expr::Expr;
use crate::{Atlas, CountrySet, Date, StatusSet};

/// What a question leaves open: the date, and what a bare bloc means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The day asked about, where the expression fixes none.
    pub at: Date,
    /// What countries of a bare bloc are; full members unless said otherwise.
    pub statuses: StatusSet,
}

impl Context {
    /// Full members, suspended ones counted, on that day.
    #[must_use]
    pub const fn members_at(at: Date) -> Self {
        Self { at, statuses: StatusSet::MEMBERS }
    }
}

/// The countries that answer to the expression.
#[must_use]
pub fn eval(atlas: &Atlas, expr: &Expr, context: Context) -> CountrySet {
    let answer = |expr: &Expr| eval(atlas, expr, context);
    match expr {
        Expr::Bloc { bloc, status } => {
            let statuses = status.map_or(context.statuses, StatusSet::from);
            at::with_status(atlas, *bloc, context.at, statuses)
        }
        Expr::And(a, b) => answer(a) & answer(b),
        Expr::Or(a, b) => answer(a) | answer(b),
        Expr::Without(a, b) => answer(a) - answer(b),
        Expr::AtLeast(n, all) => in_at_least(*n, all.iter().map(answer)),
        Expr::Exactly(n, all) => {
            let sets: Vec<CountrySet> = all.iter().map(answer).collect();
            in_at_least(*n, sets.iter().copied()) - in_at_least(n + 1, sets.into_iter())
        }
        Expr::At(expr, date) => eval(atlas, expr, Context { at: *date, ..context }),
    }
}

/// The countries in that many of the sets or more; with 0, those in any.
fn in_at_least(n: usize, sets: impl Iterator<Item = CountrySet>) -> CountrySet {
    // levels[k] holds those met in more than k sets so far.
    let mut levels = vec![CountrySet::EMPTY; n.max(1)];
    for set in sets {
        let mut carried = set;
        for level in &mut levels {
            let again = *level & carried;
            *level |= carried;
            carried = again;
        }
    }
    levels.last().copied().unwrap_or_default()
}
