//! Just enough of Rust to see which paths a file names: comments, strings and tests blanked out, `use` trees spread.

/// A path as written, `crate::view::View`, and its line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) line: usize,
    pub(crate) path: Vec<String>,
}

/// Every path of two names or more in the code, `use` trees spread, without what is `#[cfg(test)]`.
pub(crate) fn paths(text: &str) -> Vec<Named> {
    let code = without_tests(&without_words(text));
    let mut reader = Reader { tokens: tokens(&code), at: 0, found: Vec::new() };
    let mut after_name = false;
    while let Some((_, token)) = reader.peek(0) {
        match token {
            Token::Name(_) if !after_name && reader.peek(1).is_some_and(|(_, next)| next == Token::Sep) => {
                reader.tree(&[])
            }
            _ => reader.at += 1,
        }
        after_name = token == Token::Sep;
    }
    reader.found
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    Name(&'a str),
    Sep,
    Open,
    Close,
    Other,
}

struct Reader<'a> {
    tokens: Vec<(usize, Token<'a>)>,
    at: usize,
    found: Vec<Named>,
}

impl<'a> Reader<'a> {
    fn peek(&self, ahead: usize) -> Option<(usize, Token<'a>)> {
        self.tokens.get(self.at + ahead).copied()
    }

    /// Reads one path, or a tree of paths that begin alike.
    fn tree(&mut self, prefix: &[String]) {
        let mut path = prefix.to_vec();
        let line = self.peek(0).map_or(0, |(line, _)| line);
        while let Some((_, token)) = self.peek(0) {
            match token {
                Token::Name(name) => {
                    path.push(name.to_owned());
                    self.at += 1;
                    if self.peek(0).is_none_or(|(_, next)| next != Token::Sep) {
                        break;
                    }
                    self.at += 1;
                }
                Token::Open => return self.group(&path),
                _ => break,
            }
        }
        self.found.push(Named { line, path });
    }

    fn group(&mut self, prefix: &[String]) {
        self.at += 1;
        while let Some((_, token)) = self.peek(0) {
            match token {
                Token::Close => break,
                Token::Name("as") => self.at += 2,
                Token::Name(_) | Token::Open => self.tree(prefix),
                _ => self.at += 1,
            }
        }
        self.at += 1;
    }
}

fn tokens(code: &str) -> Vec<(usize, Token<'_>)> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (code, 1);
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            _ if name_length(rest) > 0 => (Token::Name(rest.split_at(name_length(rest)).0), name_length(rest)),
            ':' if rest.starts_with("::") => (Token::Sep, 2),
            '{' => (Token::Open, 1),
            '}' => (Token::Close, 1),
            _ => (Token::Other, first.len_utf8()),
        };
        if !first.is_whitespace() {
            tokens.push((line, token));
        }
        line += usize::from(first == '\n');
        rest = rest.split_at(length).1;
    }
    tokens
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// The text with comments and literals blanked out, line for line.
fn without_words(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let silent = silent_length(rest);
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let (taken, left) = rest.split_at(if silent > 0 { silent } else { name_length(rest).max(first) });
        match silent {
            0 => code.push_str(taken),
            _ => code.push_str(&blank(taken)),
        }
        rest = left;
    }
    code
}

fn blank(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect()
}

/// The length of the comment or literal that the text begins with; 0 for code.
fn silent_length(text: &str) -> usize {
    let through = |end: &str, from: usize| {
        text.get(from..).and_then(|rest| rest.find(end)).map_or(text.len(), |at| from + at + end.len())
    };
    if text.starts_with("//") {
        return through("\n", 2) - 1;
    }
    if text.starts_with("/*") {
        return through("*/", 2);
    }
    if text.starts_with('"') {
        return quoted_length(text, '"').unwrap_or(text.len());
    }
    if let Some(after) = text.strip_prefix('\'') {
        let one = after
            .chars()
            .next()
            .is_some_and(|c| c == '\\' || after.get(c.len_utf8()..).is_some_and(|rest| rest.starts_with('\'')));
        return if one { quoted_length(text, '\'').unwrap_or(1) } else { 0 };
    }
    let raw = ["r", "br", "cr"].iter().find(|word| name_length(text) == word.len() && text.starts_with(**word));
    let hashes: String =
        raw.map(|word| text.chars().skip(word.len()).take_while(|c| *c == '#').collect()).unwrap_or_default();
    match raw.map(|word| word.len() + hashes.len()) {
        Some(head) if text.get(head..).is_some_and(|rest| rest.starts_with('"')) => {
            through(&format!("\"{hashes}"), head + 1)
        }
        _ => 0,
    }
}

/// The length of a literal from its first quote through its last.
fn quoted_length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return Some(at + quote.len_utf8()),
            _ => {}
        }
    }
    None
}

/// The code with every `#[cfg(test)]` item blanked out.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(MARK) {
        let (before, from) = rest.split_at(at);
        let (test, after) = from.split_at(item_length(from));
        kept.push_str(before);
        kept.push_str(&blank(test));
        rest = after;
    }
    kept + rest
}

fn item_length(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn paths_are_found_in_code_and_only_there() {
    let text = "//! crate::no\nuse crate::a::{B, c::{D as E, *}};\nfn f<'a>(x: &'a str) -> char {\n  let _ = \"crate::no\";\n  \
                let _ = r#\"crate::no \" \"#; '\\''; super::g(x)\n}\n#[cfg(test)]\nmod tests { use crate::no; }\nconst X: crate::H = 1;\n";
    let found: Vec<String> =
        paths(text).iter().map(|named| format!("{} {}", named.line, named.path.join("::"))).collect();
    assert_eq!(found, ["2 crate::a::B", "2 crate::a::c::D", "5 super::g", "9 crate::H"]);
}
