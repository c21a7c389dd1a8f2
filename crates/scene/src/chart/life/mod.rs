//! Lives as lines over time: a bloc's members, or a country's memberships, each spell a bar that says its standing by its form.

mod bars;
mod rows;

use entente_atlas::{BlocIx, CountryIx, Date, Status};

use super::draw::{
    HAIRLINE, MUTED, NOTE_LINE_PX, SMALL_PX, TEXT_PX, bold, canvas, centred, ending, ink, link, note, px, stroke, text,
    widest_px,
};
use super::letters::shortened;
use super::years::year_step;
use super::{Ask, Chart};
use crate::page::Node;
use crate::page::node::element;
use crate::style::Colour;
use rows::{Row, Section, Spell};

/// Rows are this high, and this where there are many.
const ROW_PX: (f64, f64) = (18.0, 14.0);
const MANY: usize = 60;
/// Names longer than this are shortened, on a wide and on a narrow chart.
const NAME_PX: (f64, f64) = (190.0, 104.0);
const NARROW_BELOW_PX: f64 = 520.0;
const RIGHT_PX: f64 = 14.0;
const AXIS_PX: f64 = 22.0;
const TICK_PX: f64 = 56.0;

/// The members of a bloc, from its first day to today.
///
/// # Errors
/// Nobody was ever in it.
pub fn of_bloc(ask: &Ask<'_>, bloc: BlocIx) -> Result<Chart, String> {
    let one = ask.atlas.bloc(bloc);
    let sections = rows::of_bloc(ask, bloc);
    let words = rows::bloc_words(ask, bloc);
    chart(ask, format!("The life of {}", one.short), words, &sections)
        .ok_or_else(|| format!("{} has had no member that the facts know of.", one.short))
}

/// The memberships of a country, theme by theme, from its first to today.
///
/// # Errors
/// It was never in anything.
pub fn of_country(ask: &Ask<'_>, country: CountryIx) -> Result<Chart, String> {
    let one = ask.atlas.country(country);
    let sections = rows::of_country(ask, country);
    let words = rows::country_words(ask, country);
    chart(ask, format!("The life of {}", one.name()), words, &sections)
        .ok_or_else(|| format!("{} has been in no bloc that the facts know of.", one.name()))
}

/// Where the parts lie.
struct Layout {
    from: Date,
    day_px: f64,
    left_px: f64,
    right_px: f64,
    row_px: f64,
    /// Letters of the rows' names.
    size_px: f64,
}

fn chart(ask: &Ask<'_>, title: String, words: String, sections: &[Section]) -> Option<Chart> {
    let layout = Layout::new(ask, sections)?;
    let key = bars::key(sections, ask.width_px);
    let top_px = key.height_px + AXIS_PX;
    let mut nodes = key.nodes;
    let mut marks = Vec::new();
    let mut y_px = top_px;
    for section in sections {
        if !section.heading.is_empty() {
            y_px += 8.0;
            marks.push(bold(note(0.0, y_px + layout.row_px * 0.72, section.heading)));
            y_px += layout.row_px;
        }
        for row in &section.rows {
            marks.push(layout.row(row, y_px));
            y_px += layout.row_px;
        }
    }
    let is_long = y_px - top_px > 600.0;
    nodes.extend(layout.axis(ask, top_px, y_px, is_long));
    nodes.extend(marks);
    nodes.extend(layout.now(ask, top_px, y_px));
    let mut height_px = y_px + if is_long { AXIS_PX } else { 6.0 };
    if sections.iter().flat_map(|section| &section.rows).flat_map(|row| &row.spells).any(|spell| spell.is_supposed) {
        height_px += NOTE_LINE_PX + 4.0;
        nodes.push(note(0.0, height_px - 5.0, "* Supposed, not a fact."));
    }
    let node = canvas("life", &title, ask.width_px, height_px).children(nodes);
    Some(ask.made(title, words, node, (ask.width_px, height_px)))
}

impl Layout {
    fn new(ask: &Ask<'_>, sections: &[Section]) -> Option<Self> {
        let rows = || sections.iter().flat_map(|section| &section.rows);
        let spells = rows().flat_map(|row| &row.spells);
        let first = spells.map(|spell| spell.from).min()?;
        let from = Date::from_ymd(first.year(), 1, 1)?;
        let until = ask.today.max(ask.date()).add_days(200);
        let (row_px, size_px) = if rows().count() > MANY { (ROW_PX.1, SMALL_PX) } else { (ROW_PX.0, TEXT_PX) };
        let longest_px = if ask.width_px < NARROW_BELOW_PX { NAME_PX.1 } else { NAME_PX.0 };
        let left_px = widest_px(rows().map(|row| row.name.as_str()), size_px).min(longest_px) + 10.0;
        let right_px = ask.width_px - RIGHT_PX;
        let day_px = (right_px - left_px) / f64::from((until.days() - from.days()).max(1));
        Some(Self { from, day_px, left_px, right_px, row_px, size_px })
    }

    fn x_px(&self, date: Date) -> f64 {
        self.left_px + self.day_px * f64::from(date.days() - self.from.days())
    }

    /// Years above, and below where the chart is long, with lines between.
    fn axis(&self, ask: &Ask<'_>, top_px: f64, bottom_px: f64, is_long: bool) -> Vec<Node> {
        let every = year_step(self.day_px * 365.25, TICK_PX);
        let until = ask.today.max(ask.date()).year();
        let mut nodes = Vec::new();
        for year in (self.from.year()..=until).filter(|year| year % every == 0) {
            let Some(x_px) = Date::from_ymd(year, 1, 1).map(|date| self.x_px(date)) else { continue };
            nodes.push(stroke((x_px, top_px - 4.0), (x_px, bottom_px), 1.0, HAIRLINE));
            // The year of the chart's date is told by its own mark.
            let is_free = (x_px - self.x_px(ask.date())).abs() > 34.0;
            if is_free && x_px < self.right_px - 6.0 && x_px > self.left_px + 4.0 {
                nodes.push(centred(note(x_px, top_px - 8.0, year.to_string())));
                if is_long {
                    nodes.push(centred(note(x_px, bottom_px + 15.0, year.to_string())));
                }
            }
        }
        nodes
    }

    /// The line of the chart's date.
    fn now(&self, ask: &Ask<'_>, top_px: f64, bottom_px: f64) -> Vec<Node> {
        let x_px = self.x_px(ask.date());
        if x_px < self.left_px {
            return Vec::new();
        }
        let line = stroke((x_px, top_px - 5.0), (x_px, bottom_px), 1.0, Colour::Accent).with("stroke-dasharray", "2 2");
        let words = bold(text((x_px + 9.0).min(self.right_px + RIGHT_PX), top_px - 8.0, ask.date().year().to_string()));
        vec![line, ending(words).with("font-size", px(SMALL_PX))]
    }

    /// A name and its spells.
    fn row(&self, row: &Row, top_px: f64) -> Node {
        let middle_px = top_px + self.row_px / 2.0;
        let name = shortened(&row.name, self.size_px, self.left_px - 10.0);
        let mut words = text(0.0, middle_px + self.size_px * 0.36, name).with("font-size", px(self.size_px));
        if !row.is_now {
            words = words.with("fill", ink(MUTED));
        }
        let line = stroke((self.left_px, top_px + self.row_px), (self.right_px, top_px + self.row_px), 0.5, HAIRLINE);
        let named = link(row.href.clone(), row.says.as_str()).child(words);
        let spells = row.spells.iter().map(|spell| self.spell(spell, middle_px));
        element("g").class("row").child(line).child(named).children(spells).children(self.end(row, middle_px))
    }

    fn spell(&self, spell: &Spell, middle_px: f64) -> Node {
        let left_px = self.x_px(spell.from);
        let right_px = spell.to.map_or(self.right_px, |to| self.x_px(to)).min(self.right_px);
        let bar = bars::bar(spell, (left_px, right_px), middle_px, self.row_px);
        let link = link(spell.href.clone(), spell.says.as_str()).children(bar);
        let star = spell.is_supposed.then(|| bold(text((left_px - 8.0).max(self.left_px), middle_px + 5.0, "*")));
        link.children(star)
    }

    /// The year in which somebody left for good, beside the end of the last bar.
    fn end(&self, row: &Row, middle_px: f64) -> Option<Node> {
        let last = row.spells.iter().filter(|spell| spell.status == Status::Member).max_by_key(|spell| spell.from)?;
        let to = last.to?;
        let is_last = row.spells.iter().all(|spell| spell.to.is_some_and(|end| end <= to));
        let x_px = self.x_px(to);
        (is_last && x_px < self.right_px - 40.0)
            .then(|| note(x_px + 5.0, middle_px + 3.6, to.year().to_string()).with("font-size", "10"))
    }
}
