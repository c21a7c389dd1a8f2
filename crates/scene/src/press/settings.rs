//! An embed's settings as the fragment of a link, printed and read: defaults left out, unknown parts reported and ignored.
//!
//! ```text
//! title=Two+pacts&note=…&credit=…&alt=…&lang=pt-BR&show=legend,table&shape=16x9
//! ```

use super::embed::{Embed, Part, Shape};
use crate::link::{self, Notice};

/// The settings of a fragment, and what of it was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The embed; whatever was not understood stays at its default.
    pub embed: Embed,
    /// What was ignored, in the order of the fragment.
    pub notices: Vec<Notice>,
}

/// Of a fragment with more faults than this, the rest says nothing new.
const MOST_NOTICES: usize = 8;

/// How many letters of each of the editor's texts are kept.
const MOST: [(&str, usize); 5] = [("title", 200), ("note", 600), ("credit", 300), ("alt", 1000), ("picture", 1000)];

fn most(key: &str) -> usize {
    MOST.iter().find(|(known, _)| *known == key).map_or(0, |(_, most)| *most)
}

impl Embed {
    /// The settings as a fragment, without its sign; empty where all is as it is by default.
    pub fn settings(&self) -> String {
        // Named one by one, so that a new part does not compile until it has a place in the link. The picture is the builder's own.
        let Self { site: _, view: _, title, note, credit, alt, lang, show, shape, picture: _ } = self;
        let texts = [("title", title), ("note", note), ("credit", credit), ("alt", alt), ("lang", lang)];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let mut pairs: Vec<(&str, String)> = texts.map(|(key, text)| (key, text.clone())).collect();
        if *show != Part::FIRST {
            let words: Vec<&str> = show.iter().map(|part| part.word()).collect();
            pairs.push(("show", words.join(",")));
        }
        if *shape != Shape::Fit {
            pairs.push(("shape", shape.word().to_owned()));
        }
        link::join(&pairs).trim_start_matches('?').to_owned()
    }

    /// With texts that a link can hold: cut to length, without what would turn the words around them.
    #[must_use]
    pub fn cleaned(mut self) -> Self {
        let Self { title, note, credit, alt, picture, lang, show, .. } = &mut self;
        for (key, text) in [("title", title), ("note", note), ("credit", credit), ("alt", alt), ("picture", picture)] {
            *text = clean(text, most(key));
        }
        *lang = if is_language(lang) { std::mem::take(lang) } else { String::new() };
        *show = Part::ALL.into_iter().filter(|part| show.contains(part)).collect();
        if !is_picture(&self.picture) {
            self.picture.clear();
        }
        self
    }
}

/// Reads the fragment of an embed's or of the builder's link, with or without its sign, for a view of a site.
pub fn read(fragment: &str, embed: Embed) -> Read {
    let mut reading = Read { embed, notices: Vec::new() };
    for (key, value) in link::pairs(fragment.trim_start_matches('#')) {
        reading.take(&key, &value);
    }
    reading
}

impl Read {
    fn take(&mut self, key: &str, value: &str) {
        let text = clean(value, most(key));
        let embed = &mut self.embed;
        match key {
            "title" => embed.title = text,
            "note" => embed.note = text,
            "credit" => embed.credit = text,
            "alt" => embed.alt = text,
            "lang" if value.is_empty() || is_language(value) => embed.lang = value.to_owned(),
            "lang" => self.ignore(value, "a language is written like en or pt-BR"),
            "show" => self.show(value),
            "shape" => match Shape::ALL.into_iter().find(|shape| shape.word() == value) {
                Some(shape) => embed.shape = shape,
                None => self.ignore(value, "write one of fit, 16x9, 4x3, 1x1"),
            },
            "picture" if is_picture(&text) => embed.picture = text,
            "picture" => self
                .ignore(value, "a picture lies at an address like https://site.example/map.svg, or beside the article"),
            // The builder's own sign, and the number by which a host's script knows its frame.
            "embed" | "childId" => {}
            _ => self.ignore(key, "no embed has this setting; see docs/embedding.md"),
        }
    }

    fn show(&mut self, value: &str) {
        let words: Vec<&str> = value.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        self.embed.show = Part::ALL.into_iter().filter(|part| words.contains(&part.word())).collect();
        for word in words.into_iter().filter(|word| Part::ALL.iter().all(|part| part.word() != *word)) {
            self.ignore(word, "an embed shows any of rail, legend, date, panel, chart, sentence, table");
        }
    }

    fn ignore(&mut self, value: &str, message: &str) {
        let notice = Notice { value: clean(value, 60), message: message.to_owned() };
        if self.notices.len() < MOST_NOTICES && !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}

/// A text on one line, of so many letters, without what would turn the words around it. Joiners stay: scripts need them.
pub(super) fn clean(text: &str, most: usize) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let plain =
        |letter: char| if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') { ' ' } else { letter };
    let kept: String = text.trim_start().chars().filter(|letter| !turns(*letter)).map(plain).collect();
    kept.trim().chars().take(most).collect::<String>().trim_end().to_owned()
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_word = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = parts.next().unwrap_or_default();
    text.len() <= 35
        && first.len() >= 2
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && is_word(first)
        && parts.all(is_word)
}

/// Somewhere on the web, or beside the article; never a script.
fn is_picture(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let has_scheme = address.split('/').next().is_some_and(|first| first.contains(':'));
    is_web || !has_scheme && !address.contains('\\')
}
