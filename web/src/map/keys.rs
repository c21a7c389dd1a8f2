//! The map by keyboard: move, zoom, and go from country to country.

use entente_atlas::CountryIx;
use entente_scene::action::Action;
use entente_scene::camera::ScreenPoint;
use entente_scene::emphasis::Target;
use entente_scene::view::Selection;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::controller::Controller;
use super::stage::Stage;
use crate::desk::Desk;

/// How far an arrow key moves the map.
const STEP_PX: f64 = 80.0;

/// Does what a key means; leaves the others to the browser.
pub(super) fn press(desk: Desk, controller: &Controller, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let direction = match key.as_str() {
        "ArrowLeft" => Some((-1.0, 0.0)),
        "ArrowRight" => Some((1.0, 0.0)),
        "ArrowUp" => Some((0.0, -1.0)),
        "ArrowDown" => Some((0.0, 1.0)),
        _ => None,
    };
    match (direction, key.as_str()) {
        (Some((x, y)), _) if event.shift_key() => walk(desk, controller, x, y),
        (Some((x, y)), _) => controller.drag(-x * STEP_PX, -y * STEP_PX),
        (None, "+" | "=") => controller.step(true),
        (None, "-" | "_") => controller.step(false),
        (None, "0") => desk.drift(Action::SetCamera(None)),
        (None, "Enter" | " ") => {
            let Some(selection) = desk.hover.get_untracked().and_then(Target::selection) else { return };
            desk.select(selection);
        }
        (None, "Escape") => desk.act(Action::Select(None)),
        _ => return,
    }
    event.prevent_default();
}

/// Goes to the nearest country in a direction from the one the reader is on.
fn walk(desk: Desk, controller: &Controller, x: f64, y: f64) {
    let here = match (desk.hover.get_untracked(), desk.view.with_untracked(|view| view.select)) {
        (Some(Target::Country(country)), _) | (None, Some(Selection::Country(country))) => Some(country),
        _ => None,
    };
    let next = controller.with(|stage| neighbour(stage, desk, here, x, y)).flatten();
    if let Some(next) = next {
        desk.hover.set(Some(Target::Country(next)));
    }
}

fn neighbour(stage: &Stage, desk: Desk, here: Option<CountryIx>, x: f64, y: f64) -> Option<CountryIx> {
    let at =
        |country: CountryIx| stage.world().label_of_country(country).and_then(|place| stage.screen_from_lonlat(place));
    let size = stage.size();
    let middle = ScreenPoint { x_px: size.width_px / 2.0, y_px: size.height_px / 2.0 };
    let from = here.and_then(at).unwrap_or(middle);
    let cost = |to: ScreenPoint| {
        let (dx, dy) = (to.x_px - from.x_px, to.y_px - from.y_px);
        let (ahead, aside) = (dx * x + dy * y, (dx * y + dy * x).abs());
        // Within a wide cone, straight ahead before aside.
        (ahead > 0.5 && aside <= 2.0 * ahead).then_some(ahead + 1.5 * aside)
    };
    desk.atlas()
        .countries()
        .iter()
        .filter(|country| Some(country.ix) != here)
        .filter_map(|country| at(country.ix).and_then(cost).map(|cost| (country.ix, cost)))
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(country, _)| country)
}
