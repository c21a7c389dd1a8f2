//! Colours and measures of the picture, as data, in a light and a dark set.

/// How many bloc colours there are; a ninth bloc takes the first colour again.
pub const INKS: usize = 8;

/// Which of the bloc colours, `0..INKS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ink(pub u8);

/// A colour by the part it plays; the renderer turns it into the theme's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// The sea inside the map's outline.
    Sea,
    /// Lines of the graticule.
    Graticule,
    /// Land that belongs to none of the shown blocs.
    Land,
    /// Coasts and borders.
    Border,
    /// Borders of disputed areas.
    Disputed,
    /// Words on the map.
    Label,
    /// The halo behind words on the map.
    Halo,
    /// What is selected or pointed at.
    Accent,
    /// What answers a question.
    Answer,
    /// A bloc's colour.
    Bloc(Ink),
    /// A bloc's colour thinned towards the land, for associates.
    Tint(Ink),
    /// Shade by count: 1 to [`SHADES`], darker is more.
    Shade(u8),
    /// A theme's colour for agreement links, `0..9` in the order of the themes.
    Theme(u8),
}

/// How many steps the shading by count has.
pub const SHADES: usize = 6;

/// A set of colours as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    sea: &'static str,
    graticule: &'static str,
    land: &'static str,
    border: &'static str,
    disputed: &'static str,
    label: &'static str,
    halo: &'static str,
    accent: &'static str,
    answer: &'static str,
    blocs: [&'static str; INKS],
    tints: [&'static str; INKS],
    shades: [&'static str; SHADES],
    themes: [&'static str; 9],
}

/// Dark on light. Links and answers are darker than any bloc, so that no kind of colour blindness takes one for the other.
pub const LIGHT: Palette = Palette {
    sea: "#eaf0f2",
    graticule: "#d9e3e6",
    land: "#d8d3c8",
    border: "#fdfcf9",
    disputed: "#3d3930",
    label: "#1d2327",
    halo: "#fdfcf9",
    accent: "#11181c",
    answer: "#0f2f3a",
    blocs: ["#1f6f9f", "#e0912f", "#8c2f6b", "#5b9a46", "#c6452f", "#6a5fb0", "#1f9e92", "#8a6a2f"],
    tints: ["#a9c6d6", "#edcd9f", "#cda4ba", "#b5cba6", "#e0afa2", "#b9b3d3", "#a2cfc7", "#c9b896"],
    shades: ["#c5dcdc", "#93c0c6", "#5f9fae", "#347b93", "#195872", "#0b3650"],
    themes: ["#490c18", "#483a9a", "#0d0564", "#47300c", "#2f0d3c", "#003f36", "#4b1f7e", "#3f4b04", "#332647"],
};

/// Light on dark. Links and answers are lighter than any bloc.
pub const DARK: Palette = Palette {
    sea: "#12191d",
    graticule: "#1d272d",
    land: "#38434a",
    border: "#12191d",
    disputed: "#d9d3c6",
    label: "#f1efe9",
    halo: "#12191d",
    accent: "#ffffff",
    answer: "#f6e7c8",
    blocs: ["#56a8d8", "#f0b057", "#d77fb4", "#8fc97a", "#ee7f66", "#a9a0ea", "#54cdbf", "#cdaa66"],
    tints: ["#42677c", "#7c684b", "#745870", "#59715a", "#7b5953", "#65658a", "#42736f", "#716851"],
    shades: ["#33525c", "#3a707f", "#468fa1", "#62afbd", "#92ced4", "#cdecec"],
    themes: ["#fef795", "#93efff", "#58e0f6", "#facf4e", "#eae381", "#a9e2d6", "#d6efe3", "#acffbd", "#cfdbaf"],
};

impl Palette {
    /// The colour as `#rrggbb`.
    pub fn hex(&self, colour: Colour) -> &'static str {
        let of = |set: &[&'static str], at: usize| set.get(at % set.len().max(1)).copied().unwrap_or(self.label);
        match colour {
            Colour::Sea => self.sea,
            Colour::Graticule => self.graticule,
            Colour::Land => self.land,
            Colour::Border => self.border,
            Colour::Disputed => self.disputed,
            Colour::Label => self.label,
            Colour::Halo => self.halo,
            Colour::Accent => self.accent,
            Colour::Answer => self.answer,
            Colour::Bloc(ink) => of(&self.blocs, usize::from(ink.0)),
            Colour::Tint(ink) => of(&self.tints, usize::from(ink.0)),
            Colour::Shade(step) => of(&self.shades, usize::from(step.saturating_sub(1)).min(SHADES - 1)),
            Colour::Theme(at) => of(&self.themes, usize::from(at)),
        }
    }
}

/// The name of the CSS custom property that carries a colour in a page, such as `--map-bloc-2`.
pub fn custom_property(colour: Colour) -> String {
    match colour {
        Colour::Sea => "--map-sea".into(),
        Colour::Graticule => "--map-graticule".into(),
        Colour::Land => "--map-land".into(),
        Colour::Border => "--map-border".into(),
        Colour::Disputed => "--map-disputed".into(),
        Colour::Label => "--map-label".into(),
        Colour::Halo => "--map-halo".into(),
        Colour::Accent => "--map-accent".into(),
        Colour::Answer => "--map-answer".into(),
        Colour::Bloc(ink) => format!("--map-bloc-{}", ink.0),
        Colour::Tint(ink) => format!("--map-tint-{}", ink.0),
        Colour::Shade(step) => format!("--map-shade-{step}"),
        Colour::Theme(at) => format!("--map-theme-{at}"),
    }
}

/// Every colour there is, in a fixed order: for style sheets and tests.
pub fn all_colours() -> Vec<Colour> {
    let mut all = vec![
        Colour::Sea,
        Colour::Graticule,
        Colour::Land,
        Colour::Border,
        Colour::Disputed,
        Colour::Label,
        Colour::Halo,
        Colour::Accent,
        Colour::Answer,
    ];
    for at in 0..INKS as u8 {
        all.push(Colour::Bloc(Ink(at)));
        all.push(Colour::Tint(Ink(at)));
    }
    all.extend((1..=SHADES as u8).map(Colour::Shade));
    all.extend((0..9).map(Colour::Theme));
    all
}

/// Widths and radii, in CSS pixels at any zoom.
pub mod measure {
    /// Coasts and borders.
    pub const BORDER_PX: f64 = 0.6;
    /// A bloc's dissolved outer border.
    pub const OUTLINE_PX: f64 = 1.2;
    /// By how much an outline is wider than the one that is drawn over it.
    pub const OUTLINE_STEP_PX: f64 = 1.1;
    /// The outline of what is pointed at or selected.
    pub const EMPHASIS_PX: f64 = 2.0;
    /// An agreement's arc.
    pub const LINK_PX: f64 = 1.8;
    /// A microstate's dot of one colour.
    pub const DOT_RADIUS_PX: f64 = 3.2;
    /// A dot that carries two stripes or a sign: each half is as wide as a stripe on land.
    pub const SIGN_DOT_RADIUS_PX: f64 = 4.5;
    /// A dot that carries three stripes.
    pub const STRIPED_DOT_RADIUS_PX: f64 = 5.6;
    /// The ring around the dot of what is pointed at or selected.
    pub const RING_RADIUS_PX: f64 = 8.5;
    /// From a dot's middle to its name.
    pub const BESIDE_PX: f64 = 8.0;
    /// Borders of disputed areas, and the lighter line under their dashes.
    pub const DISPUTED_PX: f64 = 1.5;
    /// The line under the dashes.
    pub const DISPUTED_GROUND_PX: f64 = 3.4;
    /// How near a pointer must be to a dot or an arc to meet it: a target of 24 px.
    pub const REACH_PX: f64 = 12.0;
    /// Width of one stripe where two or three blocs share a country.
    pub const STRIPE_PX: f64 = 4.5;
    /// A country whose largest part is smaller than this square on screen gets a dot.
    pub const DOT_BELOW_PX2: f64 = 14.0;
    /// Where it would carry stripes or signs: on less they cannot be read.
    pub const SIGN_DOT_BELOW_PX2: f64 = 30.0;
    /// Names of countries.
    pub const LABEL_PX: f64 = 11.0;
    /// Names of blocs at their seat and of links.
    pub const BLOC_LABEL_PX: f64 = 12.0;
    /// Free space around the fitted world.
    pub const MARGIN_PX: f64 = 8.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_has_a_property_of_its_own_and_a_value_in_both_sets() {
        let names: std::collections::BTreeSet<String> = all_colours().into_iter().map(custom_property).collect();
        assert_eq!(names.len(), all_colours().len());
        for colour in all_colours() {
            for palette in [LIGHT, DARK] {
                let hex = palette.hex(colour);
                assert!(hex.len() == 7 && hex.starts_with('#'), "{hex} is no #rrggbb");
            }
        }
    }
}
