//! Links: a view as a query string and back; defaults left out, unknown parts reported and ignored.

pub mod desk;
mod parse;
pub(crate) mod percent;
mod print;

pub use parse::{Parsed, parse};
pub use print::print;

use entente_geo::ProjectionKind;

use crate::view::{LinksShown, ThemeChoice};

/// What of a link was not understood, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// The part of the link, as it stood.
    pub value: String,
    /// Why it was ignored, and how to mend it.
    pub message: String,
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” in the link was ignored: {}", self.value, self.message)
    }
}

/// Keys of earlier or hand-written links, and what they are called now.
const RENAMED: [(&str, &str); 4] = [("bloc", "blocs"), ("date", "at"), ("expr", "q"), ("query", "q")];

/// The parts that a view carries unread, in the order in which they are written: the overlap desk's, then the edition of the facts,
/// which whoever fetches those must know before there is a view.
const FURTHER: [&str; 7] = ["chart", "exactly", "since", "countries", "if", "own", "edition"];

/// A closed word of the link's language and what it stands for.
type Words<T, const N: usize> = [(&'static str, T); N];

const PROJECTIONS: Words<ProjectionKind, 5> = [
    ("equal-earth", ProjectionKind::EqualEarth),
    ("natural-earth", ProjectionKind::NaturalEarth),
    ("mercator", ProjectionKind::Mercator),
    ("equirectangular", ProjectionKind::Equirectangular),
    ("globe", ProjectionKind::Orthographic),
];

const LINKS: Words<LinksShown, 4> = [
    ("selected", LinksShown::Selected),
    ("shown", LinksShown::Shown),
    ("all", LinksShown::All),
    ("none", LinksShown::None),
];

const THEMES: Words<ThemeChoice, 3> =
    [("auto", ThemeChoice::Auto), ("light", ThemeChoice::Light), ("dark", ThemeChoice::Dark)];

/// The decoded parts of a query string, in its order.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let parts = query.trim_start_matches('?').split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (percent::decode(key), percent::decode(value)))
        .collect()
}

/// A query string of these parts, with its question mark; empty for none.
pub fn join<K: AsRef<str>>(pairs: &[(K, String)]) -> String {
    let mut link = String::new();
    for (key, value) in pairs {
        link.push(if link.is_empty() { '?' } else { '&' });
        link.push_str(&percent::encode(key.as_ref()));
        link.push('=');
        link.push_str(&percent::encode(value));
    }
    link
}

/// The link's word for a projection, such as `equal-earth`.
pub fn projection_word(kind: ProjectionKind) -> &'static str {
    word_of(&PROJECTIONS, kind)
}

fn word_of<T: PartialEq + Copy, const N: usize>(words: &Words<T, N>, value: T) -> &'static str {
    words.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}
