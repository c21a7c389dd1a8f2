//! Microstates as dots, so that none vanishes.

use entente_atlas::{CountryIx, CountryStatus};

use super::land::Standings;
use crate::mark::Mark;
use crate::pattern::{Base, Paint};
use crate::setting::Setting;
use crate::style::measure;

/// Dots for every state, and every territory with a standing, that is too small on the screen to be seen as an area.
pub fn dots(setting: &Setting<'_>, standings: &Standings) -> Vec<Mark> {
    let mut plain = Vec::new();
    let mut standing = Vec::new();
    for country in setting.atlas.countries() {
        let paint = standings.paint(country.ix);
        let stands = paint != Paint::LAND;
        let is_state = matches!(country.status, CountryStatus::UnMember | CountryStatus::UnObserver);
        if !(stands || is_state) || !is_small(setting, country.ix) {
            continue;
        }
        let place = setting.world.label_of_country(country.ix);
        let Some(at) = place.and_then(|place| setting.projection.project(place)) else { continue };
        let radius_px = if stands { measure::DOT_RADIUS_PX } else { measure::DOT_RADIUS_PX * 0.55 };
        let mark = Mark::Dot { at, radius_px, paint: dotted(paint), country: country.ix };
        if stands { standing.push(mark) } else { plain.push(mark) }
    }
    plain.extend(standing);
    plain
}

/// A dot is too small for two signs: what it has beside membership shows by its first sign alone.
fn dotted(mut paint: Paint) -> Paint {
    if paint.base != Base::Land {
        paint.signs.clear();
    }
    paint.signs.truncate(1);
    paint
}

/// Whether a country's area on the screen is below what an eye can tell. Measured as on an equal-area map.
pub fn is_small(setting: &Setting<'_>, country: CountryIx) -> bool {
    let shape = setting.world.shape_of_country(country).and_then(|at| setting.world.topology.shapes().get(at));
    shape.is_some_and(|shape| {
        let largest_sr = shape.polygons.iter().map(|polygon| polygon.area_sr).fold(0.0, f64::max);
        largest_sr * setting.camera.scale_px * setting.camera.scale_px < measure::DOT_BELOW_PX2
    })
}
