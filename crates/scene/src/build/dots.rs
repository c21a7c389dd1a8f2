//! Microstates as dots, so that none vanishes.

use entente_atlas::query::at::members;
use entente_atlas::{CountryIx, CountrySet, CountryStatus};
use entente_geo::PlanePoint;

use super::inks;
use super::land::{Standings, with_parts};
use crate::mark::{Dash, Mark, Pen};
use crate::pattern::{Base, Paint};
use crate::setting::Setting;
use crate::style::{Colour, Ink, measure};

/// How much wider each ring is than what it goes around.
const RING_STEP_PX: f64 = 2.2;

/// Dots for every state, and every territory with a standing, that is too small on the screen to be seen as an area; around it a
/// ring for each bloc that is shown by its outline alone.
pub fn dots(setting: &Setting<'_>, standings: &Standings) -> Vec<Mark> {
    let outlined = outlined(setting);
    let mut plain = Vec::new();
    let mut standing = Vec::new();
    for country in setting.atlas.countries() {
        let paint = standings.paint(country.ix);
        let rings: Vec<Ink> =
            outlined.iter().filter(|(_, all)| all.contains(country.ix)).map(|(ink, _)| *ink).collect();
        let stands = paint != Paint::LAND || !rings.is_empty();
        let is_state = matches!(country.status, CountryStatus::UnMember | CountryStatus::UnObserver);
        if !(stands || is_state) || !is_too_small_for(setting, country.ix, &paint) {
            continue;
        }
        let Some(at) = place(setting, country.ix) else { continue };
        let paint = dotted(paint);
        let radius_px = radius_px(&paint);
        let marks = if stands { &mut standing } else { &mut plain };
        for (nth, ink) in rings.into_iter().enumerate().rev() {
            let radius_px = radius_px + RING_STEP_PX * (nth as f64 + 0.6);
            marks.push(ring(at, radius_px, Colour::Bloc(ink), country.ix));
        }
        let rim = Pen { colour: Colour::Label, width_px: 1.0, dash: Dash::Solid };
        marks.push(Mark::Dot { at, radius_px, paint, rim, country: country.ix });
    }
    plain.extend(standing);
    plain
}

/// A ring around a small country, for what is selected or shown by its outline.
pub fn ring(at: PlanePoint, radius_px: f64, colour: Colour, country: CountryIx) -> Mark {
    let rim = Pen { colour, width_px: 2.0, dash: Dash::Solid };
    Mark::Dot { at, radius_px, paint: Paint::plain(Base::Open), rim, country }
}

/// Where a small country's dot lies.
pub fn place(setting: &Setting<'_>, country: CountryIx) -> Option<PlanePoint> {
    setting.world.label_of_country(country).and_then(|place| setting.projection.project(place))
}

/// The blocs shown by their outline alone, with who is in them.
fn outlined(setting: &Setting<'_>) -> Vec<(Ink, CountrySet)> {
    let all = inks::inks(setting.view).into_iter().skip(setting.view.blocs.len());
    let of = |bloc| with_parts(setting.atlas, members(setting.atlas, bloc, setting.date()));
    all.map(|(bloc, ink)| (ink, of(bloc))).collect()
}

/// A dot is too small for two signs: it shows the first.
fn dotted(mut paint: Paint) -> Paint {
    paint.signs.truncate(1);
    paint
}

fn radius_px(paint: &Paint) -> f64 {
    match &paint.base {
        Base::Land if paint.signs.is_empty() => measure::DOT_RADIUS_PX * 0.55,
        Base::Striped(inks) if inks.len() > 2 => measure::STRIPED_DOT_RADIUS_PX,
        _ if paint.is_patterned() => measure::SIGN_DOT_RADIUS_PX,
        _ => measure::DOT_RADIUS_PX,
    }
}

/// Whether a country's area on the screen is below what an eye can tell.
pub fn is_small(setting: &Setting<'_>, country: CountryIx) -> bool {
    largest_px2(setting, country).is_some_and(|px2| px2 < measure::DOT_BELOW_PX2)
}

fn is_too_small_for(setting: &Setting<'_>, country: CountryIx, paint: &Paint) -> bool {
    let least_px2 = if paint.is_patterned() { measure::SIGN_DOT_BELOW_PX2 } else { measure::DOT_BELOW_PX2 };
    largest_px2(setting, country).is_some_and(|px2| px2 < least_px2)
}

/// The largest part of a country on the screen, measured as on an equal-area map; `None` where the world has no shape for it.
pub fn largest_px2(setting: &Setting<'_>, country: CountryIx) -> Option<f64> {
    let shape = setting.world.shape_of_country(country).and_then(|at| setting.world.topology.shapes().get(at))?;
    let largest_sr = shape.polygons.iter().map(|polygon| polygon.area_sr).fold(0.0, f64::max);
    Some(largest_sr * setting.camera.scale_px * setting.camera.scale_px)
}
