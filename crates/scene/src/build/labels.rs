//! Names on the land: as many as fit without touching.

use entente_atlas::CountryIx;
use entente_atlas::order::Order as _;
use entente_geo::PlanePoint;

use super::{dots, land::Standings};
use crate::camera::ScreenPoint;
use crate::mark::{Anchor, Mark};
use crate::pattern::Paint;
use crate::setting::Setting;
use crate::style::{Colour, measure};
use crate::view::Selection;

/// How wide a letter is on average, as a share of its height, in the sans-serif faces of our systems.
const LETTER: f64 = 0.56;

/// The name of what is smaller on the screen stands beside it, not over it.
const BESIDE_BELOW_PX2: f64 = 150.0;

struct Candidate {
    country: CountryIx,
    at: PlanePoint,
    screen: ScreenPoint,
    anchor: Anchor,
    rank: (bool, bool, f64),
}

/// Labels of countries with a standing, the selected one first, then the largest.
pub fn labels(setting: &Setting<'_>, standings: &Standings) -> Vec<Mark> {
    let mut candidates = candidates(setting, standings);
    candidates.order_by(|a, b| {
        let (chosen, stands, area) = a.rank;
        let other = b.rank;
        other.0.cmp(&chosen).then(other.1.cmp(&stands)).then(other.2.total_cmp(&area)).then(a.country.cmp(&b.country))
    });
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let mut marks = Vec::new();
    for candidate in candidates {
        let text = setting.atlas.country(candidate.country).name().to_owned();
        let size_px = measure::LABEL_PX;
        let frame = frame(&candidate, &text, size_px);
        let free = taken
            .iter()
            .all(|other| frame[2] < other[0] || frame[0] > other[2] || frame[3] < other[1] || frame[1] > other[3]);
        if free {
            taken.push(frame);
            let Candidate { at, anchor, .. } = candidate;
            marks.push(Mark::Label { at, text, size_px, anchor, colour: Colour::Label });
        }
    }
    marks
}

/// Left, top, right and bottom on the screen, in pixels.
fn frame(candidate: &Candidate, text: &str, size_px: f64) -> [f64; 4] {
    let width = text.chars().count() as f64 * size_px * LETTER;
    let left = match candidate.anchor {
        Anchor::Middle => candidate.screen.x_px - width / 2.0,
        Anchor::Start => candidate.screen.x_px + measure::BESIDE_PX,
    };
    let top = candidate.screen.y_px - size_px * 0.7;
    [left - 2.0, top - 1.0, left + width + 2.0, top + size_px * 1.4]
}

fn candidates(setting: &Setting<'_>, standings: &Standings) -> Vec<Candidate> {
    let Setting { atlas, world, projection, camera, size, .. } = *setting;
    let outlined = standings.outlined();
    let mut found = Vec::new();
    for country in atlas.countries() {
        let Some(shape) = world.shape_of_country(country.ix).and_then(|at| world.topology.shapes().get(at)) else {
            continue;
        };
        let Some(at) = projection.project(shape.label) else { continue };
        let screen = camera.screen_from_plane(at);
        let outside =
            screen.x_px < 0.0 || screen.y_px < 0.0 || screen.x_px > size.width_px || screen.y_px > size.height_px;
        let chosen = setting.view.select == Some(Selection::Country(country.ix));
        let stands = standings.paint(country.ix) != Paint::LAND || outlined.contains(country.ix);
        let width = country.name().chars().count() as f64 * measure::LABEL_PX * LETTER;
        let largest_px2 = dots::largest_px2(setting, country.ix).unwrap_or_default();
        // A name may run over its country's edge a little, not by half: else it waits for a closer look, as one in free sea does.
        let fits = largest_px2 > width * width * 0.45;
        let is_tiny = largest_px2 < BESIDE_BELOW_PX2;
        let least_px = match (fits, is_tiny, stands) {
            (true, _, true) => 0.0,
            (true, _, false) => 300.0,
            (false, true, true) => 250.0,
            (false, true, false) => 900.0,
            (false, false, _) => 1200.0,
        };
        if outside || !(chosen || camera.scale_px > least_px) {
            continue;
        }
        let anchor = if is_tiny { Anchor::Start } else { Anchor::Middle };
        found.push(Candidate { country: country.ix, at, screen, anchor, rank: (chosen, stands, largest_px2) });
    }
    found
}
