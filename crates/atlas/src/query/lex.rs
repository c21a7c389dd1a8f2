//! An expression cut into words and signs.
//!
//! A hyphen with a letter or digit on both sides belongs to the word (`pacific-alliance`,
//! `2020-01-31`); any other hyphen is the sign for "without". A tilde begins the id of a bloc of the
//! reader's own (`~friends`).

/// A word or sign and where it begins, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) at: usize,
    pub(super) kind: TokenKind<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind<'a> {
    Word(&'a str),
    /// One of `& | - ( ) , : @`.
    Sign(char),
    /// Anything else.
    Strange(char),
    End,
}

/// The tokens of a text; the last one is always [`TokenKind::End`].
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let kind = match c {
            _ if c.is_whitespace() => continue,
            '&' | '|' | '-' | '(' | ')' | ',' | ':' | '@' => TokenKind::Sign(c),
            _ if c == '~' || is_letter(c) => {
                let end = word_end(text, at);
                while rest.next_if(|(next, _)| *next < end).is_some() {}
                TokenKind::Word(text.get(at..end).unwrap_or_default())
            }
            _ => TokenKind::Strange(c),
        };
        tokens.push(Token { at, kind });
    }
    tokens.push(Token { at: text.len(), kind: TokenKind::End });
    tokens
}

/// The end of the word that begins there, in bytes.
fn word_end(text: &str, start: usize) -> usize {
    let tail = text.get(start..).unwrap_or_default();
    let follows = |at: usize| tail.get(at + 1..).is_some_and(|rest| rest.starts_with(is_letter));
    let belongs = |at: usize, c: char| is_letter(c) || (c == '-' && follows(at)) || (c == '~' && at == 0);
    let outside = |(at, c): &(usize, char)| !belongs(*at, *c);
    start + tail.char_indices().find(outside).map_or(tail.len(), |(at, _)| at)
}

/// Letters and digits of any script, so that "réef" is one (unknown) word; no tables needed.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'À'..='\u{1fff}' | '\u{3040}'..='\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<String> {
        let show = |token: &Token<'_>| match token.kind {
            TokenKind::Word(word) => word.to_owned(),
            TokenKind::Sign(c) | TokenKind::Strange(c) => c.to_string(),
            TokenKind::End => "end".to_owned(),
        };
        tokens(text).iter().map(show).collect()
    }

    #[test]
    fn a_hyphen_between_letters_belongs_to_the_word() {
        assert_eq!(written("pacific-alliance - a"), ["pacific-alliance", "-", "a", "end"]);
        assert_eq!(written("a -b"), ["a", "-", "b", "end"]);
        assert_eq!(written("a- b"), ["a", "-", "b", "end"]);
        assert_eq!(written("(a)-(b)"), ["(", "a", ")", "-", "(", "b", ")", "end"]);
        assert_eq!(written("a--b"), ["a", "-", "-", "b", "end"]);
    }

    #[test]
    fn a_tilde_begins_a_word() {
        assert_eq!(written("~my-own - a~b"), ["~my-own", "-", "a", "~b", "end"]);
        assert_eq!(written("~~ ~-a"), ["~", "~", "~-a", "end"]);
    }

    #[test]
    fn offsets_count_bytes() {
        let tokens = tokens("é a");
        assert_eq!(tokens[1], Token { at: 3, kind: TokenKind::Word("a") });
    }
}
