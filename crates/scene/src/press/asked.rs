//! What a view asks, with the overlap desk's switch to exactly these blocs in the question itself: a picture knows no switch.

use entente_atlas::query::question::in_all;
use entente_atlas::query::{Context, Expr, Question};
use entente_atlas::{Atlas, BlocIx, Date};

use crate::link::desk;
use crate::view::View;

/// The blocs that a view is about: those that it shows, then those that only its question names.
pub(super) fn blocs(view: &View) -> Vec<BlocIx> {
    let named = view.expression.iter().flat_map(Expr::blocs);
    let mut blocs = Vec::new();
    for bloc in view.blocs.iter().chain(&view.outlined).copied().chain(named) {
        if !blocs.contains(&bloc) {
            blocs.push(bloc);
        }
    }
    blocs
}

/// The same view with its whole question; without one, to be in exactly these blocs asks for those that are filled.
pub fn asked(view: &View, atlas: &Atlas) -> View {
    let (desk, _) = desk::read(view, atlas);
    let expression = view.expression.clone().or_else(|| in_all(&view.blocs));
    match expression.filter(|_| desk.is_exact) {
        None => view.clone(),
        Some(expr) => {
            let (context, compared) = (Context::members_at(Date::MIN), blocs(view));
            let whole = Question { expr: &expr, context, compared: &compared, is_exact: true }.whole();
            View { expression: Some(whole), ..view.clone() }
        }
    }
}
