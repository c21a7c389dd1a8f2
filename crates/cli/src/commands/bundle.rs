//! `entente bundle`: everything the page loads, by content digest, the first map in the page itself, and the stories beside it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use entente_atlas::records::Records;
use entente_atlas::{Atlas, Date};
use entente_geo::Topology;
use entente_geo::topology::simplify::simplify;
use entente_scene::camera::Size;
use entente_scene::framing::{self, WINDOW, focus};
use entente_scene::page::{self, Page};
use entente_scene::said::Said;
use entente_scene::svg::{Colours, Options};
use entente_scene::view::View;
use entente_scene::world::World;

use super::data::{self, NAME as DATA};
use super::render::save;
use super::{cards, editions};
use crate::folder::Folder;
use crate::html::escaped;
use crate::packed::{self, Parts, named};
use crate::png::Painter;
use crate::story::Teller;
use crate::unfurl::Site;
use crate::{Error, Setting, archive, picture, world};

/// Write what the page loads: facts, shapes, the first map.
#[derive(Args, Debug)]
pub struct Bundle {
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The built page whose marks are filled with the first map, its sentence, table and addresses
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
    /// A folder that keeps every edition of the facts: this one is added, and the site is given all of them
    #[arg(long, value_name = "DIR", env = "ENTENTE_ARCHIVE", hide_env_values = true)]
    archive: Option<PathBuf>,
    /// The address at which the site will be, for the cards of links: without it they are told by relative addresses
    #[arg(long, value_name = "URL", env = "ENTENTE_SITE", hide_env_values = true, default_value = "")]
    site: Site,
    /// Keep every point of the shapes for the first look too: for benchmarks beside maps of the same detail
    #[arg(long, hide = true)]
    whole: bool,
}

/// The size that the first map is made for; the page scales it.
pub(super) const FIRST_SIZE: (f64, f64) = (1000.0, 487.0);

/// How much coarser the first map is than the page's coarse shapes.
pub(super) const FIRST_DETAIL_SR: f64 = 1.2e-3;

impl Bundle {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let folder = Folder::read(&setting.data)?;
        let records = Records { stories: Vec::new(), ..folder.records.clone() };
        let atlas = folder.into_atlas()?;
        let fine = world::fine(&setting.data)?;
        let coarse = if self.whole { fine.clone() } else { world::coarse(&fine) };
        if let Some(archive) = &self.archive {
            archive::keep(archive, &records)?;
        }
        let parts = packed::write(records, &atlas, setting.today, &self.out)?;
        editions::write(self.archive.as_deref(), atlas.version(), &parts, setting, &self.out)?;
        let coarse_name = named(&self.out, "coarse", &world::encoded(&coarse, self.whole)?)?;
        let fine_name = named(&self.out, "fine", &world::encoded(&world::near(&fine), true)?)?;
        save(&self.out.join(DATA), &data::zipped(&atlas, &setting.data)?)?;
        let facts: Vec<&str> = parts.iter().map(|(_, name)| name.as_str()).collect();
        writeln!(out, "{}: {}, {coarse_name}, {fine_name}, {DATA}", self.out.display(), facts.join(", "))?;
        let Some(page) = &self.page else { return Ok(()) };
        let painter = Painter::new();
        let addresses = addresses(&parts, &coarse_name, &fine_name);
        self.first(page, &addresses, (&atlas, setting.today), &coarse, &painter)?;
        let teller = Teller { atlas: &atlas, shapes: &fine, today: setting.today, site: &self.site, cards: &[] };
        cards::of_stories(&teller, &painter, &self.out.join("stories"))
    }

    /// Puts into the page where its files lie, the first map, its words and its table.
    fn first(
        &self,
        page: &Path,
        addresses: &str,
        (atlas, today): (&Atlas, Date),
        coarse: &Topology,
        painter: &Painter,
    ) -> Result<(), Error> {
        let view = View::default_for(atlas);
        let size = Size::new(FIRST_SIZE.0, FIRST_SIZE.1);
        let options = Options { colours: Colours::Page, words: false, labels: false, said: Said::default() };
        let first = simplify(coarse, FIRST_DETAIL_SR);
        let picture = picture::draw(atlas, &first, &view, today, size, options);
        let style = narrow_style(atlas, &World::join(first, atlas), &view);
        let unfurls = cards::of_site((atlas, today), (coarse, &view), (&self.site, painter), &self.out)?;
        let fillings = [
            ("<!--entente:preload-->", format!("{addresses}<style>{style}</style>{unfurls}")),
            ("<!--entente:map-->", picture.svg),
            ("<!--entente:sentence-->", escaped(&picture.scene.sentence)),
            ("<!--entente:table-->", table(&Page { atlas, view: &view, today, report: "" })),
        ];
        fill(page, &fillings)
    }
}

/// Where the page's files lie, for its head.
fn addresses([(_, facts), rest @ ..]: &Parts, coarse: &str, fine: &str) -> String {
    let preload = |name: &str, file: &str| {
        format!("<link rel=\"preload\" as=\"fetch\" crossorigin data-entente=\"{name}\" href=\"./{file}\">")
    };
    let meta = |(name, file): (&str, &str)| format!("<meta data-entente=\"{name}\" content=\"./{file}\">");
    let further = [("fine", fine), ("data", DATA), ("reader", "entente-reader.js")];
    let rest = rest.iter().map(|(name, file)| (*name, file.as_str()));
    let metas: String = rest.chain(further).map(meta).collect();
    preload("facts", facts) + &preload("coarse", coarse) + &metas
}

/// Where a narrow page lays the first map: width and middle of the world, as multiples of its height.
pub(super) fn narrow_style(atlas: &Atlas, world: &World, view: &View) -> String {
    let projection = framing::projection(view, atlas, world);
    let bounds = projection.bounds();
    let height = bounds.max.y - bounds.min.y;
    let ratio = (bounds.max.x - bounds.min.x) / height;
    let middle = (focus(view, atlas, world, &projection, WINDOW) - bounds.min.x) / height;
    format!(":root{{--first-ratio:{ratio:.4};--first-middle:{middle:.4}}}")
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

/// The members of the first view as a table, for readers without script.
fn table(page: &Page<'_>) -> String {
    page::table(page).iter().map(page::Node::html).collect()
}
