//! What everything on the desk is made from: the facts, the view, and the question that it asks.

use std::rc::Rc;

use entente_atlas::query::chips::{Chip, Position, chips, expr};
use entente_atlas::query::question::Question;
use entente_atlas::query::{Context, Expr};
use entente_atlas::{Atlas, BlocIx, CountryIx, CountrySet, Date};
use entente_scene::change::Change;
use entente_scene::link;
use entente_scene::page::Node;
use entente_scene::page::node::element;
use entente_scene::view::{OverlapDesk, View};

/// The facts, the view, and what the reader chose that no link carries.
#[derive(Clone)]
pub(crate) struct Setting {
    /// The facts.
    pub atlas: Rc<Atlas>,
    /// The page's view.
    pub view: View,
    /// The parts of its link.
    pub parts: Vec<(String, String)>,
    /// The desk's own parts of it.
    pub desk: OverlapDesk,
    /// How the answer changed between two days; nothing with one date.
    pub change: Option<Rc<Change>>,
    /// Today, for views without a date.
    pub today: Date,
    /// What no link carries.
    pub own: Own,
    /// What of the suppositions cannot be, a sentence each.
    pub faults: Vec<String>,
}

/// What the reader chose for this visit.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Own {
    /// The list's column, and whether it runs from the last.
    pub sort: (usize, bool),
    /// What names in the list must contain, folded.
    pub filter: String,
    /// How wide the chart may be.
    pub width_px: u32,
    /// Whether bodies of the whole world count where countries are compared.
    pub with_world: bool,
    /// Whether time runs.
    pub is_playing: bool,
    /// Whether it goes year by year, not from event to event.
    pub by_year: bool,
}

impl Setting {
    /// What a link says.
    pub fn of(atlas: Rc<Atlas>, link: &str, today: Date, own: Own, faults: Vec<String>) -> Self {
        let view = link::parse(link, &atlas).view;
        let (desk, _) = link::desk::read(&view, &atlas);
        let change = Change::of(&atlas, &view, today).map(Rc::new);
        Self { view, faults, atlas, parts: link::pairs(link), desk, change, today, own }
    }

    /// The date of the view.
    pub fn date(&self) -> Date {
        self.view.date(self.today)
    }

    /// Full members on that date.
    pub fn context(&self) -> Context {
        Context::members_at(self.date())
    }

    /// A part of the link, as it stands.
    pub fn part(&self, key: &str) -> Option<&str> {
        self.parts.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// The day that the view's date is compared with.
    pub fn since(&self) -> Option<Date> {
        self.desk.since
    }

    /// Whether the answer is of those in exactly these blocs.
    pub fn is_exact(&self) -> bool {
        self.desk.is_exact
    }

    /// The blocs that are compared: those shown, then those that only the question names.
    pub fn compared(&self) -> Vec<BlocIx> {
        let shown = self.view.blocs.iter().chain(&self.view.outlined).copied();
        let mut blocs: Vec<BlocIx> = Vec::new();
        for bloc in shown.chain(self.view.expression.iter().flat_map(Expr::blocs)) {
            if !blocs.contains(&bloc) {
                blocs.push(bloc);
            }
        }
        blocs
    }

    /// What is asked of each of the compared blocs; `None` where the question says more than that.
    pub fn chips(&self) -> Option<Vec<Chip>> {
        let compared = self.compared();
        match &self.view.expression {
            Some(expression) => chips(expression, &compared),
            None => Some(compared.into_iter().map(|bloc| Chip::new(bloc, self.implied(bloc))).collect()),
        }
    }

    /// Without a question, the page's sentence is about those in all of the filled blocs.
    fn implied(&self, bloc: BlocIx) -> Position {
        if self.view.blocs.contains(&bloc) { Position::In } else { Position::Open }
    }

    /// The question as it is written, without the switch to exactly these.
    pub fn expression(&self) -> Option<Expr> {
        self.view.expression.clone().or_else(|| expr(&self.chips()?))
    }

    /// Asks something of the question with its switch; nothing while nothing is asked.
    pub fn asked<T>(&self, ask: impl FnOnce(&Question<'_>) -> T) -> Option<T> {
        let (expression, compared) = (self.expression()?, self.compared());
        let (context, is_exact) = (self.context(), self.is_exact());
        Some(ask(&Question { expr: &expression, context, compared: &compared, is_exact }))
    }

    /// Who answers.
    pub fn answer(&self) -> CountrySet {
        self.asked(|question| question.answer(&self.atlas)).unwrap_or_default()
    }

    /// The link with parts changed; `None` takes one back to its default.
    pub fn link(&self, changes: &[(&str, Option<String>)]) -> String {
        let mut parts = self.parts.clone();
        for (key, value) in changes {
            parts.retain(|(known, _)| known != key);
            parts.extend(value.clone().map(|value| ((*key).to_owned(), value)));
        }
        let link = link::join(&parts);
        if link.is_empty() { "?".into() } else { link }
    }

    /// The link that asks this.
    pub fn link_of(&self, question: Option<&Expr>) -> String {
        self.link(&[("q", question.map(|question| question.written(&self.atlas).to_string()))])
    }

    /// The short name of a bloc.
    pub fn short(&self, bloc: BlocIx) -> &str {
        &self.atlas.bloc(bloc).short
    }

    /// A country's name, which turns the page's panel to it.
    pub fn country(&self, country: CountryIx) -> Node {
        let one = self.atlas.country(country);
        let link = self.link(&[("select", Some(one.code.clone())), ("panel", None)]);
        element("a").with("href", link).with("data-codes", one.code.as_str()).text(one.name())
    }
}
