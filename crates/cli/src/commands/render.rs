//! `entente render`: the map of a link, or a chart, as SVG or PNG, and the same as a table.

mod chart;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use entente_atlas::{Atlas, Date};
use entente_scene::camera::Size;
use entente_scene::link;
use entente_scene::page::{Node, plain};
use entente_scene::said::Said;
use entente_scene::sentence::title;
use entente_scene::style::{DARK, LIGHT};
use entente_scene::svg::{Colours, Options, svg};
use entente_scene::view::{ThemeChoice, View};

use crate::folder::Folder;
use crate::png::Painter;
use crate::{Error, Setting, html, picture, world};

/// Draw the map of a link, or a chart, as SVG or PNG.
#[derive(Args, Debug)]
pub struct Render {
    /// The link of the view, or its query string: "?blocs=eu,eaeu&at=2015-01-01"
    #[arg(long, value_name = "LINK", default_value = "")]
    view: String,
    /// The file to write; its ending says what: .svg or .png
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write what the picture says as a table too
    #[arg(long, value_name = "FILE.html")]
    table: Option<PathBuf>,
    /// Width and height of the map in pixels, words not counted
    #[arg(long, value_name = "WxH", default_value = "1200x640", value_parser = picture::size)]
    size: (u32, u32),
    /// Pixels of a PNG for each of the picture's own
    #[arg(long, value_name = "1|2|3", default_value = "1", value_parser = clap::value_parser!(u8).range(1..=3))]
    scale: u8,
    /// A title above the sentence
    #[arg(long, value_name = "WORDS", default_value = "")]
    title: String,
    /// A note below the legend
    #[arg(long, value_name = "WORDS", default_value = "")]
    note: String,
    /// Who made the picture, in its last line
    #[arg(long, value_name = "WORDS", default_value = "")]
    credit: String,
    /// Draw the map alone, without sentence and legend
    #[arg(long)]
    bare: bool,
    #[command(flatten)]
    chart: chart::ChartArgs,
}

impl Render {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let query = query_of(&self.view);
        let (atlas, unsupposed) = Folder::read(&setting.data)?.into_atlas_of(query)?;
        for problem in &unsupposed {
            writeln!(out, "{problem}")?;
        }
        let parsed = link::parse(query, &atlas);
        for notice in &parsed.notices {
            writeln!(out, "{notice}")?;
        }
        let size = Size::new(f64::from(self.size.0), f64::from(self.size.1));
        let said = Said { title: &self.title, note: &self.note, credit: &self.credit };
        let shapes = world::fine(&setting.data)?;
        let sheet = Sheet::new(&atlas, &shapes, &parsed.view, setting.today, size, said, !self.bare);
        let palette = if parsed.view.theme == ThemeChoice::Dark { &DARK } else { &LIGHT };
        match self.chart.svg(&atlas, &parsed.view, setting.today, palette)? {
            Some(_) if said != Said::default() => {
                let says = "--title, --note and --credit stand around a map: leave them out for a chart";
                return Err(Error::Picture(says.into()));
            }
            Some(chart) => save(&self.out, &self.bytes(&chart)?)?,
            None => save(&self.out, &self.bytes(&sheet.svg)?)?,
        }
        let table = self.table.as_ref().map(|path| save(path, sheet.page().as_bytes()));
        table.unwrap_or(Ok(()))
    }

    fn bytes(&self, svg: &str) -> Result<Vec<u8>, Error> {
        let name = self.out.display();
        match self.out.extension().and_then(|ending| ending.to_str()) {
            Some("svg") if self.scale == 1 => Ok(svg.as_bytes().to_vec()),
            Some("svg") => {
                let scale = self.scale;
                Err(Error::Picture(format!("{scale} is no scale for {name}: SVG has no pixels; leave --scale out")))
            }
            Some("png") => Painter::new().png(svg, self.scale),
            _ => Err(Error::Picture(format!("{name} ends in neither .svg nor .png: name the file so that it does"))),
        }
    }
}

/// A picture in every form that the terminal writes.
pub(super) struct Sheet {
    pub(super) title: String,
    pub(super) svg: String,
    pub(super) table: Vec<Node>,
}

impl Sheet {
    pub(super) fn new(
        atlas: &Atlas,
        shapes: &entente_geo::Topology,
        view: &View,
        today: Date,
        size: Size,
        said: Said<'_>,
        words: bool,
    ) -> Self {
        let palette = if view.theme == ThemeChoice::Dark { &DARK } else { &LIGHT };
        let options = Options { colours: Colours::Fixed(palette), words, labels: true, said };
        picture::with(atlas, shapes, view, today, size, |scene, setting| Self {
            title: if said.title.is_empty() { title(setting) } else { said.title.to_owned() },
            svg: svg(&scene, setting, options),
            table: plain(setting, said),
        })
    }

    /// The table as a page of its own.
    pub(super) fn page(&self) -> String {
        html::table_page(&self.title, &self.table)
    }
}

/// The query string of a link, which may be a whole address.
pub(super) fn query_of(link: &str) -> &str {
    link.split_once('?').map_or(link, |(_, query)| query)
}

pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|error| Error::Save { path: path.into(), error })
}
