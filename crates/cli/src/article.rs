//! An article as an editor writes it down: words, and maps among them; read from TOML with every problem at once.

mod fields;
mod prose;
mod sheet;

use std::cell::RefCell;
use std::rc::Rc;

use entente_atlas::{Atlas, Level, Place, Problem, Step};
use entente_scene::link;
use entente_scene::press::{Part, Shape, site_of};
use entente_scene::view::View;

use crate::folder::{Folder, Unread};
use crate::report;
use crate::{Error, picture};
use fields::Fields;
use prose::paragraphs;
pub(crate) use sheet::{Made, sheet};

/// An article that is in order.
#[derive(Debug)]
pub(crate) struct Article {
    pub(crate) title: String,
    pub(crate) lead: String,
    /// The language of the editor's words.
    pub(crate) lang: String,
    /// The folder of the site that the live map is taken from; empty where there is none.
    pub(crate) site: String,
    /// What stands before the first map.
    pub(crate) text: String,
    pub(crate) maps: Vec<Map>,
}

/// A map among the words.
#[derive(Debug)]
pub(crate) struct Map {
    /// Names its files.
    pub(crate) id: String,
    /// The facts, as its link supposes them.
    pub(crate) atlas: Rc<Atlas>,
    /// Its link, as it is printed.
    pub(crate) link: String,
    pub(crate) view: View,
    pub(crate) title: String,
    pub(crate) note: String,
    pub(crate) credit: String,
    pub(crate) alt: String,
    /// Width and height of the picture's map in pixels.
    pub(crate) size: (u32, u32),
    pub(crate) shape: Shape,
    pub(crate) show: Vec<Part>,
    /// Whether the live map stays with this edition of the facts.
    pub(crate) frozen: bool,
    /// What stands after it.
    pub(crate) text: String,
}

/// The facts as a link supposes them, and what of that cannot be.
pub(crate) type Supposing<'a> = &'a dyn Fn(&str) -> Result<(Atlas, Vec<Problem>), Error>;

/// Reads an article; `name` is its file's.
///
/// # Errors
/// [`Error::Facts`] with every problem, each with its line and how to mend it.
pub(crate) fn read(name: &str, text: &str, atlas: &Rc<Atlas>, supposing: Supposing<'_>) -> Result<Article, Error> {
    let mut folder = Folder::default();
    folder.texts.insert(name.to_owned(), text.to_owned());
    let problems = RefCell::new(Vec::new());
    let article = match text.parse::<toml::Table>() {
        Ok(table) => article(&mut Fields::new(&table, name, Vec::new(), &problems), atlas, supposing),
        Err(error) => {
            let (span, message) = (error.span().unwrap_or_default(), error.message().to_owned());
            folder.unread.push(Unread { file: name.to_owned(), span, message });
            return Err(Error::Article(report::text_as(&folder, &[], "write it as docs/article.md says")));
        }
    };
    let problems = problems.into_inner();
    if problems.is_empty() { Ok(article) } else { Err(Error::Article(report::text(&folder, &problems))) }
}

fn article(fields: &mut Fields<'_>, atlas: &Rc<Atlas>, supposing: Supposing<'_>) -> Article {
    let site = fields.text("site");
    let site = if site.is_empty() { Ok(site) } else { site_of(&site) };
    let site = site
        .unwrap_or_else(|error| fields.wrong("site", error, "write the address that the site is at, or leave it out"));
    let mut article = Article {
        title: fields.needed("title", "say what the article is called"),
        lead: fields.text("lead"),
        lang: fields.text("lang"),
        site,
        text: fields.text("text"),
        maps: Vec::new(),
    };
    prose::check("text", &article.text, fields, atlas);
    let mut ids: Vec<String> = vec!["index".into()];
    for mut fields in fields.tables("maps", "add [[maps]] with an id and a view") {
        let map = map(&mut fields, atlas, supposing);
        let is_plain =
            map.id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
        if !is_plain {
            let () = fields.wrong(
                "id",
                format!("\"{}\" names files", map.id),
                "write it in small letters, digits and hyphens",
            );
        } else if ids.contains(&map.id) {
            let () = fields.wrong(
                "id",
                format!("\"{}\" is taken", map.id),
                "give every map an id of its own; index is the page's",
            );
        }
        ids.push(map.id.clone());
        article.maps.push(map);
    }
    fields.unknown();
    article
}

fn map(fields: &mut Fields<'_>, facts: &Rc<Atlas>, supposing: Supposing<'_>) -> Map {
    const REMEDY: &str = "open the view on the page and copy its link";
    let link = fields.needed("view", REMEDY);
    let query = link.split_once('?').map_or(link.as_str(), |(_, query)| query);
    let atlas = supposed(query, facts, supposing, &mut |fault| fields.wrong("view", fault, REMEDY));
    let parsed = link::parse(query, &atlas);
    for notice in &parsed.notices {
        let () = fields.wrong("view", notice.to_string(), REMEDY);
    }
    let size = fields.text("size");
    let size = if size.is_empty() { Ok((1200, 640)) } else { picture::size(&size) };
    let map = Map {
        id: fields.needed("id", "give the map a short name: its files are called so"),
        link: link::print(&parsed.view, &atlas),
        atlas,
        view: parsed.view,
        title: fields.text("title"),
        note: fields.text("note"),
        credit: fields.text("credit"),
        alt: fields.text("alt"),
        size: size.unwrap_or_else(|error| fields.wrong("size", error, "or leave it out")),
        shape: fields.word("shape", &Shape::ALL, Shape::word).unwrap_or(Shape::Fit),
        show: fields.words("show", &Part::ALL, Part::word).unwrap_or_else(|| Part::FIRST.to_vec()),
        frozen: fields.flag("frozen"),
        text: fields.text("text"),
    };
    prose::check("text", &map.text, fields, facts);
    fields.unknown();
    map
}

/// The facts of a link: others only where it supposes something.
fn supposed(query: &str, facts: &Rc<Atlas>, supposing: Supposing<'_>, fault: &mut dyn FnMut(String)) -> Rc<Atlas> {
    let (edits, own) = link::desk::suppositions(query);
    if edits.is_empty() && own.is_empty() {
        return Rc::clone(facts);
    }
    match supposing(query) {
        Ok((atlas, unsupposed)) => {
            unsupposed.iter().for_each(|problem| fault(problem.to_string()));
            Rc::new(atlas)
        }
        Err(error) => {
            fault(error.to_string());
            Rc::clone(facts)
        }
    }
}

fn problem(file: &str, path: Vec<Step>, message: String, remedy: &str) -> Problem {
    Problem { level: Level::Error, place: Place { file: file.to_owned(), path }, message, remedy: remedy.to_owned() }
}
