//! Fills as data: a country's paint, and the little tiles that stripe and hatch it, alike for SVG and canvas.

use entente_atlas::Status;

use crate::style::{Colour, Ink, SHADES, measure};

/// What a country's area is filled with: a ground, and over it a sign for each standing that is less than, or troubles, membership.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paint {
    /// The whole area.
    pub base: Base,
    /// Hatchings over the base, in the order of the blocs.
    pub signs: Vec<Sign>,
}

/// What the whole of a country's area is filled with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Base {
    /// In none of the shown blocs.
    Land,
    /// In one: its colour.
    One(Ink),
    /// In two or three: stripes in the colours of all.
    Striped(Vec<Ink>),
    /// Four or more blocs shown: by how many of them it is in, as a step of the shading.
    Shade(u8),
    /// Answers the question that is asked by expression.
    Answer,
    /// Not filled: what lies below shows.
    Open,
}

/// A hatching that says which standing a country has in a bloc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sign {
    /// The standing.
    pub status: Status,
    /// The bloc's colour; none where colours no longer tell blocs apart.
    pub ink: Option<Ink>,
}

impl Paint {
    /// Plain land.
    pub const LAND: Self = Self { base: Base::Land, signs: Vec::new() };

    /// A base without signs.
    pub fn plain(base: Base) -> Self {
        Self { base, signs: Vec::new() }
    }

    /// Whether it has stripes or signs, which need room to be read.
    pub fn is_patterned(&self) -> bool {
        !self.signs.is_empty() || matches!(self.base, Base::Striped(_))
    }
}

/// A square that repeats over an area, turned by `turn_deg`, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// The side of the square.
    pub side_px: f64,
    /// How far the whole pattern is turned, clockwise.
    pub turn_deg: f64,
    /// What is in the square; the rest is see-through.
    pub parts: Vec<Part>,
}

/// One shape of a tile.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A filled rectangle.
    Rectangle {
        /// From the left.
        x_px: f64,
        /// From the top.
        y_px: f64,
        /// Its width.
        width_px: f64,
        /// Its height.
        height_px: f64,
        /// Its colour.
        colour: Colour,
    },
    /// A filled disc in the middle of the square.
    Disc {
        /// Its radius.
        radius_px: f64,
        /// Its colour.
        colour: Colour,
    },
    /// A circle in the middle of the square, not filled.
    Ring {
        /// Its radius.
        radius_px: f64,
        /// The width of its line.
        width_px: f64,
        /// Its colour.
        colour: Colour,
    },
}

/// A fill that a renderer puts on an area, one over the other.
#[derive(Debug, Clone, PartialEq)]
pub enum Coat {
    /// One colour.
    Flat(Colour),
    /// A repeated tile.
    Tiled(Tile),
}

impl Tile {
    /// Where the middle of a square comes to lie, right and down of the pattern's origin, in pixels.
    pub fn middle_px(&self) -> (f64, f64) {
        let (sin, cos) = entente_geo::trig::sin_cos(self.turn_deg.to_radians());
        let half_px = self.side_px / 2.0;
        ((cos - sin) * half_px, (sin + cos) * half_px)
    }
}

impl Coat {
    /// Where a sign's middle comes to lie: put there, even a dot shows a whole one.
    pub fn middle_px(&self) -> (f64, f64) {
        match self {
            Self::Flat(_) => (0.0, 0.0),
            Self::Tiled(tile) => tile.middle_px(),
        }
    }
}

/// A coat on a sample, such as a legend's: left, top, width and height of what it covers, and where its pattern begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Left, top, width, height, in pixels.
    pub area_px: [f64; 4],
    /// Right and down of the sample's corner, in pixels.
    pub origin_px: (f64, f64),
}

impl Coat {
    /// How the coat is laid on a sample of a size so that no sign is cut: whole squares of it, in the middle.
    pub fn sample(&self, width_px: f64, height_px: f64) -> Sample {
        let whole = [0.0, 0.0, width_px, height_px];
        match self {
            Self::Flat(_) => Sample { area_px: whole, origin_px: (0.0, 0.0) },
            Self::Tiled(tile) if tile.turn_deg == 0.0 => {
                let fitted = |length_px: f64| (length_px / tile.side_px).floor() * tile.side_px;
                let (width, height) = (fitted(width_px), fitted(height_px));
                let origin_px = ((width_px - width) / 2.0, (height_px - height) / 2.0);
                Sample { area_px: [origin_px.0, origin_px.1, width, height], origin_px }
            }
            Self::Tiled(tile) => {
                let (right, down) = tile.middle_px();
                Sample { area_px: whole, origin_px: (width_px / 2.0 - right, height_px / 2.0 - down) }
            }
        }
    }
}

/// The coats of a paint, lowest first; none where nothing is filled.
pub fn coats(paint: &Paint) -> Vec<Coat> {
    let mut coats: Vec<Coat> = base_coat(&paint.base).into_iter().collect();
    coats.extend(paint.signs.iter().map(|sign| sign_coat(*sign)));
    coats
}

fn base_coat(base: &Base) -> Option<Coat> {
    Some(match base {
        Base::Land => Coat::Flat(Colour::Land),
        Base::One(ink) => Coat::Flat(Colour::Bloc(*ink)),
        Base::Striped(inks) => Coat::Tiled(stripes(inks)),
        Base::Shade(step) => Coat::Flat(Colour::Shade(*step)),
        Base::Answer => Coat::Flat(Colour::Answer),
        Base::Open => return None,
    })
}

fn stripes(inks: &[Ink]) -> Tile {
    let width_px = measure::STRIPE_PX;
    let side_px = width_px * inks.len().max(1) as f64;
    let parts = inks
        .iter()
        .enumerate()
        .map(|(at, ink)| Part::Rectangle {
            x_px: width_px * at as f64,
            y_px: 0.0,
            width_px,
            height_px: side_px,
            colour: Colour::Bloc(*ink),
        })
        .collect();
    Tile { side_px, turn_deg: 45.0, parts }
}

fn sign_coat(sign: Sign) -> Coat {
    let colour = sign.ink.map_or(Colour::Shade(SHADES as u8), Colour::Bloc);
    let tile = |side_px: f64, turn_deg: f64, parts: Vec<Part>| Coat::Tiled(Tile { side_px, turn_deg, parts });
    // In the middle of its square, so that a dot has it in the middle too.
    let bar = |side_px: f64, width_px: f64, height_px: f64, colour: Colour| Part::Rectangle {
        x_px: (side_px - width_px) / 2.0,
        y_px: (side_px - height_px) / 2.0,
        width_px,
        height_px,
        colour,
    };
    match sign.status {
        Status::Member => Coat::Flat(colour),
        Status::Associate => {
            let tint = sign.ink.map_or(Colour::Shade(2), Colour::Tint);
            tile(5.0, 90.0, vec![bar(5.0, 2.2, 5.0, tint)])
        }
        Status::Suspended => {
            tile(7.0, 45.0, vec![bar(7.0, 1.4, 7.0, Colour::Label), bar(7.0, 7.0, 1.4, Colour::Label)])
        }
        Status::Candidate => tile(6.0, 0.0, vec![Part::Disc { radius_px: 1.5, colour }]),
        Status::Signatory => tile(6.0, -45.0, vec![bar(6.0, 1.6, 6.0, colour)]),
        Status::Observer => tile(9.0, 0.0, vec![Part::Ring { radius_px: 2.0, width_px: 1.0, colour }]),
        // Dashes would be taken for disputed borders.
        Status::Partner => tile(9.0, 0.0, vec![bar(9.0, 4.6, 1.4, colour), bar(9.0, 1.4, 4.6, colour)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_has_a_sign_of_its_own() {
        let coats: Vec<Coat> =
            Status::ALL.iter().map(|&status| sign_coat(Sign { status, ink: Some(Ink(0)) })).collect();
        for (at, coat) in coats.iter().enumerate() {
            assert!(!coats.iter().skip(at + 1).any(|other| other == coat), "{coat:?} twice");
        }
    }

    #[test]
    fn stripes_carry_every_colour_in_equal_width() {
        let tile = stripes(&[Ink(0), Ink(1), Ink(2)]);
        assert_eq!(tile.parts.len(), 3);
        assert!((tile.side_px - 3.0 * measure::STRIPE_PX).abs() < 1e-9);
    }
}
