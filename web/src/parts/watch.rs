//! Effects of one type, so that they are compiled once and not anew for every closure.

use leptos::prelude::*;

/// Runs again whenever what it read has changed.
pub(crate) fn watch(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(move |_| run());
}
