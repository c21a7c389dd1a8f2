//! The world: shapes joined to countries by code, and which of their arcs are coasts, borders or disputed.

use entente_atlas::query::search::folded;
use entente_atlas::{Atlas, CountryIx, CountrySet, CountryStatus};
use entente_geo::{HitIndex, LonLat, Topology};

/// Shapes that know which country they are.
#[derive(Debug, Clone)]
pub struct World {
    /// The shapes and their shared arcs.
    pub topology: Topology,
    /// Shapes that belong to no country of the atlas, by key and name.
    pub unmatched: Vec<String>,
    shape_of: Vec<Option<usize>>,
    country_of: Vec<Option<CountryIx>>,
    settled: Vec<usize>,
    disputed: Vec<usize>,
}

impl World {
    /// Joins shapes to countries: by alpha-3, alpha-2 or numeric code, else by name.
    pub fn join(topology: Topology, atlas: &Atlas) -> Self {
        let mut shape_of = vec![None; atlas.countries().len()];
        let mut country_of = Vec::with_capacity(topology.shapes().len());
        let mut unmatched = Vec::new();
        for (position, shape) in topology.shapes().iter().enumerate() {
            let found = atlas.country_by_code(&shape.key).or_else(|| country_named(atlas, &shape.name));
            let free = found.filter(|ix| matches!(shape_of.get(ix.index()), Some(None)));
            if let Some(slot) = free.and_then(|ix| shape_of.get_mut(ix.index())) {
                *slot = Some(position);
            } else {
                unmatched.push(if shape.name.is_empty() { shape.key.clone() } else { shape.name.clone() });
            }
            country_of.push(free);
        }
        let mut world = Self { topology, unmatched, shape_of, country_of, settled: Vec::new(), disputed: Vec::new() };
        (world.disputed, world.settled) =
            (0..world.topology.arcs().len()).partition(|arc| world.is_disputed(*arc, atlas));
        world
    }

    fn is_disputed(&self, arc: usize, atlas: &Atlas) -> bool {
        let (left, right) = self.topology.arc_shapes(arc);
        let disputed = |shape: usize| {
            self.country_of_shape(shape).is_some_and(|ix| atlas.country(ix).status == CountryStatus::Disputed)
        };
        // A disputed area's coast is as sure as any; only its land borders are in dispute.
        matches!((left, right), (Some(left), Some(right)) if disputed(left) || disputed(right))
    }

    /// The shape of a country, where the world draws it.
    pub fn shape_of_country(&self, country: CountryIx) -> Option<usize> {
        self.shape_of.get(country.index()).copied().flatten()
    }

    /// The country of a shape, where the atlas knows it.
    pub fn country_of_shape(&self, shape: usize) -> Option<CountryIx> {
        self.country_of.get(shape).copied().flatten()
    }

    /// The country under a place.
    pub fn country_at(&self, place: LonLat) -> Option<CountryIx> {
        HitIndex::new(&self.topology).at(place).and_then(|shape| self.country_of_shape(shape))
    }

    /// A point well inside a country's largest part, or its point where it has no area.
    pub fn label_of_country(&self, country: CountryIx) -> Option<LonLat> {
        self.shape_of_country(country).and_then(|shape| self.topology.shapes().get(shape)).map(|shape| shape.label)
    }

    /// Coasts and borders that nobody disputes, ascending.
    pub fn settled_arcs(&self) -> &[usize] {
        &self.settled
    }

    /// Land borders of disputed areas, ascending.
    pub fn disputed_arcs(&self) -> &[usize] {
        &self.disputed
    }

    /// The outer border of a set of countries as a whole: the arcs that only one of them touches.
    pub fn outline(&self, countries: CountrySet) -> Vec<usize> {
        self.topology.outline(|shape| self.country_of_shape(shape).is_some_and(|ix| countries.contains(ix)))
    }
}

fn country_named(atlas: &Atlas, name: &str) -> Option<CountryIx> {
    let wanted = folded(name);
    let named = |known: &str| !wanted.is_empty() && folded(known) == wanted;
    atlas.countries().iter().find(|country| country.names.all().any(named)).map(|country| country.ix)
}
