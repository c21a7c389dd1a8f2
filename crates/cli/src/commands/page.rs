//! `entente export page`: the live map of a link in one HTML file, with code, shapes and facts inside; it asks nobody for anything.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use entente_atlas::Atlas;
use entente_scene::camera::Size;
use entente_scene::link;
use entente_scene::page::{Node, plain};
use entente_scene::said::Said;
use entente_scene::sentence::{caption, title};
use entente_scene::svg::{Colours, Options, svg};
use entente_scene::view::View;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::bundle::{FIRST_DETAIL_SR, FIRST_SIZE, narrow_style};
use super::render::query_of;
use crate::folder::Folder;
use crate::html::{escaped, source};
use crate::{Error, Setting, picture, world};

/// What leads nowhere from a file that stands alone.
const ALONE_STYLE: &str = ".wordmark{pointer-events:none}a[href^=\"stories/\"],.share,.embed-full{display:none}";

/// Which of the site's pages becomes the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// The whole page.
    Whole,
    /// The page for frames, with an editor's settings as the fragment of its address.
    Framed(&'a str),
}

/// What the page's own policy lets in: its style and its script by their digests, and what it draws itself.
const POLICY: &str = "default-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'";

/// The page of a view, made from the folder of a built site.
pub(super) fn page(view: &str, kind: Kind<'_>, site: &Path, setting: &Setting) -> Result<String, Error> {
    let (atlas, unsupposed) = Folder::read(&setting.data)?.into_atlas_of(query_of(view))?;
    let parsed = link::parse(query_of(view), &atlas);
    let faults = parsed.notices.iter().map(ToString::to_string).chain(unsupposed.iter().map(ToString::to_string));
    if let Some(notice) = faults.into_iter().next() {
        return Err(Error::Picture(format!("{notice}: open the view on the page and copy its link")));
    }
    let built = Built::read(site, kind)?;
    let first = First::of(&atlas, &parsed.view, setting)?;
    let mut html = built.html.clone();
    without_addresses(&mut html, &built)?;
    first.fill(&mut html, kind, &built)?;
    let style = format!("{}{ALONE_STYLE}", first.style);
    html = html.replacen("</head>", &format!("<style>{style}</style></head>"), 1);
    let styles: Vec<String> = html
        .split("<style>")
        .skip(1)
        .filter_map(|rest| rest.split_once("</style>"))
        .map(|(style, _)| source(style))
        .collect();
    let policy =
        format!("{POLICY}; style-src {}; script-src {} 'wasm-unsafe-eval'", styles.join(" "), source(&built.script));
    let head = format!("<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    html = html.replacen("<head>", &head, 1);
    let link = link::print(&parsed.view, &atlas);
    let link = match kind {
        Kind::Framed(settings) if !settings.is_empty() => format!("{link}#{settings}"),
        Kind::Framed(_) | Kind::Whole => link,
    };
    let script = built.script_tag(&escaped(&link));
    Ok(html.replacen("</body>", &format!("{}{script}</body>", built.blocks), 1))
}

/// What there is to see before the script begins.
struct First {
    title: String,
    sentence: String,
    svg: String,
    table: String,
    /// Where a narrow page lays the picture.
    style: String,
}

impl First {
    fn of(atlas: &Atlas, view: &View, setting: &Setting) -> Result<Self, Error> {
        let coarse = world::coarse(&world::fine(&setting.data)?);
        let shapes = entente_geo::topology::simplify::simplify(&coarse, FIRST_DETAIL_SR);
        let options = Options { colours: Colours::Page, words: false, labels: false, said: Said::default() };
        let size = Size::new(FIRST_SIZE.0, FIRST_SIZE.1);
        Ok(picture::with(atlas, &shapes, view, setting.today, size, |scene, setting| Self {
            title: format!("{} · Entente", title(setting)),
            sentence: caption(setting),
            svg: svg(&scene, setting, options),
            table: plain(setting, Said::default()).iter().map(Node::html).collect(),
            style: narrow_style(atlas, setting.world, view),
        }))
    }

    /// Puts it into a page in place of what the site's own begins with.
    fn fill(&self, html: &mut String, kind: Kind<'_>, built: &Built) -> Result<(), Error> {
        between(html, "<title>", "</title>", &escaped(&self.title), built)?;
        if kind == Kind::Whole {
            between(html, "<span class=\"fold\">", "</span>", &escaped(&self.sentence), built)?;
            between(html, "<div class=\"first-map\">", "</div>", &self.svg, built)?;
            return between(html, "aria-label=\"The same as a table\">", "</section>", &self.table, built);
        }
        between(html, "<div class=\"first-map\" aria-hidden=\"true\">", "</div>", &self.svg, built)?;
        between(html, "<noscript>", "</noscript>", "", built)?;
        // The page for frames has no place of its own for the table, which only those without script need.
        let foot = "<footer class=\"embed-foot\">";
        *html = html.replacen(foot, &format!("<noscript>{}</noscript>{foot}", self.table), 1);
        Ok(())
    }
}

/// A built site, as far as one file needs it.
struct Built {
    html: String,
    script: String,
    /// The addresses of program and module, as the page's own script tag names them.
    named: String,
    /// Every file that the page may ask for, packed.
    blocks: String,
    site: String,
}

impl Built {
    fn read(site: &Path, kind: Kind<'_>) -> Result<Self, Error> {
        let (page, script) = match kind {
            Kind::Whole => ("index.html", "entente-one.js"),
            Kind::Framed(_) => ("embed.html", "entente-one-embed.js"),
        };
        let (html, script) = (text(site, page)?, text(site, script)?);
        let mut built = Self {
            html,
            script,
            named: String::new(),
            blocks: String::new(),
            site: site.join(page).display().to_string(),
        };
        let tag = inside(&built.html, "<script type=\"module\" src=\"./boot.js\"", "></script>", &built)?.trim();
        built.named = tag.to_owned();
        let named = |name: &&String| built.html.contains(&format!("./{name}\"")) || name.ends_with("_bg.wasm");
        let names = names(site)?;
        let blocks = names.iter().filter(named).map(|name| block(site, name)).collect::<Result<Vec<_>, _>>()?;
        built.blocks = blocks.concat();
        Ok(built)
    }

    fn script_tag(&self, link: &str) -> String {
        format!("<script type=\"module\" {} data-link=\"{link}\">{}</script>", self.named, self.script)
    }
}

/// The names of all facts, shapes and modules of a site, in order.
fn names(site: &Path) -> Result<Vec<String>, Error> {
    let fail = |error| Error::Read { path: site.to_owned(), error };
    let mut names = Vec::new();
    for entry in fs::read_dir(site).map_err(fail)? {
        let name = entry.map_err(fail)?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".bin") || name.ends_with(".wasm") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// A file as a block of data in the page: packed, since text in base64 grows by a third.
fn block(site: &Path, name: &str) -> Result<String, Error> {
    let path = site.join(name);
    let bytes = fs::read(&path).map_err(|error| Error::Read { path, error })?;
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&bytes)?;
    let packed = STANDARD.encode(packer.finish()?);
    Ok(format!("<script type=\"application/octet-stream\" data-file=\"{name}\">{packed}</script>\n"))
}

fn text(site: &Path, name: &str) -> Result<String, Error> {
    let path = site.join(name);
    fs::read_to_string(&path).map_err(|error| {
        let path = path.display();
        Error::Picture(format!(
            "{path} cannot be read: {error}; build the site (scripts/build) and name its folder by --site"
        ))
    })
}

/// Turns what the page would fetch into what it finds in itself.
fn without_addresses(html: &mut String, built: &Built) -> Result<(), Error> {
    let mut out = String::new();
    let mut rest = html.as_str();
    while let Some((before, tag)) = rest.split_once("<link ") {
        let (tag, after) = tag.split_once('>').ok_or_else(|| broken("<link", built))?;
        out.push_str(before);
        if let (Some(name), Some(address)) = (value(tag, "data-entente"), value(tag, "href")) {
            out.push_str(&format!("<meta data-entente=\"{name}\" content=\"{address}\">"));
        }
        rest = after;
    }
    out.push_str(rest);
    for start in ["<script type=\"module\" src=\"./boot.js\"", "<script type=\"module\" src=\"./embed-"] {
        let Some((before, after)) = out.split_once(start) else { continue };
        let (_, after) = after.split_once("</script>").ok_or_else(|| broken("</script>", built))?;
        out = [before, after].concat();
    }
    *html = out.replacen("</head>", "<link rel=\"icon\" href=\"data:,\"></head>", 1);
    Ok(())
}

fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!("{name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

/// Puts something in place of what stands between two marks.
fn between(html: &mut String, start: &str, end: &str, filling: &str, built: &Built) -> Result<(), Error> {
    let old = inside(html, start, end, built)?;
    let at = old.as_ptr() as usize - html.as_ptr() as usize;
    let range = at..at + old.len();
    html.replace_range(range, filling);
    Ok(())
}

fn inside<'a>(html: &'a str, start: &str, end: &str, built: &Built) -> Result<&'a str, Error> {
    let found = html.split_once(start).and_then(|(_, rest)| rest.split_once(end));
    found.map(|(inside, _)| inside).ok_or_else(|| broken(start, built))
}

fn broken(mark: &str, built: &Built) -> Error {
    let site = &built.site;
    Error::Picture(format!("{mark} is missing in {site}: build the site anew with this version (scripts/build)"))
}
