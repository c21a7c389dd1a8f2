//! What could stand at the caret of an expression that is being written.

use std::ops::Range;

use super::lex::{self, Token, TokenKind};
use super::search::{Entity, Index};
use crate::{Atlas, Status};

/// What could stand there, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// What of the text it takes the place of, in bytes.
    pub replaces: Range<usize>,
    /// What could stand there.
    pub candidates: Vec<Candidate>,
}

/// Something that could stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is written.
    pub text: String,
    /// What it is, for the reader.
    pub name: String,
}

/// The signs between two operands, and what they say.
const OPERATORS: [(&str, &str); 3] = [("&", "and"), ("|", "or"), ("-", "without")];
/// What begins a count.
const CALLS: [(&str, &str); 2] = [("atleast(", "in that many or more"), ("exactly(", "in exactly that many")];

/// What could stand at the caret, at most `limit`: blocs by any of their names, statuses after a colon, signs after an operand.
#[must_use]
pub fn complete(atlas: &Atlas, index: &Index, text: &str, caret: usize, limit: usize) -> Completion {
    let caret = (0..=caret.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let tokens = lex::tokens(text);
    let (at, word) = word_at(&tokens, caret).unwrap_or((caret, ""));
    let typed = text.get(at..caret).unwrap_or_default();
    let before = tokens.iter().rev().find(|token| token.at < at && token.kind != TokenKind::End);
    let mut candidates = match before.map(|token| token.kind) {
        Some(TokenKind::Sign(':')) => statuses(typed),
        Some(TokenKind::Sign('@')) => Vec::new(),
        Some(TokenKind::Word(_) | TokenKind::Sign(')')) => signs(&OPERATORS, typed),
        _ => operands(atlas, index, typed, limit),
    };
    candidates.truncate(limit);
    Completion { replaces: at..at + word.len(), candidates }
}

/// The word that the caret is in or at the end of.
fn word_at<'a>(tokens: &[Token<'a>], caret: usize) -> Option<(usize, &'a str)> {
    tokens.iter().find_map(|token| match token.kind {
        TokenKind::Word(word) if token.at <= caret && caret <= token.at + word.len() => Some((token.at, word)),
        _ => None,
    })
}

fn operands(atlas: &Atlas, index: &Index, typed: &str, limit: usize) -> Vec<Candidate> {
    // Countries answer to a search too: more is asked than is shown.
    let hits = index.search(typed, limit * 8 + 40);
    let blocs = hits.into_iter().filter_map(|hit| match hit.what {
        Entity::Bloc(bloc) => Some(atlas.bloc(bloc)),
        Entity::Country(_) => None,
    });
    let is_begun = |id: &str| id.starts_with(&typed.to_ascii_lowercase());
    // An id that begins so is what most want: `eu` before what is called something with it.
    let (begun, other): (Vec<_>, Vec<_>) = blocs.partition(|bloc| is_begun(&bloc.id));
    let blocs = begun.into_iter().chain(other);
    let candidates = blocs.map(|bloc| Candidate { text: bloc.id.clone(), name: bloc.name().to_owned() });
    candidates.chain(signs(&CALLS, typed)).collect()
}

fn statuses(typed: &str) -> Vec<Candidate> {
    let begun = Status::ALL.iter().filter(|status| status.as_str().starts_with(&typed.to_ascii_lowercase()));
    begun.map(|status| Candidate { text: status.to_string(), name: status.noun(true).to_owned() }).collect()
}

fn signs(signs: &[(&str, &str)], typed: &str) -> Vec<Candidate> {
    let typed = typed.to_ascii_lowercase();
    let meant = |(sign, name): &&(&str, &str)| sign.starts_with(&typed) || name.starts_with(&typed);
    let candidate = |(sign, name): &(&str, &str)| Candidate { text: (*sign).to_owned(), name: (*name).to_owned() };
    signs.iter().filter(meant).map(candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::search::tests::tiny;

    /// The caret is at `|`; the sign for "or" is left out of these.
    fn told(text: &str) -> (String, Vec<String>) {
        let atlas = tiny();
        let caret = text.find('|').unwrap();
        let text = text.replace('|', "");
        let Completion { replaces, candidates } = complete(&atlas, &Index::new(&atlas), &text, caret, 5);
        (text[replaces].to_owned(), candidates.into_iter().map(|candidate| candidate.text).collect())
    }

    #[test]
    fn it_offers_what_can_stand_at_the_caret() {
        for (text, replaced, offered) in [
            ("as|", "as", vec!["asean"]),
            ("asean & southe|", "southe", vec!["asean"]),
            ("asean & r|c", "rc", vec!["rcep"]),
            ("asean:o|", "o", vec!["observer"]),
            ("asean:|", "", vec!["member", "suspended", "associate", "candidate", "signatory"]),
            ("asean |", "", vec!["&", "|", "-"]),
            ("asean a|", "a", vec!["&"]),
            ("asean@19|", "19", vec![]),
            ("asean & ex|", "ex", vec!["exactly("]),
            ("|", "", vec!["atleast(", "exactly("]),
        ] {
            let (what, candidates) = told(text);
            assert_eq!(
                (what.as_str(), candidates),
                (replaced, offered.iter().map(ToString::to_string).collect()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_caret_within_a_letter_or_beyond_the_end_is_taken_back() {
        let atlas = tiny();
        for caret in 0..9 {
            let _ = complete(&atlas, &Index::new(&atlas), "réef é", caret, 3);
        }
    }
}
