//! A view as a sheet to hand out: its picture with words, and all that is said of it, set up once.

use entente_atlas::{Atlas, Date};

use super::alternative::{alternative, file_name};
use super::asked::asked;
use super::drawn::drawn;
use super::embed::Embed;
use super::snippet::{Form, Picture, Still, snippet};
use crate::camera::Size;
use crate::page::plain;
use crate::said::Said;
use crate::scene::Scene;
use crate::sentence;
use crate::setting::Setting;
use crate::style::{DARK, LIGHT};
use crate::supposed::supposed;
use crate::svg::{Colours, Options, svg};
use crate::view::{ThemeChoice, View};
use crate::world::World;

/// A view set up as a picture, with what an editor says around it.
pub struct Sheet<'a> {
    scene: Scene,
    setting: &'a Setting<'a>,
    embed: &'a Embed,
}

/// Sets a view up and gives it, with what an editor says, to `make`; see [`drawn`] for size and detail.
pub fn sheet<T>(
    facts: (&Atlas, &World),
    (view, today): (&View, Date),
    size: (Size, f64),
    embed: &Embed,
    make: impl FnOnce(&Sheet<'_>) -> T,
) -> T {
    let view = asked(view, facts.0);
    drawn(facts, (&view, today), size, |scene, setting| make(&Sheet { scene, setting, embed }))
}

impl Sheet<'_> {
    /// What the view is called, unless an editor calls it otherwise.
    pub fn title(&self) -> String {
        sentence::title(self.setting)
    }

    /// What the view says, and what it supposes.
    pub fn sentence(&self) -> String {
        let supposed = supposed(self.setting.view, self.setting.atlas).map(|words| format!(" {words}"));
        sentence::caption(self.setting) + &supposed.unwrap_or_default()
    }

    /// A proposal for the alternative text.
    pub fn alternative(&self) -> String {
        alternative(self.setting)
    }

    /// A name for its files, without an ending.
    pub fn file_name(&self) -> String {
        file_name(self.setting)
    }

    fn said(&self) -> Said<'_> {
        Said { title: &self.embed.title, note: &self.embed.note, credit: &self.embed.credit }
    }

    /// The picture with title, sentence, legend, source and credit.
    pub fn svg(&self) -> String {
        let palette = if self.setting.view.theme == ThemeChoice::Dark { &DARK } else { &LIGHT };
        let options = Options { colours: Colours::Fixed(palette), words: true, labels: true, said: self.said() };
        svg(&self.scene, self.setting, options)
    }

    /// The code that puts it into an article.
    pub fn snippet(&self, form: Form) -> String {
        let (picture, table) = (self.svg(), plain(self.setting, self.said()));
        let picture = match self.embed.picture.as_str() {
            "" => Picture::Inline(&picture),
            address => Picture::At(address),
        };
        snippet(self.embed, form, Still { picture, table: &table, title: &self.title(), alt: &self.alternative() })
    }
}
