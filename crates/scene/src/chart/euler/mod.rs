//! Circles whose areas are the numbers, for up to three blocs, with the countries' names inside.

mod circles;
mod fit;
mod names;
mod page;
mod region;

use entente_atlas::order::Order as _;
use entente_atlas::query::Expr;
use entente_atlas::query::at::members;
use entente_atlas::query::overlap::{Overlap, overlaps};
use entente_atlas::query::search::folded;
use entente_atlas::query::sentence::overlap_sentence;
use entente_atlas::{BlocIx, CountryIx, CountrySet};

use super::draw::{MUTED, bold, canvas, centred, circle, counted, ink, link, notes, px, text};
use super::{Ask, Chart, countries};
use crate::action::Action;
use crate::page::Node;
use crate::page::node::element;
use crate::style::Colour;
use crate::view::Selection;
use circles::{Circle, MOST, Mask, REGIONS, areas};
use fit::{Fit, Numbers, fit};
use names::{Block, Room, Set, fill};
use page::{DISC_PX, LABEL_SIZE_PX, Placed, labels, placed};

/// An empty region smaller than this says nothing, in square pixels.
const SEEN_PX2: f64 = 260.0;

/// The chart of the blocs asked about; those without members at the date are left out, and named.
///
/// # Errors
/// No bloc, or more than three with members.
pub fn chart(ask: &Ask<'_>) -> Result<Chart, String> {
    let is_empty = |bloc: &&BlocIx| members(ask.atlas, **bloc, ask.date()).is_empty();
    let empty: Vec<BlocIx> = ask.blocs.iter().filter(is_empty).copied().collect();
    let blocs: Vec<BlocIx> = ask.blocs.iter().filter(|bloc| !is_empty(bloc)).copied().collect();
    if ask.blocs.is_empty() || blocs.is_empty() {
        return Err(format!("Nobody to show: choose a bloc that has members on {}.", ask.date().in_words()));
    }
    if blocs.len() > MOST {
        let count = blocs.len();
        return Err(format!("{count} blocs are too many for circles: choose two or three, or see them as bars."));
    }
    let inner = Ask { blocs: &blocs, ..*ask };
    let parts = overlaps(ask.atlas, &blocs, ask.date());
    let diagram = Diagram::new(&inner, &parts);
    let said = diagram.said(ask, &empty);
    let (lines, lines_px) = notes(0.0, diagram.placed.height_px + 16.0, &said, ask.width_px);
    let height_px = diagram.placed.height_px + lines_px + 8.0;
    let title = ask.title();
    let words = diagram.words(&inner, &parts);
    let node = canvas("euler", &title, ask.width_px, height_px).children(diagram.nodes(&inner, &parts)).children(lines);
    Ok(ask.made(title, words, node, (ask.width_px, height_px)))
}

struct Diagram {
    numbers: Numbers,
    fit: Fit,
    placed: Placed,
    labels: Vec<Block>,
    union: CountrySet,
}

/// Which of the compared blocs a group is in, as bits.
fn mask(ask: &Ask<'_>, part: &Overlap) -> Mask {
    let places = ask.blocs.iter().enumerate().filter(|(_, bloc)| part.blocs.contains(bloc));
    places.fold(0, |mask, (place, _)| mask | 1 << place)
}

fn label(ask: &Ask<'_>, bloc: BlocIx) -> String {
    format!("{} {}", ask.short(bloc), members(ask.atlas, bloc, ask.date()).len())
}

impl Diagram {
    fn new(ask: &Ask<'_>, parts: &[Overlap]) -> Self {
        let mut numbers = [0; REGIONS];
        for part in parts {
            if let Some(number) = numbers.get_mut(mask(ask, part)) {
                *number = part.countries.len();
            }
        }
        let fit = fit(&numbers, ask.blocs.len());
        let placed = placed(&fit.circles, ask.width_px);
        let words: Vec<String> = ask.blocs.iter().map(|bloc| label(ask, *bloc)).collect();
        let labels = labels(&placed, &words, ask.width_px);
        let union = parts.iter().fold(CountrySet::EMPTY, |union, part| union | part.countries);
        Self { numbers, fit, placed, labels, union }
    }

    /// Circles below, then regions, names of countries, and names of blocs on top.
    fn nodes(&self, ask: &Ask<'_>, parts: &[Overlap]) -> Vec<Node> {
        let chosen = ask.chosen();
        let supposed = ask.supposed();
        let mut nodes: Vec<Node> = Vec::new();
        for (at, disc) in self.placed.circles.iter().enumerate() {
            nodes.extend(ask.blocs.get(at).map(|bloc| self.disc(ask, *bloc, disc)));
        }
        for part in parts {
            nodes.extend(self.region(ask, part, chosen, supposed));
        }
        nodes.extend(self.empty_regions());
        for (at, block) in self.labels.iter().enumerate() {
            nodes.extend(ask.blocs.get(at).map(|bloc| self.label(ask, *bloc, block)));
        }
        nodes
    }

    fn disc(&self, ask: &Ask<'_>, bloc: BlocIx, disc: &Circle) -> Node {
        let colour = ask.colour(bloc);
        circle(disc.x, disc.y, disc.r, colour)
            .with("fill-opacity", ".2")
            .with("stroke", ink(colour))
            .with("stroke-width", "2")
    }

    /// A group: the region to click, its number, and who they are.
    fn region(&self, ask: &Ask<'_>, part: &Overlap, chosen: Option<CountrySet>, supposed: CountrySet) -> Vec<Node> {
        let mask = mask(ask, part);
        let is_chosen = chosen.is_some_and(|chosen| part.countries.is_subset(chosen));
        let mut outline = element("path").class("region").with("d", region::outline(&self.placed.circles, mask));
        outline = outline.with("fill", ink(Colour::Accent)).with("fill-opacity", if is_chosen { ".1" } else { "0" });
        let says = overlap_sentence(ask.atlas, part, ask.blocs, ask.date());
        let href = ask.exclusive(&part.blocs).map_or_else(|| "?".to_owned(), |question| ask.asking(question));
        let mut who: Vec<CountryIx> = part.countries.iter().collect();
        who.order_by_key(|country| folded(ask.atlas.country(*country).name()));
        let star = |country: &CountryIx| if supposed.contains(*country) { "*" } else { "" };
        let names: Vec<String> =
            who.iter().map(|country| format!("{}{}", ask.atlas.country(*country).name(), star(country))).collect();
        let codes: Vec<String> =
            who.iter().map(|country| format!("{}{}", ask.atlas.country(*country).code, star(country))).collect();
        let room = Room { circles: &self.placed.circles, mask, blocks: &self.labels };
        let filling = fill(&room, &who.len().to_string(), &names, &codes);
        let count = filling.count.as_ref().map(|set| counted(bold(words(set))));
        let mut nodes = vec![link(href, says).child(outline).children(count)];
        for (country, set) in who.iter().zip(&filling.names) {
            let is_chosen = chosen.is_some_and(|chosen| chosen.contains(*country));
            let name = if is_chosen { bold(words(set)) } else { words(set) };
            let href = ask.link(Action::Select(Some(Selection::Country(*country))));
            nodes.push(link(href, ask.atlas.country(*country).name()).child(name));
        }
        nodes
    }

    /// Regions that the circles open though nobody is in them say so.
    fn empty_regions(&self) -> Vec<Node> {
        let areas = areas(&self.placed.circles);
        let mut nodes = Vec::new();
        for (mask, (area, count)) in areas.iter().zip(self.numbers).enumerate().skip(1) {
            if count == 0 && *area > SEEN_PX2 {
                let room = Room { circles: &self.placed.circles, mask, blocks: &self.labels };
                let zero = fill(&room, "0", &[], &[]).count;
                nodes.extend(zero.map(|set| words(&Set { size_px: 11.0, ..set }).with("fill", ink(MUTED))));
            }
        }
        nodes
    }

    fn label(&self, ask: &Ask<'_>, bloc: BlocIx, block: &Block) -> Node {
        let [left, top, _, bottom] = *block;
        let middle = (top + bottom) / 2.0;
        let count = members(ask.atlas, bloc, ask.date()).len();
        let says = format!("{}: {count} members", ask.atlas.bloc(bloc).name());
        let number = element("tspan").with("font-weight", "400").text(format!(" {count}"));
        let name = bold(text(left + DISC_PX, middle + 4.6, ask.short(bloc))).child(number);
        link(ask.asking(Expr::bloc(bloc)), says)
            .child(circle(left + 5.0, middle, 4.5, ask.colour(bloc)))
            .child(name.with("font-size", px(LABEL_SIZE_PX)))
    }

    /// Below the circles: how true they are, who is left out, what is supposed.
    fn said(&self, ask: &Ask<'_>, empty: &[BlocIx]) -> String {
        let mut parts = vec![self.truth()];
        if !empty.is_empty() {
            let verb = if empty.len() == 1 { "has" } else { "have" };
            parts.push(format!("{} {verb} no member on {}.", ask.named(empty), ask.date().in_words()));
        }
        parts.extend(ask.supposition(self.union));
        parts.join(" ")
    }

    /// `Areas are true to within 2 % of the whole.`
    fn truth(&self) -> String {
        if !self.fit.is_to_scale {
            return "Not to scale: no three circles have areas like these numbers. A 0 marks where nobody is.".into();
        }
        match (self.fit.error * 1000.0).round() as usize {
            0..=4 => "Areas are in proportion to the numbers.".into(),
            tenths => {
                format!("Areas are off by up to {} % of the whole: three circles come no nearer.", tenths.div_ceil(10))
            }
        }
    }

    fn words(&self, ask: &Ask<'_>, parts: &[Overlap]) -> String {
        let told: Vec<String> =
            parts.iter().map(|part| format!("{} in {} alone", part.countries.len(), ask.named(&part.blocs))).collect();
        let are = if self.union.len() == 1 { "is" } else { "are" };
        let total = countries(self.union.len());
        format!("{total} {are} in {} on {}: {}.", ask.named_or(ask.blocs), ask.date().in_words(), told.join("; "))
    }
}

fn words(set: &Set) -> Node {
    centred(text(set.x_px, set.y_px, set.words.as_str())).with("font-size", px(set.size_px))
}
