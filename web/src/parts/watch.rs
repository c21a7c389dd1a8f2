//! Effects and texts of one type each, so that each is compiled once and not anew for every closure.

use leptos::prelude::*;

/// Runs again whenever what it read has changed.
pub(crate) fn watch(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Words that follow what they are made of.
pub(crate) fn words(make: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(make)
}
