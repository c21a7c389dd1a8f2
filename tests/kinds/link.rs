//! Links: each line of `links.txt` as it is understood, printed again, with the notices about what was not.

use entente_atlas::{Atlas, Problem};
use entente_scene::link::{desk, parse, print};
use entente_scene::view::View;
use libtest_mimic::Failed;

use crate::{Case, Happened, tiny};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let facts = tiny::atlas(case)?;
    let mut text = String::new();
    for line in case.read("links.txt")?.lines().filter(|line| !line.is_empty()) {
        let link = repeated(line)?;
        let supposes = link.contains("if=") || link.contains("own=");
        let (edited, unsupposed) = if supposes { tiny::atlas_of(case, &link)? } else { Default::default() };
        let atlas = if supposes { &edited } else { &facts };
        let parsed = parse(&link, atlas);
        let printed = print(&parsed.view, atlas);
        text +=
            &format!("{line}\n→ {}\n", if printed.is_empty() { "(the default view)".into() } else { shown(&printed) });
        for notice in parsed.notices.iter().take(10) {
            text += &format!("  {}\n", shown(&notice.to_string()));
        }
        if parsed.notices.len() > 10 {
            text += &format!("  … {} notices in all\n", parsed.notices.len());
        }
        text += &desk_text(&parsed.view, &unsupposed, atlas);
        let again = parse(&printed, atlas);
        if again.view != parsed.view || !again.notices.is_empty() {
            text += &format!("  ! read again as {}, {} notices\n", print(&again.view, atlas), again.notices.len());
        }
    }
    Ok(vec![("expected.txt", text)])
}

/// What the overlap desk makes of its parts: how it would write them, where that is otherwise, and what it does not understand.
fn desk_text(view: &View, unsupposed: &[Problem], atlas: &Atlas) -> String {
    let (desk, notices) = desk::read(view, atlas);
    let mut text = String::new();
    let mut own = view.clone();
    desk::write(&desk, &mut own, atlas);
    if own != *view {
        text += &format!("  desk → {}\n", shown(&print(&own, atlas)));
    }
    let said = notices.iter().map(ToString::to_string).chain(unsupposed.iter().map(ToString::to_string));
    said.for_each(|said| text += &format!("  desk: {}\n", shown(&said)));
    if desk::read(&own, atlas) != (desk, Vec::new()) {
        text += "  ! the desk reads otherwise what it wrote\n";
    }
    text
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
