//! What is read beside the map, as values: panels, legend, table; the browser builds them and the terminal prints them.

mod agreement;
mod bloc;
mod country;
mod facts;
mod legend;
pub mod node;
mod plain;
pub mod rail;
mod report;
mod table;

use entente_atlas::{Atlas, BlocIx, CountryIx, Date};

pub use facts::source_list;
pub use legend::legend;
pub use node::{Inside, Node};
pub use plain::plain;
pub use table::table;

use crate::action::{Action, apply};
use crate::link;
use crate::view::{Selection, View};
use node::element;

/// What the words are about.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The facts; sources, summaries and notes show where they have come.
    pub atlas: &'a Atlas,
    /// The view that every link starts from.
    pub view: &'a View,
    /// Today, for views without a date.
    pub today: Date,
    /// Where a mistake is told: an address with `{subject}` and `{body}` in it; empty where nobody takes reports.
    pub report: &'a str,
}

/// A panel: what it is called, of what kind that is, and all that is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Its name.
    pub title: String,
    /// In a few words, of what kind it is.
    pub kind: String,
    /// What is told.
    pub body: Vec<Node>,
}

impl Page<'_> {
    /// The date of the view.
    pub fn date(&self) -> Date {
        self.view.date(self.today)
    }

    /// The panel of a selection.
    pub fn panel(&self, selection: Selection) -> Panel {
        match selection {
            Selection::Country(country) => country::panel(self, country),
            Selection::Bloc(bloc) => bloc::panel(self, bloc),
            Selection::Agreement(agreement) => agreement::panel(self, agreement),
        }
    }

    /// The link to this view after an action.
    fn link(&self, action: Action) -> String {
        let link = link::print(&apply(self.view, action), self.atlas);
        if link.is_empty() { "?".into() } else { link }
    }

    /// Words that turn the panel to what they name.
    fn named(&self, selection: Selection, words: impl Into<String>) -> Node {
        element("a").class("link").with("href", self.link(Action::Select(Some(selection)))).text(words)
    }

    fn country(&self, country: CountryIx) -> Node {
        self.named(Selection::Country(country), self.atlas.country(country).name())
    }

    fn bloc(&self, bloc: BlocIx) -> Node {
        self.named(Selection::Bloc(bloc), self.atlas.bloc(bloc).short.as_str())
    }
}
