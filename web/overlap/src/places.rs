//! Chips: of each bloc, whether countries must be in it, must not, or may.

use entente_atlas::BlocIx;
use entente_atlas::query::Expr;

/// Where countries stand to one bloc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// They are in it.
    In,
    /// They are in it or not.
    May,
    /// They are not in it.
    Out,
}

/// The place of each bloc, in the order of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Places(pub Vec<(BlocIx, Place)>);

impl FromIterator<(BlocIx, Place)> for Places {
    fn from_iter<I: IntoIterator<Item = (BlocIx, Place)>>(places: I) -> Self {
        Self(places.into_iter().collect())
    }
}

impl Places {
    /// The places that a question means; `None` where it says more than places can.
    pub fn of(expr: &Expr, compared: &[BlocIx]) -> Option<Self> {
        let mut places: Self = compared.iter().map(|bloc| (*bloc, Place::May)).collect();
        if !places.take(expr) {
            places.any_of(expr)?;
        }
        Some(places)
    }

    /// `a & b - c`, grouped from the left.
    fn take(&mut self, expr: &Expr) -> bool {
        let (rest, last, place) = match expr {
            Expr::And(rest, last) => (Some(rest), last.as_ref(), Place::In),
            Expr::Without(rest, last) => (Some(rest), last.as_ref(), Place::Out),
            one => (None, one, Place::In),
        };
        let Expr::Bloc { bloc, status: None } = last else { return false };
        self.set(*bloc, place) && rest.is_none_or(|rest| self.take(rest))
    }

    /// `a | b - …`: all may, and some are out.
    fn any_of(&mut self, expr: &Expr) -> Option<()> {
        self.0.iter_mut().for_each(|(_, place)| *place = Place::May);
        (self.expr().as_ref() == Some(expr)).then_some(())
    }

    /// False where it has another place already.
    fn set(&mut self, bloc: BlocIx, place: Place) -> bool {
        let known = self.0.iter_mut().find(|(known, now)| *known == bloc && *now == Place::May);
        known.map(|(_, now)| *now = place).is_some()
    }

    /// The same with one bloc elsewhere.
    pub fn with(mut self, bloc: BlocIx, place: Place) -> Self {
        self.0.iter_mut().filter(|(known, _)| *known == bloc).for_each(|(_, now)| *now = place);
        self
    }

    fn at(&self, place: Place) -> impl Iterator<Item = Expr> {
        self.0.iter().filter(move |(_, now)| *now == place).map(|(bloc, _)| Expr::bloc(*bloc))
    }

    /// The question: in all that they must be in, else in any that they may be in; and in none of the others. Nothing of nothing.
    pub fn expr(&self) -> Option<Expr> {
        let all = self.at(Place::In).reduce(Expr::and);
        let inside = all.or_else(|| self.at(Place::May).reduce(Expr::or))?;
        Some(self.at(Place::Out).fold(inside, Expr::without))
    }
}
