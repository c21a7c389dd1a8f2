//! How many answered to the question on the first of January of every year.

use entente_atlas::query::question::in_all;
use entente_atlas::query::sentence::phrase;
use entente_atlas::query::years::{YearSize, sizes_by_year};
use entente_atlas::query::{Context, Expr};
use entente_atlas::{BlocIx, Date};

use super::draw::{
    HAIRLINE, MUTED, SMALL_PX, bold, canvas, centred, ending, ink, link, note, px, rect, stroke, target, text, ticks,
};
use super::{Ask, Chart, countries};
use crate::action::Action;
use crate::page::Node;
use crate::page::node::element;
use crate::style::Colour;

/// The first year: the oldest body of the atlas but a handful dates from then.
pub const FROM_YEAR: i32 = 1889;

/// How much room the years take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Height {
    /// A chart by itself.
    #[default]
    Whole,
    /// A strip beneath something else.
    Strip,
}

/// Height of the longest bar.
const BARS_PX: f64 = 130.0;
const STRIP_PX: f64 = 40.0;
const TOP_PX: f64 = 18.0;
const LEFT_PX: f64 = 30.0;
const RIGHT_PX: f64 = 12.0;
/// Numbers are told this far apart.
const TICK_LINE_PX: f64 = 16.0;
/// Years are told this far apart.
const TICK_PX: f64 = 52.0;

/// The chart of the view's question, or of those in all of the blocs that the view fills.
///
/// # Errors
/// Neither a question nor a bloc; in a strip, nobody in any year.
pub fn chart(ask: &Ask<'_>, height: Height) -> Result<Chart, String> {
    let Some(question) = ask.question() else {
        return Err("Choose a bloc, or ask a question, to see how many there were each year.".into());
    };
    let until = ask.today.year().max(ask.date().year());
    let years = sizes_by_year(ask.atlas, &question, Context::members_at(ask.date()), FROM_YEAR, until);
    let most = years.iter().map(|year| year.count).max().unwrap_or(0);
    if most == 0 && height == Height::Strip {
        return Err("Nobody in any year.".into());
    }
    let layout = Layout {
        step_px: (ask.width_px - LEFT_PX - RIGHT_PX) / years.len().max(1) as f64,
        most,
        bars_px: if height == Height::Strip { STRIP_PX } else { BARS_PX },
    };
    let mut nodes = layout.axes(ask, &years);
    nodes.push(layout.area(&years));
    nodes.extend(layout.now(ask, &years));
    nodes.extend(years.iter().map(|year| layout.year(ask, *year)));
    let title = format!("{}, {FROM_YEAR} to {until}", ask.asked(&question));
    let words = words(&years);
    let height_px = layout.foot_px() + 24.0;
    let node = canvas("years", &title, ask.width_px, height_px).children(nodes);
    Ok(ask.made(title, words, node, (ask.width_px, height_px)))
}

impl Ask<'_> {
    /// The view's question, or being in all of the filled blocs; the others excluded where it is asked exactly.
    fn question(&self) -> Option<Expr> {
        let filled: Vec<BlocIx> = self.blocs.iter().copied().filter(|bloc| self.view.blocs.contains(bloc)).collect();
        self.view.expression.clone().or_else(|| in_all(&filled)).map(|question| self.whole(&question))
    }

    /// `Countries in both CPTPP and RCEP`.
    fn asked(&self, question: &Expr) -> String {
        let phrase = phrase(self.atlas, question);
        if phrase.starts_with("in ") { format!("Countries {phrase}") } else { phrase }
    }
}

struct Layout {
    step_px: f64,
    most: usize,
    bars_px: f64,
}

impl Layout {
    fn x_px(&self, year: i32) -> f64 {
        LEFT_PX + self.step_px * f64::from(year - FROM_YEAR)
    }

    fn foot_px(&self) -> f64 {
        TOP_PX + self.bars_px
    }

    fn y_px(&self, count: usize) -> f64 {
        TOP_PX + self.bars_px * (1.0 - count as f64 / self.most.max(1) as f64)
    }

    /// As many round numbers as there is room for, else the largest.
    fn ticks(&self) -> Vec<usize> {
        let round = ticks(self.most);
        if round.len() as f64 * TICK_LINE_PX > self.bars_px { vec![0, self.most] } else { round }
    }

    fn axes(&self, ask: &Ask<'_>, years: &[YearSize]) -> Vec<Node> {
        let mut nodes = Vec::new();
        let right_px = ask.width_px - RIGHT_PX;
        for tick in self.ticks() {
            let y_px = self.y_px(tick);
            nodes.push(stroke((LEFT_PX, y_px), (right_px, y_px), 1.0, HAIRLINE));
            nodes.push(ending(note(LEFT_PX - 6.0, y_px + 4.0, tick.to_string())));
        }
        let every = year_step(self.step_px, TICK_PX);
        let foot_px = self.foot_px();
        for year in years.iter().map(|year| year.year).filter(|year| year % every == 0) {
            let x_px = self.x_px(year);
            if x_px < right_px - 14.0 {
                nodes.push(stroke((x_px, foot_px), (x_px, foot_px + 4.0), 1.0, MUTED));
                nodes.push(centred(note(x_px.max(LEFT_PX + 12.0), foot_px + 17.0, year.to_string())));
            }
        }
        nodes
    }

    /// All years as one shape.
    fn area(&self, years: &[YearSize]) -> Node {
        let foot = px(self.foot_px());
        let mut path = format!("M{} {foot}", px(LEFT_PX));
        for year in years {
            path.push_str(&format!("V{}H{}", px(self.y_px(year.count)), px(self.x_px(year.year + 1))));
        }
        path.push_str(&format!("V{foot}z"));
        element("path").class("bar").with("d", path).with("fill", ink(Colour::Shade(3)))
    }

    /// The year of the chart's date, set off, with its number.
    fn now(&self, ask: &Ask<'_>, years: &[YearSize]) -> Option<Node> {
        let year = years.iter().find(|year| year.year == ask.date().year())?;
        let (x_px, y_px) = (self.x_px(year.year), self.y_px(year.count));
        let wide_px = self.step_px.max(2.0);
        let bar = rect(x_px, y_px, wide_px, self.foot_px() - y_px, Colour::Accent);
        let words =
            bold(text(x_px + wide_px / 2.0, y_px - 5.0, year.count.to_string())).with("font-size", px(SMALL_PX));
        Some(element("g").child(bar).child(centred(words)))
    }

    fn year(&self, ask: &Ask<'_>, year: YearSize) -> Node {
        let date = Date::from_ymd(year.year, 1, 1);
        let says = format!("1 January {}: {}", year.year, countries(year.count));
        let column = target(self.x_px(year.year), TOP_PX, self.step_px, self.bars_px);
        link(ask.link(Action::SetDate(date)), says).child(column)
    }
}

/// A round number of years that is at least so wide.
pub(super) fn year_step(year_px: f64, wide_px: f64) -> i32 {
    let steps = [1, 2, 5, 10, 20, 25, 50];
    steps.into_iter().find(|step| f64::from(*step) * year_px >= wide_px).unwrap_or(100)
}

fn words(years: &[YearSize]) -> String {
    let first = years.iter().find(|year| year.count > 0);
    let Some(first) = first else { return "Nobody in any year.".into() };
    let mut most = *first;
    for year in years {
        if year.count > most.count {
            most = *year;
        }
    }
    let last = years.last().copied().unwrap_or(*first);
    format!(
        "On 1 January of each year: {} in {}, the most in {} with {}, and {} in {}.",
        countries(first.count),
        first.year,
        most.year,
        most.count,
        last.count,
        last.year
    )
}
