//! A picture as a value: compared, drawn twice, and put into words.

use crate::legend::Legend;
use crate::mark::{Layer, Mark};

/// What is to be drawn, layer by layer, and what is said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Sea and graticule.
    pub ground: Vec<Mark>,
    /// The areas of countries, in the order of the shapes.
    pub land: Vec<Mark>,
    /// Coasts, borders, outlines.
    pub lines: Vec<Mark>,
    /// Links, dots, words.
    pub over: Vec<Mark>,
    /// What the signs mean.
    pub legend: Legend,
    /// What the picture says.
    pub sentence: String,
    /// What belongs into the picture and could not be drawn, by name.
    pub missing: Vec<String>,
}

impl Scene {
    /// The marks of a layer, lowest first.
    pub fn layer(&self, layer: Layer) -> &[Mark] {
        match layer {
            Layer::Ground => &self.ground,
            Layer::Land => &self.land,
            Layer::Lines => &self.lines,
            Layer::Over => &self.over,
        }
    }
}
