//! The UpSet chart: a bar for every group of countries that are in exactly the same of the blocs, and dots that say which.

mod across;
mod down;
mod groups;

use entente_atlas::query::sentence::names;

use super::draw::{canvas, notes};
use super::{Ask, Chart, countries};
use crate::sentence::joined;
use crate::style::Colour;
use crate::view::Layout;
use groups::{Group, Groups, groups};

/// Which way the chart runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Across where there is room, else down.
    #[default]
    Auto,
    /// Groups side by side, the bars upright.
    Across,
    /// Groups one below the other, with names where there is room; shows them all.
    Down,
}

/// How the chart is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Order, headings and how small is too small.
    pub layout: Layout,
    /// Which way it runs.
    pub direction: Direction,
}

/// Narrower charts run down.
const ACROSS_FROM_PX: f64 = 640.0;

/// The chart of the blocs asked about.
///
/// # Errors
/// No bloc to compare.
pub fn chart(ask: &Ask<'_>, options: &Options) -> Result<Chart, String> {
    if ask.blocs.is_empty() {
        return Err("Choose a bloc or more to compare.".into());
    }
    let is_across = match options.direction {
        Direction::Auto => ask.width_px >= ACROSS_FROM_PX,
        Direction::Across => true,
        Direction::Down => false,
    };
    let most = if is_across { across::most_bars(ask) } else { usize::MAX };
    let groups = groups(ask, options.layout, most);
    let title = ask.title();
    let words = words(ask, &groups);
    if groups.union.is_empty() {
        let (lines, height_px) = notes(0.0, 14.0, &words, ask.width_px);
        let node = canvas("upset", &title, ask.width_px, height_px + 8.0).children(lines);
        return Ok(ask.made(title, words, node, (ask.width_px, height_px + 8.0)));
    }
    let (mut nodes, width_px, mut height_px) =
        if is_across { across::nodes(ask, &groups) } else { down::nodes(ask, &groups) };
    let below = hidden(&groups).into_iter().chain(ask.supposition(groups.union));
    for words in below {
        let (lines, lines_px) = notes(0.0, height_px + 18.0, &words, ask.width_px);
        nodes.extend(lines);
        height_px += lines_px + 9.0;
    }
    let node = canvas("upset", &title, width_px, height_px).children(nodes);
    Ok(ask.made(title, words, node, (width_px, height_px)))
}

/// What is not shown.
fn hidden(groups: &Groups) -> Option<String> {
    let (count, inside) = groups.hidden;
    let which = if count == 1 { "1 smaller group".into() } else { format!("{count} smaller groups") };
    (count > 0).then(|| format!("Not shown: {which} with {}.", countries(inside)))
}

/// How many of the largest groups are told in words.
const TOLD: usize = 4;

fn words(ask: &Ask<'_>, groups: &Groups) -> String {
    let date = ask.date().in_words();
    if groups.union.is_empty() {
        return format!("Nobody is in {} on {date}.", ask.named_or(ask.blocs));
    }
    let mut largest: Vec<&Group> = Vec::new();
    for group in groups.sections.iter().flat_map(|section| &section.groups) {
        let is_new = largest.iter().all(|other| other.places != group.places);
        let place = largest.iter().take_while(|other| other.len() >= group.len()).count();
        if is_new && place < TOLD {
            largest.insert(place, group);
            largest.truncate(TOLD);
        }
    }
    let told: Vec<String> = largest.iter().map(|group| told(ask, group)).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let are = if groups.union.len() == 1 { "is" } else { "are" };
    let total = format!("{} {are} in {}", countries(groups.union.len()), ask.named_or(ask.blocs));
    format!("{total} on {date}. The largest groups by exactly which they are in: {}.", joined(&told))
}

/// `7 in CPTPP and RCEP alone`.
fn told(ask: &Ask<'_>, group: &Group) -> String {
    let blocs: Vec<_> = group.places.iter().filter_map(|place| ask.blocs.get(*place).copied()).collect();
    let who = if group.len() <= 2 { format!(" ({})", names(ask.atlas, group.countries)) } else { String::new() };
    format!("{} in {} alone{who}", group.len(), ask.named(&blocs))
}

/// The colour of a bar, and of the part of it that answers to the view's own question.
fn bar_colours(group: &Group) -> (Colour, Colour) {
    if group.chosen.is_some() { (Colour::Shade(2), Colour::Shade(5)) } else { (Colour::Shade(4), Colour::Shade(4)) }
}
