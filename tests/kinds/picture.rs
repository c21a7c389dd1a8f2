//! Pictures: the link and the size of `view.txt` as SVG and in words.

use entente_scene::build::build;
use entente_scene::camera::Size;
use entente_scene::describe::describe;
use entente_scene::link;
use entente_scene::said::Said;
use entente_scene::style::{DARK, LIGHT};
use entente_scene::svg::{Colours, Options, svg};
use entente_scene::view::ThemeChoice;
use libtest_mimic::Failed;

use crate::tiny::{self, Desk};
use crate::{Case, Happened};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let text = case.read("view.txt")?;
    let mut lines = text.lines();
    let atlas = tiny::atlas(case)?;
    let parsed = link::parse(lines.next().unwrap_or_default(), &atlas);
    if let Some(notice) = parsed.notices.first() {
        return Err(format!("view.txt: {notice}").into());
    }
    let desk = Desk::new(case, &atlas, &parsed.view, size(lines.next().unwrap_or("560x290"))?)?;
    let setting = desk.setting();
    let scene = build(&setting);
    let palette = if parsed.view.theme == ThemeChoice::Dark { &DARK } else { &LIGHT };
    let options = Options { colours: Colours::Fixed(palette), words: true, labels: true, said: Said::default() };
    let picture = svg(&scene, &setting, options);
    look(case, &picture)?;
    Ok(vec![("expected.svg", picture), ("description.txt", describe(&scene, &setting) + "\n")])
}

fn size(text: &str) -> Result<Size, Failed> {
    let (width, height) = text.split_once('x').ok_or("view.txt: the second line is a size, like 560x290")?;
    Ok(Size::new(width.parse()?, height.parse()?))
}

/// Leaves a picture to look at beside the case's data when goldens are renewed.
fn look(case: &Case, picture: &str) -> Result<(), Failed> {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(case.data.join("picture.svg"), picture)?;
    }
    Ok(())
}
