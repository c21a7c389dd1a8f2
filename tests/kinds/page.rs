//! What is read beside the map: panel, legend, table and rail of the link in `view.txt`, as HTML.

use entente_scene::build::build;
use entente_scene::camera::Size;
use entente_scene::link;
use entente_scene::page::{Node, Page, legend, rail, table};
use libtest_mimic::Failed;

use crate::tiny::{self, Desk};
use crate::{Case, Happened};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let atlas = tiny::atlas(case)?;
    let view = link::parse(case.read("view.txt")?.trim(), &atlas).view;
    let desk = Desk::new(case, &atlas, &view, Size::new(800.0, 420.0))?;
    let page =
        Page { atlas: &atlas, view: &view, today: tiny::today(), report: "mailto:?subject={subject}&body={body}" };
    let mut files = Vec::new();
    if let Some(selection) = view.select {
        let panel = page.panel(selection);
        let head = format!("<!-- {} · {} -->\n", panel.title, panel.kind);
        files.push(("panel.html", head + &html(&panel.body)));
    } else {
        let scene = build(&desk.setting());
        files.push(("legend.html", html(&legend(&page, &scene.legend))));
        files.push(("table.html", html(&table(&page))));
        files.push(("rail.html", html(&rail::by_theme(&page, &rail::Choice::default())) + &states(&page)));
    }
    Ok(files)
}

/// One element a line.
fn html(nodes: &[Node]) -> String {
    nodes.iter().map(|node| node.html().replace("><", ">\n<") + "\n").collect()
}

/// What each row of the rail says at the date.
fn states(page: &Page<'_>) -> String {
    let state = |bloc: &entente_atlas::Bloc| {
        let rail::RowState { is_shown, is_outlined, count, colour } = rail::row_state(page, bloc.ix);
        let shown = match (is_shown, is_outlined) {
            (_, true) => "outlined",
            (true, false) => "shown",
            (false, false) => "hidden",
        };
        format!("<!-- {}: {shown}, {count}, {colour} -->\n", bloc.id)
    };
    page.atlas.blocs().iter().map(state).collect()
}
