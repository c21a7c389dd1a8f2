//! The matrix of pairs: how much every two blocs share, the most alike next to each other.

mod order;

use entente_atlas::query::Expr;
use entente_atlas::query::at::members;
use entente_atlas::{BlocIx, CountrySet};

use super::draw::{
    HAIRLINE, NOTE_LINE_PX, TEXT_PX, bold, canvas, centred, counted, ending, ink, link, notes, px, rect, text,
    widest_px,
};
use super::letters::shortened;
use super::{Ask, Chart};
use crate::page::Node;
use crate::style::Colour;
use crate::view::Measure;
use order::by_likeness;

/// Cells are no smaller, and no larger, than this: of many blocs the chart grows wider than asked.
const PITCH_PX: (f64, f64) = (19.0, 46.0);
/// Names longer than this are shortened, on a wide and on a narrow chart.
const NAME_PX: (f64, f64) = (150.0, 84.0);
const NARROW_BELOW_PX: f64 = 520.0;
/// How far a slanted word reaches up and right, as a share of its length.
const SLANT: f64 = 0.72;
const GAP_PX: f64 = 8.0;

/// The shades that a cell's number can be read on, from the least.
const STEPS: [u8; 5] = [1, 2, 4, 5, 6];

/// A bloc with its members.
struct Row {
    bloc: BlocIx,
    members: CountrySet,
}

struct Layout {
    left_px: f64,
    top_px: f64,
    pitch_px: f64,
    name_px: f64,
    /// The largest number of any cell, for the shades.
    most: usize,
    measure: Measure,
}

/// The chart of the blocs asked about.
///
/// # Errors
/// Fewer than two blocs.
pub fn chart(ask: &Ask<'_>, measure: Measure) -> Result<Chart, String> {
    if ask.blocs.len() < 2 {
        return Err("A matrix compares pairs: choose two blocs or more.".into());
    }
    let sets: Vec<CountrySet> = ask.blocs.iter().map(|bloc| members(ask.atlas, *bloc, ask.date())).collect();
    let all: Vec<Row> =
        ask.blocs.iter().zip(&sets).map(|(bloc, members)| Row { bloc: *bloc, members: *members }).collect();
    let rows: Vec<&Row> = by_likeness(&sets).into_iter().filter_map(|place| all.get(place)).collect();
    let layout = Layout::new(ask, &rows, measure);
    let mut nodes: Vec<Node> = rows.iter().enumerate().flat_map(|(at, row)| layout.names(ask, at, row)).collect();
    for (y, row) in rows.iter().enumerate() {
        for (x, column) in rows.iter().enumerate() {
            nodes.push(layout.cell(ask, (x, y), row, column));
        }
    }
    let width_px = layout.width_px(rows.len()).max(ask.width_px);
    let bottom_px = layout.top_px + layout.pitch_px * rows.len() as f64;
    let (key, key_px) = notes(0.0, bottom_px + 22.0, key(measure), width_px.min(ask.width_px));
    nodes.extend(key);
    let height_px = bottom_px + key_px + NOTE_LINE_PX;
    let title = ask.title();
    let words = words(ask, &rows, measure);
    let node = canvas("matrix", &title, width_px, height_px).children(nodes);
    Ok(ask.made(title, words, node, (width_px, height_px)))
}

/// The number that a cell shows.
fn measured(measure: Measure, row: &Row, column: &Row) -> usize {
    let shared = (row.members & column.members).len();
    let percent = |whole: usize| (shared * 200 + whole).checked_div(2 * whole).unwrap_or(0);
    match measure {
        Measure::Shared => shared,
        Measure::Likeness => percent((row.members | column.members).len()),
        Measure::Share => percent(row.members.len()),
    }
}

fn key(measure: Measure) -> &'static str {
    match measure {
        Measure::Shared => "Each cell: how many countries are in both. On the diagonal: members.",
        Measure::Likeness => "Each cell: of 100 countries in either, how many are in both. On the diagonal: members.",
        Measure::Share => {
            "Each cell: of 100 members of the bloc on the left, how many are in the one above. On the diagonal: members."
        }
    }
}

impl Layout {
    fn new(ask: &Ask<'_>, rows: &[&Row], measure: Measure) -> Self {
        let longest_px = if ask.width_px < NARROW_BELOW_PX { NAME_PX.1 } else { NAME_PX.0 };
        let name_px = widest_px(rows.iter().map(|row| ask.short(row.bloc)), TEXT_PX).min(longest_px);
        let count = rows.len() as f64;
        // The last slanted name reaches beyond the last cell.
        let pitch_px = ((ask.width_px - name_px - GAP_PX - name_px * SLANT) / count).min(PITCH_PX.1).max(PITCH_PX.0);
        let pairs =
            rows.iter().enumerate().flat_map(|(at, row)| rows.iter().skip(at + 1).map(move |other| (row, other)));
        let most = match measure {
            Measure::Shared => pairs.map(|(row, other)| measured(measure, row, other)).max().unwrap_or(1).max(1),
            _ => 100,
        };
        Self { left_px: name_px + GAP_PX, top_px: name_px * SLANT + 18.0, pitch_px, name_px, most, measure }
    }

    fn width_px(&self, count: usize) -> f64 {
        self.left_px + self.pitch_px * count as f64 + self.name_px * SLANT
    }

    /// A bloc's name before its row and over its column.
    fn names(&self, ask: &Ask<'_>, at: usize, row: &Row) -> [Node; 2] {
        let name = shortened(ask.short(row.bloc), TEXT_PX, self.name_px);
        let middle_px = self.pitch_px * (at as f64 + 0.5);
        let (x_px, y_px) = (self.left_px + middle_px + 3.0, self.top_px - 8.0);
        let turn = format!("rotate(-45 {} {})", px(x_px), px(y_px));
        let says = format!("{}: {} members", ask.atlas.bloc(row.bloc).name(), row.members.len());
        let link = || link(ask.asking(Expr::bloc(row.bloc)), says.as_str());
        let before = ending(text(self.left_px - GAP_PX, self.top_px + middle_px + 4.2, name.as_str()));
        [link().child(before), link().child(text(x_px, y_px, name).with("transform", turn))]
    }

    fn cell(&self, ask: &Ask<'_>, (x, y): (usize, usize), row: &Row, column: &Row) -> Node {
        let (left_px, top_px) = (self.left_px + self.pitch_px * x as f64, self.top_px + self.pitch_px * y as f64);
        let side_px = self.pitch_px - 1.0;
        let (words_x_px, words_y_px) = (left_px + side_px / 2.0, top_px + side_px / 2.0);
        let size_px = (self.pitch_px * 0.36).clamp(8.5, TEXT_PX);
        let number = |value: usize| {
            let words = text(words_x_px, words_y_px + size_px * 0.36, value.to_string());
            centred(words).with("font-size", px(size_px))
        };
        if x == y {
            let says = format!("{}: {} members", ask.atlas.bloc(row.bloc).name(), row.members.len());
            let cell = rect(left_px, top_px, side_px, side_px, HAIRLINE).class("cell");
            let number = counted(bold(number(row.members.len())));
            return link(ask.asking(Expr::bloc(row.bloc)), says).child(cell).child(number);
        }
        let value = measured(self.measure, row, column);
        let step = (value * STEPS.len()).div_ceil(self.most).min(STEPS.len());
        let shade = step.checked_sub(1).and_then(|step| STEPS.get(step)).copied();
        let mut cell =
            rect(left_px, top_px, side_px, side_px, shade.map_or(Colour::Border, Colour::Shade)).class("cell");
        let mut number = number(value);
        match shade {
            Some(4..) => number = number.with("fill", ink(Colour::Border)),
            Some(_) => {}
            None => {
                cell = cell.with("stroke", ink(HAIRLINE)).with("stroke-width", "1");
                number = number.with("fill", ink(Colour::Disputed));
            }
        }
        let number = if self.measure == Measure::Shared { counted(number) } else { number };
        let both = Expr::bloc(row.bloc).and(Expr::bloc(column.bloc));
        link(ask.asking(both), pair(ask, row, column)).child(cell).child(number)
    }
}

/// `CPTPP and RCEP: 7 countries in both; 58 % of CPTPP, 47 % of RCEP; likeness 35 %`.
fn pair(ask: &Ask<'_>, row: &Row, column: &Row) -> String {
    let (a, b) = (ask.short(row.bloc), ask.short(column.bloc));
    let (of_a, of_b) = (measured(Measure::Share, row, column), measured(Measure::Share, column, row));
    let (shared, likeness) = (measured(Measure::Shared, row, column), measured(Measure::Likeness, row, column));
    format!(
        "{a} and {b}: {} in both; {of_a} % of {a}, {of_b} % of {b}; likeness {likeness} %",
        super::countries(shared)
    )
}

fn words(ask: &Ask<'_>, rows: &[&Row], measure: Measure) -> String {
    let mut best: Option<(usize, &Row, &Row)> = None;
    for (y, row) in rows.iter().enumerate() {
        for (x, column) in rows.iter().enumerate().filter(|(x, _)| *x != y) {
            // A measure of two equals is told once.
            let value = measured(measure, row, column);
            if (measure == Measure::Share || x > y) && best.is_none_or(|(most, ..)| value > most) {
                best = Some((value, row, column));
            }
        }
    }
    let told = match best {
        Some((1.., row, column)) => format!("The most: {}.", pair(ask, row, column)),
        _ => "No two of them share a country.".to_owned(),
    };
    let what = match measure {
        Measure::Shared => "How many countries each two blocs share",
        Measure::Likeness => "How alike each two blocs are: of the countries in either, the share in both",
        Measure::Share => "Of each bloc’s members, the share that are in each other bloc",
    };
    format!("{what}, on {}. {told}", ask.date().in_words())
}
