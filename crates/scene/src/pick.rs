//! What lies under a point of the screen: a dot, an arc, or the land.

use entente_geo::PlanePoint;

use crate::camera::ScreenPoint;
use crate::emphasis::Target;
use crate::mark::Mark;
use crate::scene::Scene;
use crate::setting::Setting;
use crate::style::measure;

/// How near the pointer must be to an arc, which is thin but long.
const LINK_REACH_PX: f64 = 7.0;

/// Between a dot and the middle of the country around it the dot wins by this much: it is the harder to meet.
const DOT_FAVOUR: f64 = 0.6;

/// And by this much where that country has land enough out of the dot's reach to be met there instead.
const DOT_FAVOUR_IN_ROOM: f64 = 0.1;

/// What a person who points there means: a microstate within reach, then an arc, then the country below.
pub fn pick(scene: &Scene, setting: &Setting<'_>, at: ScreenPoint) -> Option<Target> {
    let under = land(setting, at);
    let dot = nearest_dot(scene, setting, at).filter(|(_, distance_px)| {
        under.is_none_or(|under| *distance_px * favour(setting, under) <= middle_distance_px(setting, under, at))
    });
    dot.map(|(target, _)| target).or_else(|| nearest_link(scene, setting, at)).or(under)
}

fn favour(setting: &Setting<'_>, target: Target) -> f64 {
    let Target::Country(country) = target else { return DOT_FAVOUR };
    let shape = setting.world.shape_of_country(country).and_then(|at| setting.world.topology.shapes().get(at));
    let area_px2 = shape.map_or(0.0, |shape| shape.area_sr * setting.camera.scale_px * setting.camera.scale_px);
    if area_px2 > measure::REACH_PX * measure::REACH_PX { DOT_FAVOUR_IN_ROOM } else { DOT_FAVOUR }
}

/// How far a pointer is from a country's middle: among neighbours the nearer middle is meant.
fn middle_distance_px(setting: &Setting<'_>, target: Target, pointer: ScreenPoint) -> f64 {
    let Target::Country(country) = target else { return f64::INFINITY };
    let place = setting.world.label_of_country(country).and_then(|place| setting.projection.project(place));
    let screen = place.map(|place| setting.camera.screen_from_plane(place));
    screen.map_or(f64::INFINITY, |screen| (screen.x_px - pointer.x_px).hypot(screen.y_px - pointer.y_px))
}

/// The country whose land lies there.
pub fn land(setting: &Setting<'_>, at: ScreenPoint) -> Option<Target> {
    let place = setting.projection.invert(setting.camera.plane_from_screen(at))?;
    setting.world.country_at(place).map(Target::Country)
}

fn nearest_dot(scene: &Scene, setting: &Setting<'_>, pointer: ScreenPoint) -> Option<(Target, f64)> {
    let mut best: Option<(Target, f64)> = None;
    for mark in &scene.over {
        let Mark::Dot { at, country, .. } = mark else { continue };
        let screen = setting.camera.screen_from_plane(*at);
        let distance_px = (screen.x_px - pointer.x_px).hypot(screen.y_px - pointer.y_px);
        if distance_px <= measure::REACH_PX && best.is_none_or(|(_, other)| distance_px < other) {
            best = Some((Target::Country(*country), distance_px));
        }
    }
    best
}

fn nearest_link(scene: &Scene, setting: &Setting<'_>, pointer: ScreenPoint) -> Option<Target> {
    let mut best: Option<(Target, f64)> = None;
    for mark in &scene.over {
        let Mark::Link { path, agreement, .. } = mark else { continue };
        for line in path.lines() {
            for pair in line.windows(2) {
                let [from, to] = pair else { continue };
                let distance_px = distance_to_edge(setting, *from, *to, pointer);
                if distance_px <= LINK_REACH_PX && best.is_none_or(|(_, other)| distance_px < other) {
                    best = Some((Target::Agreement(*agreement), distance_px));
                }
            }
        }
    }
    best.map(|(target, _)| target)
}

fn distance_to_edge(setting: &Setting<'_>, from: [f32; 2], to: [f32; 2], pointer: ScreenPoint) -> f64 {
    let from = setting.camera.screen_from_plane(PlanePoint::from(from));
    let to = setting.camera.screen_from_plane(PlanePoint::from(to));
    let (dx, dy) = (to.x_px - from.x_px, to.y_px - from.y_px);
    let length2 = (dx * dx + dy * dy).max(1e-9);
    let share = (((pointer.x_px - from.x_px) * dx + (pointer.y_px - from.y_px) * dy) / length2).clamp(0.0, 1.0);
    (from.x_px + share * dx - pointer.x_px).hypot(from.y_px + share * dy - pointer.y_px)
}
