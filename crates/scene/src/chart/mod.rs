//! Charts of who is in what, as values: each an SVG element whose every bar, region and cell is a link to the view that it stands for.
//!
//! ```
//! use entente_atlas::{Atlas, Date};
//! use entente_scene::chart::{Ask, upset};
//! use entente_scene::view::View;
//!
//! let (atlas, view) = (Atlas::default(), View::bare());
//! let ask = Ask { atlas: &atlas, view: &view, today: Date::MIN, blocs: &[], width_px: 640.0 };
//! assert_eq!(upset::chart(&ask, &upset::Options::default()), Err("Choose a bloc or more to compare.".to_owned()));
//! ```
//!
//! Classes that a style sheet may lean on: `chart` and the chart's name on the `svg`; `part` on every link; `bar`, `dot`, `cell`, `line`,
//! `region` on what is drawn; `count` on the number of countries that a link leads to; `chosen` on the link to the view's own question.

mod draw;
pub mod euler;
mod file;
mod letters;
pub mod life;
pub mod matrix;
mod named;
pub mod upset;
pub mod years;

use entente_atlas::query::question::{Question, in_all};
use entente_atlas::query::sentence::names;
use entente_atlas::query::{Context, Expr, eval};
use entente_atlas::{Atlas, BlocIx, CountrySet, Date, Membership};

use crate::action::{Action, apply};
use crate::build::inks::ink_of;
use crate::link::{self, desk};
use crate::page::Node;
use crate::sentence::joined;
use crate::style::{Colour, INKS, Ink};
use crate::supposed::supposed;
use crate::view::View;

/// What a chart is asked.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// The facts.
    pub atlas: &'a Atlas,
    /// The view that every link starts from; its question is set off.
    pub view: &'a View,
    /// Today, for views without a date.
    pub today: Date,
    /// The blocs compared, in order, each once.
    pub blocs: &'a [BlocIx],
    /// How wide the chart should be.
    pub width_px: f64,
}

/// A chart: built in a page as it is, or printed as a file by [`Chart::file`].
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it is of.
    pub title: String,
    /// What it shows, in words.
    pub words: String,
    /// What of it the link supposes, in a sentence: it stands wherever the chart does.
    pub supposed: Option<String>,
    /// An `svg` element; colours are custom properties of the page.
    pub node: Node,
    /// Its width; more than was asked for where it would be unreadable otherwise.
    pub width_px: f64,
    /// Its height.
    pub height_px: f64,
}

/// More blocs than this are counted in a title, not named.
const NAMED_BLOCS: usize = 6;

impl Ask<'_> {
    /// The date of the chart.
    pub fn date(&self) -> Date {
        self.view.date(self.today)
    }

    /// The chart, when all else is known of it; its size is width and height in pixels.
    fn made(&self, title: String, words: String, mut node: Node, (width_px, height_px): (f64, f64)) -> Chart {
        named::named(&mut node);
        Chart { title, words, supposed: supposed(self.view, self.atlas), node, width_px, height_px }
    }

    /// The link to the view after an action.
    fn link(&self, action: Action) -> String {
        self.to(&apply(self.view, action))
    }

    /// The link to a view.
    fn to(&self, view: &View) -> String {
        let link = link::print(view, self.atlas);
        if link.is_empty() { "?".into() } else { link }
    }

    /// The link to the answer to a question that says itself which blocs are left out.
    fn asking(&self, expression: Expr) -> String {
        let mut view = apply(self.view, Action::Ask(Some(expression)));
        view.further.retain(|(key, _)| *key != "exactly");
        self.to(&view)
    }

    /// `a & b - c - d`: in exactly these of the blocs compared.
    fn exclusive(&self, blocs: &[BlocIx]) -> Option<Expr> {
        let outside = self.blocs.iter().filter(|bloc| !blocs.contains(bloc));
        Some(outside.fold(in_all(blocs)?, |question, bloc| question.without(Expr::bloc(*bloc))))
    }

    /// The view's question, or any, with all that it asks where it is of those in exactly these blocs.
    fn whole(&self, expr: &Expr) -> Expr {
        let is_exact = desk::read(self.view, self.atlas).0.is_exact;
        let context = Context::members_at(self.date());
        Question { expr, context, compared: self.blocs, is_exact }.whole()
    }

    /// Who answers to the view's own question, if it has one.
    fn chosen(&self) -> Option<CountrySet> {
        let expression = self.whole(self.view.expression.as_ref()?);
        Some(eval(self.atlas, &expression, Context::members_at(self.date())))
    }

    /// Whose place in these blocs at the date is supposed, not a fact.
    fn supposed(&self) -> CountrySet {
        let rows = self.blocs.iter().flat_map(|bloc| self.atlas.memberships_of_bloc(*bloc));
        let is_supposed = |row: &&Membership| {
            let is_over = row.span.to.is_some_and(|to| to.earliest() <= self.date());
            (row.hypothetical && row.span.contains(self.date())) || (row.hypothetical_end && is_over)
        };
        rows.filter(is_supposed).map(|row| row.country).collect()
    }

    /// Said below a chart where some of what it counts is supposed.
    fn supposition(&self, countries: CountrySet) -> Option<String> {
        let who = self.supposed() & countries;
        (!who.is_empty()).then(|| format!("* Supposed, not a fact: {}.", names(self.atlas, who)))
    }

    /// The colour of a bloc: the map's, where it is on the map, else by its place in the comparison.
    fn ink(&self, bloc: BlocIx) -> Ink {
        let place = self.blocs.iter().position(|other| *other == bloc).unwrap_or(0);
        ink_of(self.view, bloc).unwrap_or(Ink((place % INKS) as u8))
    }

    /// The same, or one colour for all where there are more blocs than colours.
    fn colour(&self, bloc: BlocIx) -> Colour {
        if self.blocs.len() > INKS { Colour::Shade(5) } else { Colour::Bloc(self.ink(bloc)) }
    }

    fn short(&self, bloc: BlocIx) -> &str {
        &self.atlas.bloc(bloc).short
    }

    /// `CPTPP, RCEP and ASEAN`, or `12 blocs`.
    fn named(&self, blocs: &[BlocIx]) -> String {
        if blocs.len() > NAMED_BLOCS {
            return format!("{} blocs", blocs.len());
        }
        joined(&blocs.iter().map(|bloc| self.short(*bloc)).collect::<Vec<_>>())
    }

    /// `CPTPP, RCEP or ASEAN`, or `any of 12 blocs`.
    fn named_or(&self, blocs: &[BlocIx]) -> String {
        if blocs.len() > NAMED_BLOCS {
            return format!("any of {} blocs", blocs.len());
        }
        self.named(blocs).replace(" and ", " or ")
    }

    /// `CPTPP and RCEP, 23 November 2026`.
    fn title(&self) -> String {
        format!("{}, {}", self.named(self.blocs), self.date().in_words())
    }
}

/// `1 country`, `12 countries`.
fn countries(count: usize) -> String {
    if count == 1 { "1 country".into() } else { format!("{count} countries") }
}
