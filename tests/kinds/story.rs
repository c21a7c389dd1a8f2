//! Stories as pages of their own: every page that the case's `stories/` make, as HTML.

use entente_cli::story::Teller;
use entente_cli::unfurl::Site;
use entente_cli::world;
use libtest_mimic::Failed;

use crate::tiny;
use crate::{Case, Happened};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let atlas = tiny::atlas(case)?;
    let shapes = world::fine(&case.data).map_err(|error| error.to_string())?;
    let pages =
        Teller { atlas: &atlas, shapes: &shapes, today: tiny::today(), site: &Site::default(), cards: &[] }.pages();
    let pages = pages.into_iter().map(|(name, html)| format!("<!-- {name} -->\n{}", html.replace("><", ">\n<")));
    Ok(vec![("pages.html", pages.collect())])
}
