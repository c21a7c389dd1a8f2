//! `entente article`: a folder with everything that an article needs, made from a TOML file, without a line.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;
use entente_geo::Topology;
use entente_scene::camera::Size;
use entente_scene::page::{Node, plain};
use entente_scene::press::{self, Embed, Form, Picture, Still};
use entente_scene::said::Said;
use entente_scene::sentence::title;
use entente_scene::style::{DARK, LIGHT};
use entente_scene::svg::{Colours, Options, svg};
use entente_scene::view::ThemeChoice;

use super::page::{self, Kind};
use super::render::save;
use crate::article::{self, Made, Map, sheet};
use crate::folder::Folder;
use crate::png::Painter;
use crate::{Error, Setting, html, picture, world};

/// Make everything that an article needs: pictures, tables, code to paste.
#[derive(Args, Debug)]
pub struct Article {
    /// The article, as docs/article.md says
    file: PathBuf,
    /// The folder to write to [default: the file's name without its ending]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The folder of a built site: each map is then written as one live file too
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// The size of the map for a phone, in pixels: there the words of a wide picture could not be read.
const PHONE_PX: (f64, f64) = (400.0, 280.0);

/// A picture in the forms that an article needs.
struct Drawn {
    title: String,
    alt: String,
    svg: String,
    /// Width and height with all its words.
    size: (f64, f64),
    /// The same for a phone, and its size.
    phone: (String, (f64, f64)),
    table: Vec<Node>,
    /// The table where note and credit stand beside it already.
    bare_table: Vec<Node>,
}

impl Article {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let text = fs::read_to_string(&self.file).map_err(|error| Error::Named { path: self.file.clone(), error })?;
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let atlas = Rc::new(Folder::read(&setting.data)?.into_atlas()?);
        let supposing = |query: &str| Folder::read(&setting.data)?.into_atlas_of(query);
        let article = article::read(&name, &text, &atlas, &supposing)?;
        let folder = self.out.clone().unwrap_or_else(|| self.file.with_extension(""));
        fs::create_dir_all(&folder).map_err(|error| Error::Save { path: folder.clone(), error })?;
        let (shapes, painter) = (world::fine(&setting.data)?, Painter::new());
        let mut made = Vec::new();
        for map in &article.maps {
            let drawn = drawn(map, &shapes, setting);
            save_map(map, &drawn, &painter, &folder)?;
            let (codes, settings) = codes(map, &article.site, &drawn, setting);
            save(&folder.join(format!("{}.snippet.html", map.id)), all(&codes).as_bytes())?;
            if let Some(site) = &self.site {
                let live = page::page(&map.link, Kind::Framed(&settings), site, setting)?;
                save(&folder.join(format!("{}.map.html", map.id)), live.as_bytes())?;
            }
            let Drawn { title, alt, size, phone: (_, phone), bare_table: table, .. } = drawn;
            made.push(Made { map, title, alt, size, phone, table, codes, is_live: self.site.is_some() });
        }
        save(&folder.join("index.html"), sheet(&article, &made).as_bytes())?;
        let maps = crate::coverage::counted(article.maps.len(), "map");
        Ok(writeln!(out, "{}: {maps}; open index.html there", folder.display())?)
    }
}

fn drawn(map: &Map, shapes: &Topology, setting: &Setting) -> Drawn {
    let palette = if map.view.theme == ThemeChoice::Dark { &DARK } else { &LIGHT };
    let said = Said { title: &map.title, note: &map.note, credit: &map.credit };
    let options = Options { colours: Colours::Fixed(palette), words: true, labels: true, said };
    let size = Size::new(f64::from(map.size.0), f64::from(map.size.1));
    let narrow = Size::new(PHONE_PX.0, PHONE_PX.1);
    let phone = picture::draw(&map.atlas, shapes, &map.view, setting.today, narrow, options).svg;
    picture::with(&map.atlas, shapes, &map.view, setting.today, size, |scene, setting| {
        let svg = svg(&scene, setting, options);
        Drawn {
            title: if map.title.is_empty() { title(setting) } else { map.title.clone() },
            alt: if map.alt.is_empty() { press::alternative(setting) } else { map.alt.clone() },
            size: measured(&svg).unwrap_or((size.width_px, size.height_px)),
            svg,
            phone: (phone.clone(), measured(&phone).unwrap_or(PHONE_PX)),
            table: plain(setting, said),
            bare_table: plain(setting, Said { note: "", credit: "", ..said }),
        }
    })
}

/// Width and height as the picture says them of itself.
fn measured(svg: &str) -> Option<(f64, f64)> {
    let side = |name: &str| svg.split_once(name)?.1.split_once('"')?.0.parse::<f64>().ok();
    Some((side(" width=\"")?, side(" height=\"")?.round()))
}

/// The picture as SVG, as PNG of three sizes and for a phone, and its table.
fn save_map(map: &Map, drawn: &Drawn, painter: &Painter, folder: &Path) -> Result<(), Error> {
    let file = |ending: &str| folder.join(format!("{}{ending}", map.id));
    save(&file(".svg"), drawn.svg.as_bytes())?;
    for (scale, ending) in [(1, ".png"), (2, "@2x.png"), (3, "@3x.png")] {
        save(&file(ending), &painter.png(&drawn.svg, scale)?)?;
    }
    save(&file(".phone.png"), &painter.png(&drawn.phone.0, 2)?)?;
    save(&file(".table.html"), html::table_page(&drawn.title, &drawn.table).as_bytes())
}

/// What to paste, under a heading each.
type Codes = Vec<(&'static str, String)>;

/// What to paste: with a site the live map in two ways, and always the still picture; and the settings of the live map.
fn codes(map: &Map, site: &str, drawn: &Drawn, setting: &Setting) -> (Codes, String) {
    let forms: &[(&'static str, Form)] = match site {
        "" => &[("The picture and its table", Form::Figure)],
        _ => &[
            ("The live map", Form::Tag),
            ("The live map, where scripts are taken out", Form::Frame),
            ("The picture and its table", Form::Figure),
        ],
    };
    // Without a site there is nothing to lead to: the address stands for the one that the editor fills in.
    let site = if site.is_empty() { "https://example.org/" } else { site };
    let Ok(embed) = Embed::new(site, &map.link) else { return Default::default() };
    let Map { title, note, credit, alt, shape, show, .. } = map;
    let [title, note, credit, alt] = [title, note, credit, alt].map(Clone::clone);
    let embed = Embed { title, note, credit, alt, shape: *shape, show: show.clone(), ..embed };
    let embed = if map.frozen { embed.frozen(map.atlas.version(), setting.today) } else { embed };
    let picture = format!("{}.png", map.id);
    let still =
        Still { picture: Picture::At(&picture), table: &drawn.bare_table, title: &drawn.title, alt: &drawn.alt };
    let codes = forms.iter().map(|(name, form)| (*name, press::snippet(&embed, *form, still)));
    (codes.collect(), embed.settings())
}

fn all(codes: &[(&'static str, String)]) -> String {
    codes.iter().map(|(name, code)| format!("<!-- {name} -->\n{code}\n")).collect()
}
