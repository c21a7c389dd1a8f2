//! An expression's text in pieces, each with what it is: for colouring it while it is written, broken or not.

use std::ops::Range;

use super::lex::{self, TokenKind as Lexed};
use crate::{Atlas, Date, Status};

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// What a piece of an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenKind {
    /// The id of a bloc.
    Bloc,
    /// The word `exactly` or `atleast` before its parenthesis.
    Call,
    /// How many of them.
    Number,
    /// A status after its colon.
    Status,
    /// A day after its at sign.
    Date,
    /// `&`, `|`, `-`.
    Operator,
    /// `(`, `)`, `,`, `:`, `@`.
    Mark,
    /// Blanks.
    Blank,
    /// What means nothing where it stands.
    Wrong,
}

/// The text cut into pieces, which together are the whole text.
#[must_use]
pub fn tokens(atlas: &Atlas, text: &str) -> Vec<Token> {
    let lexed = lex::tokens(text);
    let mut tokens: Vec<Token> = Vec::with_capacity(lexed.len());
    let mut end = 0;
    for (index, token) in lexed.iter().enumerate() {
        if token.at > end {
            tokens.push(Token { range: end..token.at, kind: TokenKind::Blank });
        }
        let before = index.checked_sub(1).and_then(|before| lexed.get(before)).map(|token| token.kind);
        let last_but_one = index.checked_sub(2).and_then(|before| lexed.get(before)).map(|token| token.kind);
        let is_called = lexed.get(index + 1).is_some_and(|next| next.kind == Lexed::Sign('('));
        let (len, kind) = match token.kind {
            Lexed::End => break,
            Lexed::Word(word) => (word.len(), word_kind(atlas, word, [last_but_one, before], is_called)),
            Lexed::Sign(sign @ ('&' | '|' | '-')) => (sign.len_utf8(), TokenKind::Operator),
            Lexed::Sign(sign) => (sign.len_utf8(), TokenKind::Mark),
            Lexed::Strange(c) => (c.len_utf8(), TokenKind::Wrong),
        };
        end = token.at + len;
        tokens.push(Token { range: token.at..end, kind });
    }
    tokens
}

fn word_kind(atlas: &Atlas, word: &str, before: [Option<Lexed<'_>>; 2], is_called: bool) -> TokenKind {
    let known = |is_known: bool, kind| if is_known { kind } else { TokenKind::Wrong };
    let lower = word.to_ascii_lowercase();
    match before {
        [_, Some(Lexed::Sign(':'))] => known(lower.parse::<Status>().is_ok(), TokenKind::Status),
        [_, Some(Lexed::Sign('@'))] => known(word.parse::<Date>().is_ok(), TokenKind::Date),
        [Some(Lexed::Word(call)), Some(Lexed::Sign('('))] if is_call(call) => {
            known(word.parse::<usize>().is_ok(), TokenKind::Number)
        }
        _ if is_called => known(is_call(word), TokenKind::Call),
        _ => known(atlas.bloc_by_id(&lower).is_some(), TokenKind::Bloc),
    }
}

fn is_call(word: &str) -> bool {
    ["exactly", "atleast"].iter().any(|call| call.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::search::tests::tiny;

    #[test]
    fn every_piece_says_what_it_is_and_broken_ones_do_not_stop_it() {
        let atlas = tiny();
        let text = "exactly(2, ASEAN:observer, nafta)@1990-13-01 - + rcep:friend";
        let told: Vec<(&str, TokenKind)> = tokens(&atlas, text)
            .into_iter()
            .filter(|token| !matches!(token.kind, TokenKind::Blank | TokenKind::Mark))
            .map(|token| (text.get(token.range).unwrap(), token.kind))
            .collect();
        assert_eq!(
            told,
            [
                ("exactly", TokenKind::Call),
                ("2", TokenKind::Number),
                ("ASEAN", TokenKind::Bloc),
                ("observer", TokenKind::Status),
                ("nafta", TokenKind::Wrong),
                ("1990-13-01", TokenKind::Wrong),
                ("-", TokenKind::Operator),
                ("+", TokenKind::Wrong),
                ("rcep", TokenKind::Bloc),
                ("friend", TokenKind::Wrong),
            ]
        );
    }
}
