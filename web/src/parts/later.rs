//! Doing something after a while.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// Runs once so many milliseconds from now; gives the timer, by which it can be cancelled.
pub(crate) fn later(millis: i32, run: impl FnOnce() + 'static) -> Option<i32> {
    let run: Box<dyn FnOnce()> = Box::new(run);
    let run = Closure::once_into_js(run);
    web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), millis).ok()
}
