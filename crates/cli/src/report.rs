//! Problems as a person wants to read them: place, line, mark, remedy.

use std::fmt::Write as _;
use std::ops::Range;

use entente_atlas::{Level, Problem};

use crate::folder::Folder;
use crate::locate::{Spot, span, spot};

/// How much of a line is shown around the mark, in characters.
const WIDTH: usize = 96;

/// Every file that could not be read and every problem, in the order of files and lines.
pub(crate) fn text(folder: &Folder, problems: &[Problem]) -> String {
    text_as(folder, problems, "write it as data/README.md says")
}

/// The same with a remedy of one's own for files that could not be read.
pub(crate) fn text_as(folder: &Folder, problems: &[Problem], unreadable: &str) -> String {
    let unread = folder.unread.iter().map(|unread| Item {
        file: &unread.file,
        span: unread.span.clone(),
        level: Level::Error,
        message: &unread.message,
        remedy: unreadable,
    });
    let found = problems.iter().map(|problem| Item {
        file: &problem.place.file,
        span: span(source(folder, &problem.place.file), &problem.place.path),
        level: problem.level,
        message: &problem.message,
        remedy: &problem.remedy,
    });
    let mut items: Vec<Item<'_>> = unread.chain(found).collect();
    items.sort_by(|a, b| (a.file, a.span.start, a.message).cmp(&(b.file, b.span.start, b.message)));
    let mut text = String::new();
    for item in items {
        item.write(&mut text, &spot(source(folder, item.file), &item.span));
    }
    text
}

fn source<'a>(folder: &'a Folder, file: &str) -> &'a str {
    folder.texts.get(file).map(String::as_str).unwrap_or_default()
}

struct Item<'a> {
    file: &'a str,
    span: Range<usize>,
    level: Level,
    message: &'a str,
    remedy: &'a str,
}

impl Item<'_> {
    fn write(&self, text: &mut String, spot: &Spot<'_>) {
        let level = match self.level {
            Level::Error => "",
            Level::Warning => "warning: ",
        };
        let Spot { line, column, .. } = spot;
        let (shown, offset) = window(spot);
        let len = spot.len.min(shown.chars().count().saturating_sub(offset)).max(1);
        let margin = " ".repeat(line.to_string().len());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}:{line}:{column}: {level}{}", self.file, self.message);
        let _ = writeln!(text, " {line} | {shown}");
        let _ = writeln!(text, " {margin} | {}{}", " ".repeat(offset), "^".repeat(len));
        let _ = writeln!(text, " {margin} = {}\n", self.remedy);
    }
}

/// The part of a long line around the mark, and where in it the mark begins.
fn window(spot: &Spot<'_>) -> (String, usize) {
    let mark = spot.column - 1;
    let total = spot.text.chars().count();
    let first = if total <= WIDTH || mark < WIDTH / 2 { 0 } else { mark - WIDTH / 4 };
    let mut shown: String = spot.text.chars().skip(first).take(WIDTH).collect();
    let mut offset = mark - first;
    if first > 0 {
        shown.insert(0, '…');
        offset += 1;
    }
    if first + WIDTH < total {
        shown.push('…');
    }
    (shown, offset)
}
