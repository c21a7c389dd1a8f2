//! A summary says something, in at most four sentences, about one thing only.

use std::collections::BTreeMap;

use super::{At, Problem, Records, each_agreement, each_bloc};

const MOST: usize = 4;

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &["St", "Dr", "Mr", "Mrs", "No", "Nos", "vs", "Art", "Res", "c"];

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut look = |id: &str, summary: &str, at: At, problems: &mut Vec<Problem>| {
        let summary = summary.trim();
        let count = sentences(summary);
        if summary.is_empty() {
            problems.push(at.error("no summary", "write two to four sentences of your own"));
        } else if count > MOST {
            let message = format!("{count} sentences are more than {MOST}");
            problems.push(at.error(message, "keep what it is, what it does, what is particular"));
        } else if let Some(other) = seen.insert(summary.to_owned(), id.to_owned()) {
            let message = format!("{id} has the summary of {other}");
            problems.push(at.error(message, "write one of its own"));
        }
    };
    each_bloc(records, |id, bloc, at| look(id, &bloc.summary, at.key("summary"), problems));
    each_agreement(records, |id, agreement, at| {
        look(id, &agreement.summary, at.key("summary"), problems);
    });
}

/// How many sentences a text has: marks that end one, followed by its end or by a new beginning.
fn sentences(text: &str) -> usize {
    let ends = |(at, mark): &(usize, char)| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + mark.len_utf8()..).unwrap_or_default();
        let after = after.trim_start_matches(['"', '”', '’', ')', '.', '!', '?']);
        let begins = after.trim_start().chars().next().is_none_or(|c| !c.is_lowercase());
        let apart = after.is_empty() || after.starts_with(char::is_whitespace);
        apart && begins && !(*mark == '.' && abbreviated(before))
    };
    text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')).filter(ends).count()
}

fn abbreviated(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn abbreviations_and_numbers_end_no_sentence() {
        for (text, count) in [
            ("", 0),
            ("No full stop", 0),
            ("One. Two! Three?", 3),
            ("The U.S. Senate met in St. Kitts at 4.5 per cent.", 1),
            ("He said \"yes.\" Then he left.", 2),
            ("Founded in 1967. It has ten members.", 2),
            ("And so on … and on.", 1),
        ] {
            assert_eq!(sentences(text), count, "{text}");
        }
    }
}
