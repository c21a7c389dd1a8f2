//! Where an expression stops making sense, and what was probably meant.

use std::fmt;

use crate::query::lex::{Token, TokenKind};
use crate::query::search;
use crate::{Atlas, BlocIx};

/// How many characters of an expression are shown.
const WIDTH: usize = 76;

/// The first place where an expression stops making sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where, in bytes from the beginning.
    pub at: usize,
    /// What is wrong there.
    pub message: String,
    /// What was probably meant, or what could stand there.
    pub suggestion: Option<String>,
}

impl SyntaxError {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into(), suggestion: None }
    }

    pub(super) fn suggest(self, suggestion: impl Into<String>) -> Self {
        Self { suggestion: Some(suggestion.into()), ..self }
    }

    /// The expression with a caret under the place, and the message below, in three lines; of a
    /// long expression the part around the place.
    ///
    /// ```text
    /// cptpp & rcepp
    ///         ^
    /// "rcepp" is no bloc: did you mean rcep?
    /// ```
    #[must_use]
    pub fn render(&self, text: &str) -> String {
        let mark = text.get(..self.at).unwrap_or(text).chars().count();
        let first = if mark < WIDTH { 0 } else { mark - WIDTH / 2 };
        let start = if first > 0 { "…" } else { "" };
        let shown = text.chars().skip(first).take(WIDTH);
        let line: String = shown.map(|c| if c.is_control() { ' ' } else { c }).collect();
        let before = " ".repeat(mark - first + start.chars().count());
        format!("{start}{line}\n{before}^\n{self}")
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.suggestion.as_ref().map_or(Ok(()), |suggestion| write!(f, ": {suggestion}"))
    }
}

impl std::error::Error for SyntaxError {}

/// Another token stands where something else was expected.
pub(super) fn unexpected(token: Token<'_>, expected: &str) -> SyntaxError {
    let message = match token.kind {
        TokenKind::End => format!("the end comes where {expected} should be"),
        TokenKind::Word(word) => format!("\"{word}\" stands where {expected} should be"),
        TokenKind::Sign(c) | TokenKind::Strange(c) => {
            format!("\"{c}\" stands where {expected} should be")
        }
    };
    let error = SyntaxError::new(token.at, message);
    match meant(token.kind) {
        Some(meant) => error.suggest(meant),
        None => error,
    }
}

/// Something follows a bloc or parenthesis that is no operator.
pub(super) fn operator_missing(token: Token<'_>) -> SyntaxError {
    let error = unexpected(token, "an operator");
    if error.suggestion.is_some() {
        return error;
    }
    error.suggest(match token.kind {
        TokenKind::Sign(')') => "drop it, or open a parenthesis before",
        TokenKind::Sign('(') | TokenKind::Word(_) => "put & (and), | (or) or - (without) before it",
        _ => "put & (and), | (or) or - (without) in its place",
    })
}

/// What to write for a word or symbol that people use in place of a sign.
fn meant(kind: TokenKind<'_>) -> Option<&'static str> {
    match kind {
        TokenKind::Word(word) => match word.to_ascii_lowercase().as_str() {
            "and" => Some("write & for \"and\""),
            "or" => Some("write | for \"or\""),
            "not" | "without" | "but" | "minus" | "except" => Some("write - for \"without\", between two blocs"),
            "exactly" | "atleast" => Some("write it as in exactly(2, a, b, c)"),
            _ => None,
        },
        TokenKind::Strange('∩' | '+' | '∧') => Some("write & for \"and\""),
        TokenKind::Strange('∪' | '∨' | '/') => Some("write | for \"or\""),
        TokenKind::Strange('∖' | '\\' | '−' | '–' | '—' | '!') => {
            Some("write - for \"without\", between two blocs")
        }
        TokenKind::Strange('"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»') => {
            Some("leave quotation marks out")
        }
        _ => None,
    }
}

/// A word that is no bloc: two blocs joined by a hyphen, a sign in words, a country, or a slip.
pub(super) fn unknown_bloc(atlas: &Atlas, at: usize, word: &str) -> SyntaxError {
    let error = SyntaxError::new(at, format!("\"{word}\" is no bloc"));
    if let Some((a, b)) = two_blocs(atlas, word) {
        return error.suggest(format!("for \"without\", put spaces: {a} - {b}"));
    }
    if let Some(meant) = meant(TokenKind::Word(word)) {
        return error.suggest(meant);
    }
    if let Some(country) = atlas.country_by_code(word) {
        let name = atlas.country(country).name();
        return error.suggest(format!("it is the code of {name}, and an expression names blocs"));
    }
    match search::nearest_bloc(atlas, word).map(|bloc: BlocIx| &atlas.bloc(bloc).id) {
        Some(meant) => error.suggest(format!("did you mean {meant}?")),
        None => error.suggest("blocs go by their acronyms, such as asean or pacific-alliance"),
    }
}

/// The ids on both sides of a hyphen, if both are blocs.
fn two_blocs<'a>(atlas: &Atlas, word: &'a str) -> Option<(&'a str, &'a str)> {
    let known = |id: &str| atlas.bloc_by_id(&id.to_ascii_lowercase()).is_some();
    word.match_indices('-')
        .map(|(hyphen, _)| word.split_at(hyphen))
        .map(|(a, b)| (a, b.trim_start_matches('-')))
        .find(|(a, b)| known(a) && known(b))
}
