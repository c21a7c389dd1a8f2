//! Playing: one step in time after another, at a pace that can be read.

use std::cell::Cell;

use entente_atlas::Date;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use crate::{host, stand, time};

/// How long an event is shown.
const EVENT_MILLIS: i32 = 1200;
/// How long a year is shown.
const YEAR_MILLIS: i32 = 300;

thread_local! {
    static TIMER: Cell<Option<i32>> = const { Cell::new(None) };
}

/// Plays, or pauses what plays. Whoever asks for less motion is taken one step further instead.
pub(crate) fn toggle() {
    let Some(setting) = stand::setting() else { return };
    if setting.own.is_playing {
        pause();
        return;
    }
    let first = if time::stop(&setting, true).is_none() { time::start(&setting) } else { None };
    match first {
        Some(first) => go(first),
        None => step(true),
    }
    if !is_still() {
        stand::choose(|own| own.is_playing = true);
        wait(setting.own.by_year);
    }
}

/// Stops time where it is.
pub(crate) fn pause() {
    if let (Some(window), Some(timer)) = (web_sys::window(), TIMER.take()) {
        window.clear_timeout_with_handle(timer);
    }
    stand::choose(|own| own.is_playing = false);
}

/// One step; at the end of time, playing ends.
pub(crate) fn step(is_forward: bool) {
    let Some(setting) = stand::setting() else { return };
    match time::stop(&setting, is_forward) {
        Some(day) => go(day),
        None => pause(),
    }
}

fn go(day: Date) {
    let Some(setting) = stand::setting() else { return };
    let value = (day != setting.today).then(|| day.to_string());
    host::drift("at", value.as_deref());
}

/// Whether the reader's system asks for less motion.
fn is_still() -> bool {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

fn wait(by_year: bool) {
    let Some(window) = web_sys::window() else { return };
    let next = Closure::once_into_js(|| {
        TIMER.set(None);
        let Some(setting) = stand::setting().filter(|setting| setting.own.is_playing) else { return };
        step(true);
        wait(setting.own.by_year);
    });
    let millis = if by_year { YEAR_MILLIS } else { EVENT_MILLIS };
    let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(next.unchecked_ref(), millis);
    TIMER.set(timer.ok());
}
