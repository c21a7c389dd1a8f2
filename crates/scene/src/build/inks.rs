//! Which colour each shown bloc has.

use entente_atlas::BlocIx;

use crate::style::{INKS, Ink};
use crate::view::View;

/// The colours of the shown blocs, filled ones first, in the order chosen.
///
/// By place, not by bloc: neighbours in the palette are the easiest to tell apart, so any two or three blocs are.
pub fn inks(view: &View) -> Vec<(BlocIx, Ink)> {
    let shown = view.blocs.iter().chain(&view.outlined).copied();
    shown.zip((0..INKS as u8).map(Ink).cycle()).collect()
}

/// The colour of one bloc in a view, where it is shown.
pub fn ink_of(view: &View, bloc: BlocIx) -> Option<Ink> {
    inks(view).into_iter().find(|(other, _)| *other == bloc).map(|(_, ink)| ink)
}
