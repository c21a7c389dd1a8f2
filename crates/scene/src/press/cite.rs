//! A view as something to cite: in words, as BibTeX and as CSL-JSON, with the edition of the facts and the day it was read.

use entente_atlas::Date;

use super::json;

/// Who is named as the author.
const AUTHOR: &str = "The Entente authors";

/// A view as a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation<'a> {
    /// What it shows.
    pub title: &'a str,
    /// Its address, with the edition in it.
    pub address: &'a str,
    /// The edition of the facts, as [`entente_atlas::Atlas::version`] says it.
    pub version: &'a str,
    /// The day on which it was read.
    pub read: Date,
}

impl Citation<'_> {
    /// The edition's digest, and the day of its facts.
    fn edition(&self) -> (&str, Option<Date>) {
        let (day, digest) = self.version.split_once(" · ").unwrap_or((self.version, ""));
        (digest, day.parse().ok())
    }

    /// In words, for a note or a list of sources.
    pub fn text(&self) -> String {
        let (digest, day) = self.edition();
        let of = day.map(|day| format!(" of {}", day.in_words())).unwrap_or_default();
        let edition = if digest.is_empty() { String::new() } else { format!(", edition {digest}{of}") };
        let Self { title, address, read, .. } = self;
        format!("{AUTHOR}: “{title}”. Entente{edition}. Read on {}. {address}", read.in_words())
    }

    /// As an entry of BibTeX.
    pub fn bibtex(&self) -> String {
        let (digest, day) = self.edition();
        let year = day.unwrap_or(self.read).year().to_string();
        let fields = [
            ("author", format!("{{{AUTHOR}}}")),
            ("title", format!("{{{}}}", tex(self.title))),
            ("howpublished", "Entente, an atlas of who cooperates with whom".to_owned()),
            ("year", year),
            ("version", digest.to_owned()),
            ("date", day.map(|day| day.to_string()).unwrap_or_default()),
            ("url", self.address.to_owned()),
            ("urldate", self.read.to_string()),
        ];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let lines: String = fields.map(|(key, value)| format!("  {key} = {{{value}}},\n")).collect();
        format!("@misc{{{},\n{lines}}}\n", self.key())
    }

    /// As a list of one item of CSL-JSON.
    pub fn csl_json(&self) -> String {
        let (digest, day) = self.edition();
        let text = |words: &str| json::text(words);
        let date = |day: Date| format!("{{\"date-parts\":[[{},{},{}]]}}", day.year(), day.month(), day.day());
        let mut fields = vec![
            ("id", text(&self.key())),
            ("type", text("map")),
            ("title", text(self.title)),
            ("author", format!("[{{\"literal\":{}}}]", text(AUTHOR))),
            ("container-title", text("Entente")),
        ];
        fields.extend((!digest.is_empty()).then(|| ("version", text(digest))));
        fields.extend(day.map(|day| ("issued", date(day))));
        fields.extend([("accessed", date(self.read)), ("URL", text(self.address))]);
        let lines: Vec<String> = fields.into_iter().map(|(key, value)| format!("  {}: {value}", text(key))).collect();
        format!("[{{\n{}\n}}]\n", lines.join(",\n"))
    }

    /// Another key for another view of the same edition.
    fn key(&self) -> String {
        format!("entente-{:08x}", sum(self.address))
    }
}

/// FNV-1a over 32 bits: names, and guards nothing.
pub(super) fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Words as TeX reads them as they are.
fn tex(words: &str) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => out.extend(['\\', letter]),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}
