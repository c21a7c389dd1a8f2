//! Icons as lines, drawn here: no font, no file.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Nearer.
    Plus,
    /// Farther.
    Minus,
    /// The whole world.
    World,
    /// Close.
    Cross,
    /// Copy a link.
    Link,
    /// What this is about.
    About,
    /// By outline alone.
    Outline,
}

impl Sign {
    const fn path(self) -> &'static str {
        match self {
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::World => "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Link => "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
            Self::About => "M9 5l7 7-7 7",
            Self::Outline => "M5 8l6-3 8 4-1 8-8 3-5-5z",
        }
    }
}

/// One icon; decoration only, so whatever holds it has a name of its own.
#[component]
pub(crate) fn Icon(
    /// Which one.
    sign: Sign,
) -> impl IntoView {
    view! { <svg viewBox="0 0 24 24" aria-hidden="true"><path d=sign.path() /></svg> }
}
