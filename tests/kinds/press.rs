//! What leaves the page: the settings in the second line of `embed.txt`, for the view in its first, in every form.

use entente_scene::camera::Size;
use entente_scene::link;
use entente_scene::page::node::element;
use entente_scene::press::{
    Citation, Embed, Form, List, Picture, Still, alternative, asked, file_name, geojson, read, snippet, supposed,
};
use entente_scene::sentence::title;
use libtest_mimic::Failed;

use crate::tiny::{self, Desk};
use crate::{Case, Happened};

/// Stands for a picture: only its frame is written anew.
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\" width=\"4\" height=\"2\" role=\"img\">\n<title>T</title>\n<pattern id=\"p\"/><path fill=\"url(#p)\"/>\n</svg>\n";

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let text = case.read("embed.txt")?;
    let mut lines = text.lines();
    let query = lines.next().unwrap_or_default();
    let (atlas, _) = tiny::atlas_of(case, query)?;
    let view = asked(&link::parse(query, &atlas).view, &atlas);
    let desk = Desk::new(case, &atlas, &view, Size::new(560.0, 290.0))?;
    let setting = desk.setting();
    let embed = Embed::new("https://maps.example/atlas/index.html", query)?;
    let read = read(lines.next().unwrap_or_default(), embed);
    let (title, alt) = (title(&setting), alternative(&setting));
    let frozen = read.embed.frozen(tiny::EDITION, tiny::today());
    let cited = Citation { title: &title, address: &frozen.page(), version: atlas.version(), read: tiny::today() };
    let mut words = format!("settings  {}\n", read.embed.settings());
    read.notices.iter().for_each(|notice| words += &format!("notice    {notice}\n"));
    words += &format!("frame     {}\nagain     {}\n", read.embed.address(), read.embed.again());
    words += &format!("frozen    {}\n", frozen.address());
    words += &format!("title     {title}\nalt       {alt}\nfile      {}\n", file_name(&setting));
    words += &format!("supposed  {}\n\n", supposed(&view, &atlas).unwrap_or_default());
    words += &format!("{}\n\n{}\n{}", cited.text(), cited.bibtex(), cited.csl_json());
    let table = [element("p").text("Table <of> & “all”")];
    let code = |form| {
        let at = read.embed.picture.as_str();
        let picture = if at.is_empty() { Picture::Inline(SVG) } else { Picture::At(at) };
        snippet(&read.embed, form, Still { picture, table: &table, title: &title, alt: &alt })
    };
    let list = List::of(&atlas, &view, tiny::today());
    Ok(vec![
        ("words.txt", words),
        ("snippets.html", Form::ALL.map(code).join("\n")),
        ("list.csv", list.csv()),
        ("memberships.csv", list.memberships_csv()),
        ("map.geojson.txt", geojson(&atlas, setting.world, &view, tiny::today())),
    ])
}
