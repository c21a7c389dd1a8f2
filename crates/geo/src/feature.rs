//! A shape as files tell it, before borders are shared.

use std::collections::BTreeMap;

use crate::point::LonLat;

/// One ring of places, closed or not (a repeated first place is ignored).
pub type LonLatRing = Vec<LonLat>;

/// One named shape: areas, or a point, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feature {
    /// The key by which the rest of the program knows the shape.
    pub key: String,
    /// What the file calls it.
    pub name: String,
    /// The file's other properties, as text.
    pub properties: BTreeMap<String, String>,
    /// Areas: an outer ring, then its holes. Winding is free: the inside is the side smaller than half the sphere. Edges follow
    /// the shortest way on the sphere.
    pub polygons: Vec<Vec<LonLatRing>>,
    /// A place without extent, or one that stands for the shape.
    pub point: Option<LonLat>,
}

/// Something that was mended while reading; the shape is usable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Key of the shape.
    pub key: String,
    /// Which polygon of it, counted from 0.
    pub polygon: usize,
    /// Which ring of that polygon, counted from 0.
    pub ring: usize,
    /// What was mended.
    pub repair: Repair,
}

/// How a ring was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// The ring ran the wrong way round and was turned.
    Turned,
    /// The ring enclosed nothing and was dropped.
    Dropped,
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { key, polygon, ring, repair } = self;
        let what = match repair {
            Repair::Turned => "ran the wrong way round and was turned",
            Repair::Dropped => "encloses nothing and was dropped",
        };
        write!(f, "{key}: ring {ring} of polygon {polygon} {what}")
    }
}
