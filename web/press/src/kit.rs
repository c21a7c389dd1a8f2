//! What everything that leaves the page is made from: the facts as the link supposes them, the shapes, the view.

use std::cell::RefCell;
use std::rc::Rc;

use entente_atlas::records::Records;
use entente_atlas::{Atlas, Date};
use entente_geo::Topology;
use entente_geo::topology::codec::decode;
use entente_scene::camera::Size;
use entente_scene::link;
use entente_scene::link::desk::suppositions;
use entente_scene::press::{self, Embed, List, Sheet};
use entente_scene::view::View;
use entente_scene::world::World;

use crate::{clock, facts};

/// What is fetched once.
#[derive(Default)]
struct Store {
    records: Option<Records>,
    /// Whether the records hold the texts and the sources too.
    is_full: bool,
    coarse: Option<Topology>,
    fine: Option<Topology>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

/// The facts, the shapes and the view.
#[derive(Clone)]
pub(crate) struct Kit {
    /// The facts, with what the link supposes.
    pub atlas: Rc<Atlas>,
    /// The shapes.
    pub world: Rc<World>,
    /// The view.
    pub view: View,
    /// Its link.
    pub link: String,
    /// Today.
    pub today: Date,
}

/// How large a picture is that stands alone, words not counted.
const SIZE: (f64, f64) = (1200.0, 640.0);
/// And one that stands in a snippet, and how much coarser it may be.
const SMALL: (f64, f64) = (720.0, 384.0);
const DETAIL_PX: f64 = 0.4;
const SMALL_DETAIL_PX: f64 = 1.0;

/// Fetches what every tab needs; the browser mostly has it already.
pub(crate) async fn prepare() -> Result<(), String> {
    if STORE.with_borrow(|store| store.records.is_none()) {
        let records = facts::fetch().await?;
        STORE.with_borrow_mut(|store| store.records = Some(records));
    }
    if STORE.with_borrow(|store| store.coarse.is_none()) {
        let coarse = shapes("coarse").await?;
        STORE.with_borrow_mut(|store| store.coarse = Some(coarse));
    }
    Ok(())
}

/// Fetches the finer shapes, for files.
pub(crate) async fn prepare_fine() -> Result<(), String> {
    if STORE.with_borrow(|store| store.fine.is_none()) {
        let fine = shapes("fine").await?;
        STORE.with_borrow_mut(|store| store.fine = Some(fine));
    }
    Ok(())
}

/// Fetches who says so, for rows with their sources.
pub(crate) async fn prepare_sources() -> Result<(), String> {
    if !STORE.with_borrow(|store| store.is_full) {
        let records = facts::fetch_all().await?;
        STORE.with_borrow_mut(|store| (store.records, store.is_full) = (Some(records), true));
    }
    Ok(())
}

async fn shapes(name: &str) -> Result<Topology, String> {
    let bytes = facts::bytes(name).await?;
    decode(&bytes).map_err(|error| format!("The shapes are not what this page expects ({error}): reload it"))
}

impl Kit {
    /// The kit of a link, from what was fetched: the finest shapes and the fullest facts so far.
    pub fn of(link: &str) -> Result<Self, String> {
        STORE.with_borrow(|store| {
            let missing = "The facts have not come yet: try again";
            let mut records = store.records.clone().ok_or(missing)?;
            let (edits, own) = suppositions(link);
            records.edit(&edits, &own);
            let atlas = facts::resolved(records)?;
            let shapes = store.fine.as_ref().or(store.coarse.as_ref()).ok_or(missing)?;
            let world = Rc::new(World::join(shapes.clone(), &atlas));
            let view = link::parse(link, &atlas).view;
            Ok(Self { atlas, world, view, link: link.to_owned(), today: clock::today() })
        })
    }

    fn sheet<T>(
        &self,
        embed: &Embed,
        (width, height): (f64, f64),
        detail_px: f64,
        make: impl FnOnce(&Sheet<'_>) -> T,
    ) -> T {
        let Self { atlas, world, view, today, .. } = self;
        press::sheet((&**atlas, &**world), (view, *today), (Size::new(width, height), detail_px), embed, make)
    }

    /// The words of the view: title, sentence, alternative text, name of its files.
    pub fn words(&self, embed: &Embed) -> Words {
        self.sheet(embed, SMALL, SMALL_DETAIL_PX, |sheet| Words {
            title: sheet.title(),
            sentence: sheet.sentence(),
            alt: sheet.alternative(),
            file: sheet.file_name(),
        })
    }

    /// The picture as a file.
    pub fn picture(&self, embed: &Embed) -> String {
        self.sheet(embed, SIZE, DETAIL_PX, |sheet| sheet.svg())
    }

    /// The code to copy.
    pub fn snippet(&self, embed: &Embed, form: press::Form) -> String {
        self.sheet(embed, SMALL, SMALL_DETAIL_PX, |sheet| sheet.snippet(form))
    }

    /// Who the view is about.
    pub fn list(&self) -> List<'_> {
        List::of(&self.atlas, &self.view, self.today)
    }

    /// The shapes with their memberships.
    pub fn geojson(&self) -> String {
        press::geojson(&self.atlas, &self.world, &self.view, self.today)
    }

    /// The view as a work to cite, under its frozen address.
    pub fn cited<T>(&self, embed: &Embed, title: &str, make: impl FnOnce(&press::Citation<'_>) -> T) -> T {
        let address = embed.frozen(self.atlas.version(), self.today).page();
        make(&press::Citation { title, address: &address, version: self.atlas.version(), read: self.today })
    }
}

/// What a view is called and says.
#[derive(Clone, Default)]
pub(crate) struct Words {
    /// Its title.
    pub title: String,
    /// Its sentence, with what is supposed.
    pub sentence: String,
    /// What is proposed as the alternative text.
    pub alt: String,
    /// What its files are called, without an ending.
    pub file: String,
}
