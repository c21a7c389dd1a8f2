//! Which colour each shown bloc has.

use entente_atlas::{Atlas, BlocIx};

use crate::style::{INKS, Ink};
use crate::view::View;

/// The colours of the shown blocs, filled ones first, in the order chosen.
///
/// A bloc keeps its own colour wherever it can; where an earlier one took it, it takes the next free.
pub fn inks(atlas: &Atlas, view: &View) -> Vec<(BlocIx, Ink)> {
    let mut taken: Vec<(BlocIx, Ink)> = Vec::new();
    for bloc in view.blocs.iter().chain(&view.outlined).copied() {
        let own = own_ink(atlas, bloc);
        let nth = |step: u8| Ink((own.0 + step) % INKS as u8);
        let free = (0..INKS as u8).map(nth).find(|ink| !taken.iter().any(|(_, other)| other == ink));
        taken.push((bloc, free.unwrap_or(own)));
    }
    taken
}

/// The colour a bloc has when no other is shown: by its id, so that it stays when others are added to the atlas.
pub fn own_ink(atlas: &Atlas, bloc: BlocIx) -> Ink {
    let mut sum: u32 = 0;
    for byte in atlas.bloc(bloc).id.bytes() {
        sum = sum.wrapping_mul(31).wrapping_add(u32::from(byte));
    }
    Ink((sum % INKS as u32) as u8)
}

/// The colour of one bloc in a view; its own where it is not shown.
pub fn ink_of(atlas: &Atlas, view: &View, bloc: BlocIx) -> Ink {
    inks(atlas, view).into_iter().find(|(other, _)| *other == bloc).map_or_else(|| own_ink(atlas, bloc), |(_, ink)| ink)
}
