//! Links: each line of `links.txt` as it is understood, printed again, with the notices about what was not.

use entente_scene::link::{parse, print};
use libtest_mimic::Failed;

use crate::{Case, Happened, tiny};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let atlas = tiny::atlas(case)?;
    let mut text = String::new();
    for line in case.read("links.txt")?.lines().filter(|line| !line.is_empty()) {
        let parsed = parse(&repeated(line)?, &atlas);
        let printed = print(&parsed.view, &atlas);
        text +=
            &format!("{line}\n→ {}\n", if printed.is_empty() { "(the default view)".into() } else { shown(&printed) });
        for notice in parsed.notices.iter().take(10) {
            text += &format!("  {}\n", shown(&notice.to_string()));
        }
        if parsed.notices.len() > 10 {
            text += &format!("  … {} notices in all\n", parsed.notices.len());
        }
        let again = parse(&printed, &atlas);
        if again.view != parsed.view || !again.notices.is_empty() {
            text += &format!("  ! read again as {}, {} notices\n", print(&again.view, &atlas), again.notices.len());
        }
    }
    Ok(vec![("expected.txt", text)])
}

/// `{1000*a,}` stands for a thousand times `a,`, so that a case can be long and its file short.
fn repeated(line: &str) -> Result<String, Failed> {
    let Some((before, rest)) = line.split_once('{') else { return Ok(line.to_owned()) };
    let (inside, after) = rest.split_once('}').ok_or("links.txt: { without }")?;
    let (count, piece) = inside.split_once('*').ok_or("links.txt: write {1000*a,}")?;
    Ok(format!("{before}{}{after}", piece.repeat(count.parse()?)))
}

/// What an eye cannot see, or what would turn the text around, as its number; what is long, cut.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for letter in text.chars().take(400) {
        if letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    let count = text.chars().count();
    if count > 400 { format!("{shown}… ({count} characters)") } else { shown }
}
