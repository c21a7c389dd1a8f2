//! From text to a question: the expression language of the command line and of links.
//!
//! ```text
//! either = both { "|" both }
//! both   = dated { ("&" | "-") dated }
//! dated  = one [ "@" YYYY-MM-DD ]
//! one    = bloc [ ":" status ] | "(" either ")" | ("exactly" | "atleast") "(" N { "," either } ")"
//! ```
//!
//! Ids and statuses are read in either case. A hyphen between two letters belongs to an id, so
//! "without" is written with a space: `cptpp - rcep`.

mod error;

use super::expr::Expr;
use super::lex::{Token, TokenKind, tokens};
use crate::{Atlas, Date, Status};

pub use error::SyntaxError;

/// No question is longer, in bytes; it keeps the tree's depth harmless.
const MAX_LEN: usize = 2000;

/// No parentheses are deeper.
const MAX_DEPTH: usize = 50;

/// Reads an expression; every bloc in it is one of the atlas.
///
/// # Errors
/// The first place where it stops making sense, with a suggestion where one can be made.
pub fn parse(atlas: &Atlas, text: &str) -> Result<Expr, SyntaxError> {
    if text.len() > MAX_LEN {
        let message = format!("{} bytes are too long a question", text.len());
        return Err(SyntaxError::new(MAX_LEN, message).suggest("ask in several questions"));
    }
    let mut parser = Parser { atlas, tokens: tokens(text), next: 0, depth: 0 };
    let expr = parser.either()?;
    match parser.peek().kind {
        TokenKind::End => Ok(expr),
        _ => Err(error::operator_missing(parser.peek())),
    }
}

struct Parser<'a> {
    atlas: &'a Atlas,
    tokens: Vec<Token<'a>>,
    next: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Token<'a> {
        let last = Token { at: 0, kind: TokenKind::End };
        self.tokens.get(self.next).or(self.tokens.last()).copied().unwrap_or(last)
    }

    fn take(&mut self, sign: char) -> bool {
        let found = self.peek().kind == TokenKind::Sign(sign);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, sign: char) -> Result<(), SyntaxError> {
        if self.take(sign) { Ok(()) } else { Err(self.unexpected(&format!("\"{sign}\""))) }
    }

    fn word(&mut self, expected: &str) -> Result<(usize, &'a str), SyntaxError> {
        let token = self.peek();
        let TokenKind::Word(word) = token.kind else {
            return Err(self.unexpected(expected));
        };
        self.next += 1;
        Ok((token.at, word))
    }

    fn either(&mut self) -> Result<Expr, SyntaxError> {
        let mut expr = self.both()?;
        while self.take('|') {
            expr = expr.or(self.both()?);
        }
        Ok(expr)
    }

    fn both(&mut self) -> Result<Expr, SyntaxError> {
        let mut expr = self.dated()?;
        loop {
            expr = if self.take('&') {
                expr.and(self.dated()?)
            } else if self.take('-') {
                expr.without(self.dated()?)
            } else {
                return Ok(expr);
            };
        }
    }

    fn dated(&mut self) -> Result<Expr, SyntaxError> {
        let expr = self.one()?;
        if !self.take('@') {
            return Ok(expr);
        }
        let (at, text) = self.word("a day such as 2001-12-31")?;
        let date: Date = text.parse().map_err(|_| {
            SyntaxError::new(at, format!("\"{text}\" is no day")).suggest("write YYYY-MM-DD, a day that exists")
        })?;
        Ok(Expr::At(Box::new(expr), date))
    }

    fn one(&mut self) -> Result<Expr, SyntaxError> {
        if self.peek().kind == TokenKind::Sign('(') {
            return self.enclosed(|parser| {
                parser.expect('(')?;
                let expr = parser.either()?;
                parser.expect(')')?;
                Ok(expr)
            });
        }
        let (at, word) = self.word("a bloc")?;
        let calls = self.peek().kind == TokenKind::Sign('(');
        let lower = word.to_ascii_lowercase();
        match lower.as_str() {
            "exactly" if calls => self.enclosed(Self::counted).map(|(n, all)| Expr::Exactly(n, all)),
            "atleast" if calls => self.enclosed(Self::counted).map(|(n, all)| Expr::AtLeast(n, all)),
            _ => self.bloc(at, word),
        }
    }

    fn enclosed<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T, SyntaxError>) -> Result<T, SyntaxError> {
        if self.depth == MAX_DEPTH {
            let message = format!("the parenthesis is the {}th within one another", MAX_DEPTH + 1);
            return Err(SyntaxError::new(self.peek().at, message).suggest("leave some out"));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// `(N, a, b, …)`.
    fn counted(&mut self) -> Result<(usize, Vec<Expr>), SyntaxError> {
        self.expect('(')?;
        let (at, number) = self.word("a number")?;
        let mut all = Vec::new();
        while self.take(',') {
            all.push(self.either()?);
        }
        if all.is_empty() {
            return Err(self.unexpected("\",\" and a bloc"));
        }
        if self.peek().kind != TokenKind::Sign(')') {
            return Err(self.unexpected("\",\" and a bloc, or \")\""));
        }
        match number.parse::<usize>() {
            Ok(n) if (1..=all.len()).contains(&n) => self.expect(')').map(|()| (n, all)),
            Ok(_) => {
                let message = format!("\"{number}\" is not between 1 and the {} listed", all.len());
                Err(SyntaxError::new(at, message).suggest("say in how many of them"))
            }
            Err(_) => {
                let message = format!("\"{number}\" is no number");
                Err(SyntaxError::new(at, message).suggest("begin with how many: exactly(2, a, b, c)"))
            }
        }
    }

    fn bloc(&mut self, at: usize, word: &str) -> Result<Expr, SyntaxError> {
        let Some(bloc) = self.atlas.bloc_by_id(&word.to_ascii_lowercase()) else {
            return Err(error::unknown_bloc(self.atlas, at, word));
        };
        if !self.take(':') {
            return Ok(Expr::bloc(bloc));
        }
        let (at, text) = self.word("a status")?;
        let status = text.to_ascii_lowercase().parse::<Status>().map_err(|unknown| {
            let known = unknown.known.join(", ");
            SyntaxError::new(at, format!("\"{text}\" is no status")).suggest(format!("use one of {known}"))
        })?;
        Ok(Expr::Bloc { bloc, status: Some(status) })
    }

    fn unexpected(&self, expected: &str) -> SyntaxError {
        error::unexpected(self.peek(), expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::search::tests::tiny;

    fn back(text: &str) -> String {
        let atlas = tiny();
        let expr = parse(&atlas, text).unwrap_or_else(|error| panic!("{}", error.render(text)));
        let written = expr.written(&atlas).to_string();
        assert_eq!(parse(&atlas, &written).as_ref(), Ok(&expr), "{written}");
        written
    }

    #[test]
    fn only_needed_parentheses_are_written() {
        assert_eq!(back("((asean) & (rcep)) - pacific-alliance"), "asean & rcep - pacific-alliance");
        assert_eq!(back("asean & (rcep - asean)"), "asean & (rcep - asean)");
        assert_eq!(back("(asean | rcep) & asean"), "(asean | rcep) & asean");
        assert_eq!(back("asean | (rcep & asean)"), "asean | rcep & asean");
        assert_eq!(back("(asean|rcep)@1990-01-31"), "(asean | rcep)@1990-01-31");
        assert_eq!(back("(asean@1990-01-31)@1991-01-31"), "(asean@1990-01-31)@1991-01-31");
        assert_eq!(back("EXACTLY(1,ASEAN:Observer,rcep)"), "exactly(1, asean:observer, rcep)");
    }

    #[test]
    fn depth_and_length_are_limited() {
        let atlas = tiny();
        let deep = "(".repeat(400) + "asean" + &")".repeat(400);
        assert_eq!(parse(&atlas, &deep).unwrap_err().at, MAX_DEPTH);
        assert!(parse(&atlas, &"asean & ".repeat(300)).is_err());
    }
}
