//! A question about sets of countries as a tree, and how it is written.
//!
//! `|` binds loosest; `&` and `-` bind tighter, are of one rank and group from the left, so that
//! `a & b - c | d` is `((a & b) - c) | d`; `@DATE` binds tightest of all. What is printed has no
//! parenthesis that could be left out, and is read back as the same tree.

use std::fmt;

use crate::{Atlas, BlocIx, Date, Status};

/// A question about sets of countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// `asean`, `asean:observer`: countries of that status, or of the default ones.
    Bloc {
        /// The bloc.
        bloc: BlocIx,
        /// The status; `None` for the default ones of the question.
        status: Option<Status>,
    },
    /// `a & b`: in both.
    And(Box<Expr>, Box<Expr>),
    /// `a | b`: in at least one of the two.
    Or(Box<Expr>, Box<Expr>),
    /// `a - b`: in the first and not in the second.
    Without(Box<Expr>, Box<Expr>),
    /// `exactly(2, a, b, c)`: in that many of them, no more and no fewer.
    Exactly(usize, Vec<Expr>),
    /// `atleast(2, a, b, c)`: in that many of them or more.
    AtLeast(usize, Vec<Expr>),
    /// `a@1990-01-01`: as it was on that day, whatever the question's date.
    At(Box<Expr>, Date),
}

impl Expr {
    /// A bloc with the default statuses.
    #[must_use]
    pub const fn bloc(bloc: BlocIx) -> Self {
        Self::Bloc { bloc, status: None }
    }

    /// Those in the first that are in the second too.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::And(Box::new(self), Box::new(other))
    }

    /// Those in either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::Or(Box::new(self), Box::new(other))
    }

    /// Those in the first that are not in the second.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self::Without(Box::new(self), Box::new(other))
    }

    /// How it is written, with the ids of that atlas.
    #[must_use]
    pub fn written<'a>(&'a self, atlas: &'a Atlas) -> impl fmt::Display + 'a {
        Written { expr: self, atlas, is_named: false }
    }

    /// The same with the blocs' names in place of their ids: to be read, not to be typed.
    #[must_use]
    pub fn named<'a>(&'a self, atlas: &'a Atlas) -> impl fmt::Display + 'a {
        Written { expr: self, atlas, is_named: true }
    }

    /// Every bloc it names, once, in the order of first mention.
    #[must_use]
    pub fn blocs(&self) -> Vec<BlocIx> {
        let mut blocs = Vec::new();
        self.collect(&mut blocs);
        blocs
    }

    /// Whether every bloc in it has a day of its own, so that the question's date is idle.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        match self {
            Self::Bloc { .. } => false,
            Self::At(..) => true,
            Self::And(a, b) | Self::Or(a, b) | Self::Without(a, b) => a.is_dated() && b.is_dated(),
            Self::Exactly(_, all) | Self::AtLeast(_, all) => all.iter().all(Self::is_dated),
        }
    }

    fn collect(&self, blocs: &mut Vec<BlocIx>) {
        match self {
            Self::Bloc { bloc, .. } if !blocs.contains(bloc) => blocs.push(*bloc),
            Self::Bloc { .. } => {}
            Self::And(a, b) | Self::Or(a, b) | Self::Without(a, b) => {
                a.collect(blocs);
                b.collect(blocs);
            }
            Self::Exactly(_, all) | Self::AtLeast(_, all) => {
                all.iter().for_each(|expr| expr.collect(blocs));
            }
            Self::At(expr, _) => expr.collect(blocs),
        }
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::Or(..) => 1,
            Self::And(..) | Self::Without(..) => 2,
            Self::At(..) => 3,
            Self::Bloc { .. } | Self::Exactly(..) | Self::AtLeast(..) => 4,
        }
    }
}

struct Written<'a> {
    expr: &'a Expr,
    atlas: &'a Atlas,
    is_named: bool,
}

impl Written<'_> {
    fn of<'a>(&'a self, expr: &'a Expr) -> Written<'a> {
        Written { expr, ..*self }
    }

    /// An operand: in parentheses if it binds looser than its place asks.
    fn operand(&self, f: &mut fmt::Formatter<'_>, expr: &Expr, rank: u8) -> fmt::Result {
        if expr.rank() < rank { write!(f, "({})", self.of(expr)) } else { write!(f, "{}", self.of(expr)) }
    }

    fn infix(&self, f: &mut fmt::Formatter<'_>, a: &Expr, sign: &str, b: &Expr) -> fmt::Result {
        let rank = self.expr.rank();
        self.operand(f, a, rank)?;
        write!(f, " {sign} ")?;
        self.operand(f, b, rank + 1)
    }

    fn call(&self, f: &mut fmt::Formatter<'_>, name: &str, n: usize, all: &[Expr]) -> fmt::Result {
        write!(f, "{name}({n}")?;
        all.iter().try_for_each(|expr| write!(f, ", {}", self.of(expr)))?;
        f.write_str(")")
    }
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.expr {
            Expr::Bloc { bloc, status } => {
                let bloc = self.atlas.bloc(*bloc);
                f.write_str(if self.is_named { &bloc.short } else { &bloc.id })?;
                status.map_or(Ok(()), |status| write!(f, ":{status}"))
            }
            Expr::And(a, b) => self.infix(f, a, "&", b),
            Expr::Or(a, b) => self.infix(f, a, "|", b),
            Expr::Without(a, b) => self.infix(f, a, "-", b),
            Expr::Exactly(n, all) => self.call(f, "exactly", *n, all),
            Expr::AtLeast(n, all) => self.call(f, "atleast", *n, all),
            Expr::At(expr, date) => {
                self.operand(f, expr, 4)?;
                write!(f, "@{date}")
            }
        }
    }
}
