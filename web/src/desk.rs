//! What the parts of the page share: the facts, the view, and the one way to change it.

use std::sync::Arc;

use entente_atlas::records::Part;
use entente_atlas::{Atlas, Date};
use entente_scene::action::{Action, apply};
use entente_scene::emphasis::Target;
use entente_scene::link::{self, Notice};
use entente_scene::page::Page;
use entente_scene::view::{Selection, View};
use entente_scene::world::World;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::facts;
use crate::load::Files;

/// The shared state of the page. Copied freely: it holds handles.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    /// How many parts of the facts have come.
    pub parts: RwSignal<usize>,
    /// Today, by the reader's clock when the page was opened.
    pub today: Date,
    /// What is shown.
    pub view: RwSignal<View>,
    /// What the pointer or the keyboard is on.
    pub hover: RwSignal<Option<Target>>,
    /// The shapes; finer ones, or a host's own, may take their place.
    pub world: RwSignal<Arc<World>>,
    /// Sentences for the reader about what went wrong.
    pub notices: RwSignal<Vec<String>>,
    /// The picture in words.
    pub words: RwSignal<Words>,
    /// Where the map should move: read by the map, which answers by a camera.
    pub fly_to: RwSignal<Option<Target>>,
    /// Whether the next change of the view replaces the entry in the reader's history instead of adding one.
    pub replaces: StoredValue<bool>,
    /// Where further files lie.
    pub files: StoredValue<Files>,
}

/// The picture in words, and its legend: what stands around the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Words {
    /// The sentence above the map.
    pub sentence: String,
    /// The whole picture for those who cannot see it.
    pub description: String,
    /// The legend's lines; `None` before the first picture.
    pub legend: Option<entente_scene::legend::Legend>,
}

impl Desk {
    /// Changes the view and adds an entry to the reader's history.
    pub fn act(self, action: Action) {
        self.change(action, false);
    }

    /// Changes the view without an entry of its own: a scrub, a move of the map.
    pub fn drift(self, action: Action) {
        self.change(action, true);
    }

    fn change(self, action: Action, replaces: bool) {
        let (next, is_new, is_told) = self.view.with_untracked(|view| {
            let next = apply(view, action.clone());
            let (is_new, is_told) = (next != *view, next.asks_within(view));
            (next, is_new, is_told)
        });
        if is_told || facts::have(Part::Rows) {
            if is_new {
                self.replaces.set_value(replaces);
                self.view.set(next);
            }
            return;
        }
        spawn_local(async move {
            if facts::come(self, Part::Rows).await {
                self.change(action, replaces);
            } else {
                // What shows the view goes back to it.
                self.view.update(|_| ());
            }
        });
    }

    /// Turns to what a link says, once the facts are there that it may speak of.
    pub fn turn_to(self, link: String, replaces: bool) {
        spawn_local(async move {
            if facts::come(self, Part::Rows).await {
                self.replaces.set_value(replaces);
                self.view.set(link::parse(&link, self.atlas()).view);
            }
        });
    }

    /// The facts as far as they have come.
    pub fn atlas(self) -> &'static Atlas {
        facts::atlas()
    }

    /// Changes parts of the view by the words of its link; `None` takes a part back to its default. Gives back what was ignored.
    /// For parts that the facts' rows may decide, those have come before.
    pub fn set_parts(self, parts: Vec<(String, Option<String>)>, replaces: bool) -> Vec<Notice> {
        let mut pairs = self.view.with_untracked(|view| link::pairs(&link::print(view, self.atlas())));
        for (key, value) in parts {
            pairs.retain(|(known, _)| *known != key);
            pairs.extend(value.map(|value| (key, value)));
        }
        let parsed = link::parse(&link::join(&pairs), self.atlas());
        self.replaces.set_value(replaces);
        self.view.set(parsed.view);
        parsed.notices
    }

    /// Turns the panel to something.
    pub fn select(self, selection: Selection) {
        self.act(Action::Select(Some(selection)));
    }

    /// Tells the reader something, once.
    pub fn notify(self, sentence: String) {
        self.notices.update(|notices| {
            if !notices.contains(&sentence) {
                notices.push(sentence);
            }
        });
    }

    /// Asks for all that is told of the facts; what is made here is made again as it comes.
    pub fn telling(self) -> Self {
        facts::ask(self, Part::Sources);
        self.parts.track();
        self
    }

    /// Something of the page's words, for the view as it is; not tracked.
    pub fn page<T>(self, tell: impl FnOnce(&Page<'_>) -> T) -> T {
        let Files { report, .. } = self.files.get_value();
        self.view.with_untracked(|view| {
            let page = Page { atlas: self.atlas(), view, today: self.today, report: &report };
            tell(&page)
        })
    }

    /// The date that is shown, tracked.
    pub fn date(self) -> Date {
        self.view.with(|view| view.date(self.today))
    }
}
