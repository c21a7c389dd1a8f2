//! `entente bundle`: everything the page loads, by content digest, the first map in the page itself, and the stories beside it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use entente_atlas::query::at::members;
use entente_atlas::records::Records;
use entente_atlas::{Atlas, Bloc, Date};
use entente_scene::camera::Size;
use entente_scene::framing::{self, WINDOW, focus};
use entente_scene::page::node::escape;
use entente_scene::page::{self, Page};
use entente_scene::svg::{Colours, Options};
use entente_scene::view::{self, View};
use entente_scene::world::World;
use serde::Serialize;

use crate::folder::{Folder, digest};
use crate::story::Teller;
use crate::{Error, Setting, picture, world};

/// Write what the page loads: facts, shapes, the first map.
#[derive(Args, Debug)]
pub struct Bundle {
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The built page whose marks are filled with the first map, its sentence, table and addresses
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
    /// Keep every point of the shapes for the first look too: for benchmarks beside maps of the same detail
    #[arg(long, hide = true)]
    whole: bool,
}

/// The size that the first map is made for; the page scales it.
const FIRST_SIZE: (f64, f64) = (1000.0, 487.0);

/// How much coarser the first map is than the page's coarse shapes.
const FIRST_DETAIL_SR: f64 = 1.2e-3;

impl Bundle {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let folder = Folder::read(&setting.data)?;
        // Stories are pages of their own: the live map does not carry them.
        let records = Records { stories: Vec::new(), ..folder.records.clone() };
        let atlas = folder.into_atlas()?;
        let fine = world::fine(&setting.data)?;
        let coarse = if self.whole { fine.clone() } else { world::coarse(&fine) };
        fs::create_dir_all(&self.out).map_err(|error| Error::Save { path: self.out.clone(), error })?;
        let [lead, rows, texts, sources] = records.into_parts(&view::FIRST_BLOCS);
        let counts = counts(&atlas, setting.today);
        let facts = self.save("facts", &encoded(&(lead, counts))?)?;
        let rows = self.save("rows", &encoded(&rows)?)?;
        let texts = self.save("texts", &encoded(&texts)?)?;
        let sources = self.save("sources", &encoded(&sources)?)?;
        let coarse_name = self.save("coarse", &world::encoded(&coarse, self.whole)?)?;
        let fine_name = self.save("fine", &world::encoded(&world::near(&fine), true)?)?;
        writeln!(out, "{}: {facts}, {rows}, {texts}, {sources}, {coarse_name}, {fine_name}", self.out.display())?;
        let Some(page) = &self.page else { return Ok(()) };
        let view = View::default_for(&atlas);
        let size = Size::new(FIRST_SIZE.0, FIRST_SIZE.1);
        let options = Options { colours: Colours::Page, words: false, labels: false };
        let first = entente_geo::topology::simplify::simplify(&coarse, FIRST_DETAIL_SR);
        let picture = picture::draw(&atlas, &first, &view, setting.today, size, options);
        let preload = format!(
            "<link rel=\"preload\" as=\"fetch\" crossorigin data-entente=\"facts\" href=\"./{facts}\">\
             <link rel=\"preload\" as=\"fetch\" crossorigin data-entente=\"coarse\" href=\"./{coarse_name}\">\
             <meta data-entente=\"rows\" content=\"./{rows}\">\
             <meta data-entente=\"texts\" content=\"./{texts}\">\
             <meta data-entente=\"sources\" content=\"./{sources}\">\
             <meta data-entente=\"fine\" content=\"./{fine_name}\">\
             <meta data-entente=\"reader\" content=\"./entente-reader.js\">"
        );
        let fillings = [
            ("<!--entente:preload-->", preload + &narrow_style(&atlas, &World::join(first, &atlas), &view)),
            ("<!--entente:map-->", picture.svg),
            ("<!--entente:sentence-->", escaped(&picture.scene.sentence)),
            ("<!--entente:table-->", table(&Page { atlas: &atlas, view: &view, today: setting.today, report: "" })),
        ];
        fill(page, &fillings)?;
        self.stories(&Teller { atlas: &atlas, shapes: &fine, today: setting.today })
    }

    /// Writes the stories into a folder of their own.
    fn stories(&self, teller: &Teller<'_>) -> Result<(), Error> {
        let folder = self.out.join("stories");
        fs::create_dir_all(&folder).map_err(|error| Error::Save { path: folder.clone(), error })?;
        for (name, html) in teller.pages() {
            let path = folder.join(name);
            fs::write(&path, html).map_err(|error| Error::Save { path, error })?;
        }
        Ok(())
    }

    /// Writes a file named by its content, so that it may be kept for ever.
    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, Error> {
        let name = format!("{name}-{:016x}.bin", digest(bytes));
        let path = self.out.join(&name);
        fs::write(&path, bytes).map_err(|error| Error::Save { path, error })?;
        Ok(name)
    }
}

fn encoded(facts: &impl Serialize) -> Result<Vec<u8>, Error> {
    postcard::to_allocvec(facts).map_err(|error| Error::Shapes(error.to_string()))
}

/// How many members every bloc has on a day, for the rail of a page that has not yet fetched the rows.
fn counts(atlas: &Atlas, today: Date) -> Vec<u16> {
    let count = |bloc: &Bloc| u16::try_from(members(atlas, bloc.ix, today).len()).unwrap_or(u16::MAX);
    atlas.blocs().iter().map(count).collect()
}

/// Where a narrow page lays the first map: width and middle of the world, as multiples of its height.
fn narrow_style(atlas: &Atlas, world: &World, view: &View) -> String {
    let projection = framing::projection(view, atlas, world);
    let bounds = projection.bounds();
    let height = bounds.max.y - bounds.min.y;
    let ratio = (bounds.max.x - bounds.min.x) / height;
    let middle = (focus(view, atlas, world, &projection, WINDOW) - bounds.min.x) / height;
    format!("<style>:root{{--first-ratio:{ratio:.4};--first-middle:{middle:.4}}}</style>")
}

fn fill(page: &Path, fillings: &[(&str, String)]) -> Result<(), Error> {
    let mut html = fs::read_to_string(page).map_err(|error| Error::Read { path: page.into(), error })?;
    for (mark, filling) in fillings {
        if !html.contains(mark) {
            return Err(Error::Picture(format!("{mark} is missing: put it back into {}", page.display())));
        }
        html = html.replace(mark, filling);
    }
    fs::write(page, html).map_err(|error| Error::Save { path: page.into(), error })
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

/// The members of the first view as a table, for readers without script.
fn table(page: &Page<'_>) -> String {
    page::table(page).iter().map(page::Node::html).collect()
}
