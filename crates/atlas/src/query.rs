//! Questions to an atlas, each a pure function of it and a date.
//!
//! ```
//! use entente_atlas::Atlas;
//! use entente_atlas::query::{Context, eval, parse, sentence::sentence};
//!
//! let atlas = Atlas::default();
//! let error = parse(&atlas, "cptpp & rcep").unwrap_err();
//! assert_eq!(error.render("cptpp & rcep").lines().nth(1), Some("^"));
//!
//! # fn ask(atlas: &Atlas) -> Result<String, Box<dyn std::error::Error>> {
//! let expr = parse(atlas, "cptpp & rcep - asean")?;
//! let context = Context::members_at("2026-11-23".parse()?);
//! let countries = eval(atlas, &expr, context);
//! let answer = sentence(atlas, &expr, context, countries);
//! // "3 countries are in both CPTPP and RCEP but not in ASEAN on 23 November 2026: …"
//! # Ok(answer)
//! # }
//! ```

pub mod alike;
pub mod at;
pub mod between;
pub mod change;
pub mod chips;
pub mod complete;
pub mod eval;
pub mod expr;
mod lex;
pub mod moves;
pub mod overlap;
pub mod parse;
pub mod profile;
pub mod question;
pub mod reach;
pub mod search;
pub mod sentence;
pub mod similar;
pub mod tokens;
pub mod years;

pub use eval::{Context, eval};
pub use expr::Expr;
pub use parse::{SyntaxError, parse};
pub use question::Question;
