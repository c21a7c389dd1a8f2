//! How far a bloc reaches: the region that most of its countries lie in, several, or the world.

use crate::{Atlas, BlocIx, CountrySet, Scope, Status};

/// What [`reach`] can say, in the order of a list.
pub const REACHES: [&str; 7] = ["Africa", "Americas", "Asia", "Europe", "Oceania", SEVERAL, WORLD];

const SEVERAL: &str = "Several regions";
const WORLD: &str = "World";

/// The share of a bloc's countries that make it a region's own, as a fraction.
const MOST: (usize, usize) = (3, 5);

/// The region where three in five of all that ever belonged lie; a bloc of global scope is of the world.
#[must_use]
pub fn reach(atlas: &Atlas, bloc: BlocIx) -> &'static str {
    if atlas.bloc(bloc).scope == Scope::Global {
        return WORLD;
    }
    let belongs = |status| matches!(status, Status::Member | Status::Signatory);
    let rows = atlas.memberships_of_bloc(bloc).iter().filter(|row| belongs(row.status));
    let countries: CountrySet = rows.map(|row| row.country).collect();
    let own = REACHES.into_iter().find(|region| {
        let inside = countries.iter().filter(|country| atlas.country(*country).region == *region).count();
        inside > 0 && inside * MOST.1 >= countries.len() * MOST.0
    });
    own.unwrap_or(SEVERAL)
}
