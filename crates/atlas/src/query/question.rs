//! A question with the blocs compared: in these, perhaps in others too, or in exactly these.

use super::eval::{Context, eval};
use super::expr::Expr;
use crate::{Atlas, BlocIx, CountrySet};

/// An expression, the blocs it is asked among, and whether the others of them may hold a country too.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What is asked.
    pub expr: &'a Expr,
    /// The day, and what a bare bloc means.
    pub context: Context,
    /// The blocs compared; those that the expression names need not be among them.
    pub compared: &'a [BlocIx],
    /// Whether a country that is in another of the blocs compared does not count.
    pub is_exact: bool,
}

impl Question<'_> {
    /// The blocs compared that the expression does not name.
    #[must_use]
    pub fn others(&self) -> Vec<BlocIx> {
        let named = self.expr.blocs();
        let mut others: Vec<BlocIx> = Vec::new();
        for bloc in self.compared {
            if !named.contains(bloc) && !others.contains(bloc) {
                others.push(*bloc);
            }
        }
        others
    }

    /// How many blocs are compared or named, each once.
    #[must_use]
    pub fn count(&self) -> usize {
        self.others().len() + self.expr.blocs().len()
    }

    /// The expression that says all of it: of an exact question, without the others.
    #[must_use]
    pub fn whole(&self) -> Expr {
        let others = if self.is_exact { self.others() } else { Vec::new() };
        others.into_iter().fold(self.expr.clone(), |expr, other| expr.without(Expr::bloc(other)))
    }

    /// The countries that answer.
    #[must_use]
    pub fn answer(&self, atlas: &Atlas) -> CountrySet {
        eval(atlas, &self.whole(), self.context)
    }
}

/// In all of these blocs; `None` of none. Asked exactly, it is their exclusive intersection.
#[must_use]
pub fn in_all(blocs: &[BlocIx]) -> Option<Expr> {
    blocs.iter().map(|bloc| Expr::bloc(*bloc)).reduce(Expr::and)
}
