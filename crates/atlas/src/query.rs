//! Questions to an atlas, each a pure function of it and a date.

pub mod at;
pub mod change;
pub mod eval;
pub mod expr;
mod lex;
pub mod overlap;
pub mod parse;
pub mod profile;
pub mod search;
pub mod sentence;
pub mod similar;

pub use eval::{Context, eval};
pub use expr::Expr;
pub use parse::{SyntaxError, parse};
