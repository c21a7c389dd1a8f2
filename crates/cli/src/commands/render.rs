//! `entente render`: the map of a link, or a chart, as SVG or PNG.

mod chart;

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use entente_atlas::Atlas;
use entente_scene::camera::Size;
use entente_scene::link;
use entente_scene::style::{DARK, LIGHT, Palette};
use entente_scene::svg::{Colours, Options};
use entente_scene::view::{ThemeChoice, View};
use resvg::{tiny_skia, usvg};

use crate::folder::Folder;
use crate::{Error, Setting, picture, world};

/// Draw the map of a link, or a chart, as SVG or PNG.
#[derive(Args, Debug)]
pub struct Render {
    /// The link of the view, or its query string: "?blocs=eu,eaeu&at=2015-01-01"
    #[arg(long, value_name = "LINK", default_value = "")]
    view: String,
    /// The file to write; its ending says what: .svg or .png
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Width and height of the map in pixels, words not counted
    #[arg(long, value_name = "WxH", default_value = "1200x640", value_parser = size)]
    size: (u32, u32),
    /// Draw the map alone, without sentence and legend
    #[arg(long)]
    bare: bool,
    #[command(flatten)]
    chart: chart::ChartArgs,
}

impl Render {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let query = self.view.split_once('?').map_or(self.view.as_str(), |(_, query)| query);
        let (atlas, unsupposed) = Folder::read(&setting.data)?.into_atlas_of(query)?;
        for problem in &unsupposed {
            writeln!(out, "{problem}")?;
        }
        let parsed = link::parse(query, &atlas);
        for notice in &parsed.notices {
            writeln!(out, "{notice}")?;
        }
        let palette = if parsed.view.theme == ThemeChoice::Dark { &DARK } else { &LIGHT };
        let svg = match self.chart.svg(&atlas, &parsed.view, setting.today, palette)? {
            Some(chart) => chart,
            None => self.map(&atlas, &parsed.view, setting, palette)?,
        };
        let bytes = match self.out.extension().and_then(|ending| ending.to_str()) {
            Some("svg") => svg.into_bytes(),
            Some("png") => png(&svg)?,
            _ => {
                let name = self.out.display();
                return Err(Error::Picture(format!(
                    "{name} ends in neither .svg nor .png: name the file so that it does"
                )));
            }
        };
        fs::write(&self.out, bytes).map_err(|error| Error::Save { path: self.out.clone(), error })
    }

    fn map(&self, atlas: &Atlas, view: &View, setting: &Setting, palette: &'static Palette) -> Result<String, Error> {
        let options = Options { colours: Colours::Fixed(palette), words: !self.bare, labels: true };
        let size = Size::new(f64::from(self.size.0), f64::from(self.size.1));
        let shapes = world::fine(&setting.data)?;
        Ok(picture::draw(atlas, &shapes, view, setting.today, size, options).svg)
    }
}

/// `1200x640` as width and height, each from 16 to 16,000.
fn size(text: &str) -> Result<(u32, u32), String> {
    let sane = |side: &str| side.parse().ok().filter(|side| (16..=16_000).contains(side));
    let sides = text.split_once(['x', '×']).and_then(|(width, height)| Some((sane(width)?, sane(height)?)));
    sides.ok_or_else(|| format!("{text} is no size: write width x height, each 16 to 16000, like 1200x640"))
}

/// Takes the system's fonts, and of them the plainest for words; without any, a PNG has no words.
fn load_fonts(fonts: &mut usvg::fontdb::Database) {
    const PLAIN: [&str; 6] = ["Inter", "Noto Sans", "Open Sans", "DejaVu Sans", "Liberation Sans", "Arial"];
    fonts.load_system_fonts();
    let has = |name: &str| fonts.faces().any(|face| face.families.iter().any(|(family, _)| family == name));
    let plain = PLAIN.into_iter().find(|name| has(name)).map(str::to_owned);
    let any = || fonts.faces().find_map(|face| face.families.first().map(|(family, _)| family.clone()));
    if let Some(family) = plain.or_else(any) {
        fonts.set_sans_serif_family(family);
    }
}

/// The picture as PNG, with the system's fonts.
fn png(svg: &str) -> Result<Vec<u8>, Error> {
    let failed =
        |reason: String| Error::Picture(format!("{reason}: the picture could not be turned into PNG; ask for .svg"));
    let mut options = usvg::Options { font_family: "sans-serif".into(), ..usvg::Options::default() };
    load_fonts(options.fontdb_mut());
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| failed(error.to_string()))?;
    let size = tree.size().to_int_size();
    let mut pixels =
        tiny_skia::Pixmap::new(size.width(), size.height()).ok_or_else(|| failed("too large".to_owned()))?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(error.to_string()))
}
