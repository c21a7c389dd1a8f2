//! From a place in the facts to bytes, and from bytes to line and column.

use std::ops::Range;

use entente_atlas::Step;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The bytes of the value at the end of a path, or of the last value on the way that is there.
pub(crate) fn span(text: &str, path: &[Step]) -> Range<usize> {
    let Ok(document) = DeTable::parse(text) else {
        return 0..0;
    };
    let mut found = 0..0;
    let mut table = Some(document.get_ref());
    let mut array: Option<&[Spanned<DeValue<'_>>]> = None;
    for step in path {
        let (key, value) = match step {
            Step::Key(key) => {
                let entry = table.and_then(|table| table.get_key_value(key.as_str()));
                match entry {
                    Some((key, value)) => (Some(key.span()), value),
                    None => return found,
                }
            }
            Step::Index(index) => match array.and_then(|array| array.get(*index)) {
                Some(value) => (None, value),
                None => return found,
            },
        };
        table = value.get_ref().as_table();
        array = value.get_ref().as_array().map(|array| &array[..]);
        // `[SGP]` is shown by its name, not by all that it holds.
        found = if table.is_some() { key.unwrap_or(value.span()) } else { value.span() };
    }
    found
}

/// A line of a text with a part of it marked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Spot<'a> {
    /// Counted from 1.
    pub(crate) line: usize,
    /// In characters, counted from 1.
    pub(crate) column: usize,
    /// The line without its end.
    pub(crate) text: &'a str,
    /// How many characters of the line are marked, at least one.
    pub(crate) len: usize,
}

/// Where bytes of a text are; only their first line counts.
pub(crate) fn spot<'a>(text: &'a str, span: &Range<usize>) -> Spot<'a> {
    let before = text.get(..span.start).unwrap_or(text);
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    let rest = text.get(begin..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let marked = text.get(span.clone()).unwrap_or_default();
    let marked = marked.lines().next().unwrap_or_default();
    Spot {
        line: before.matches('\n').count() + 1,
        column: before.get(begin..).unwrap_or_default().chars().count() + 1,
        text: line,
        len: marked.chars().count().max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "name = \"é\"\n[SGP]\nrows = [\n  { a = \"é\", b = 2 },\n]\n";

    fn at(path: &[Step]) -> (usize, usize, usize) {
        let spot = spot(TEXT, &span(TEXT, path));
        (spot.line, spot.column, spot.len)
    }

    #[test]
    fn values_tables_and_missing_keys_are_found() {
        let key = |key: &str| Step::Key(key.to_owned());
        let row = [key("SGP"), key("rows"), Step::Index(0)];
        let within = |last: &str| [&row[..], &[key(last)]].concat();
        assert_eq!(at(&within("b")), (4, 18, 1));
        assert_eq!(at(&within("a")), (4, 9, 3));
        assert_eq!(at(&within("missing")), (4, 3, 18));
        assert_eq!(at(&[key("SGP")]), (2, 2, 3));
        assert_eq!(at(&[key("name")]), (1, 8, 3));
        assert_eq!(at(&[]), (1, 1, 1));
    }
}
