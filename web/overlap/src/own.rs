//! A bloc of the reader's own: pasted codes and names in any of our languages, or a file of CSV or GeoJSON, made into countries.

use entente_atlas::CountryIx;
use entente_atlas::query::search::{Entity, Index};
use entente_atlas::records::OwnBlocRecord;
use entente_scene::page::Node;
use entente_scene::page::node::element;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::setting::Setting;
use crate::whatif::{changed, fold, is_near};

/// The form, as it stands for good.
pub(crate) fn form() -> Node {
    let name = element("input")
        .with("id", "ov-own-name")
        .with("placeholder", "Name, like Friends")
        .with("aria-label", "Name of your bloc")
        .with("autocomplete", "off");
    let colours = (1..=entente_scene::style::INKS)
        .map(|at| element("option").with("value", at.to_string()).text(format!("Colour {at}")));
    let colour = element("select")
        .with("id", "ov-own-colour")
        .with("aria-label", "Colour of your bloc")
        .child(element("option").with("value", "").text("Next colour"))
        .children(colours);
    let text = element("textarea")
        .with("id", "ov-own-text")
        .with("rows", "3")
        .with("aria-label", "Its countries: codes or names")
        .with("placeholder", "FRA, Germany, Japon … or drop a CSV or GeoJSON file here");
    let form = element("form")
        .class("ov-form")
        .with("data-form", "own")
        .child(name)
        .child(colour)
        .child(text)
        .child(element("button").class("button").text("Make the bloc"))
        .child(element("p").class("ov-own-says").with("role", "status"));
    fold("A bloc of your own", vec![form])
}

/// What was understood of a text, and what was not, with its line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    /// The countries, in the order of the text, each once.
    pub countries: Vec<CountryIx>,
    /// What was not understood, each with the number of its line, or of its feature.
    pub unknown: Vec<(usize, String)>,
}

impl Read {
    fn take(&mut self, country: CountryIx) {
        if !self.countries.contains(&country) {
            self.countries.push(country);
        }
    }

    /// What is said of it.
    pub fn says(&self) -> String {
        const NAMED: usize = 6;
        let count = self.countries.len();
        let understood = format!("{count} {} understood.", if count == 1 { "country" } else { "countries" });
        if self.unknown.is_empty() {
            return understood;
        }
        let named = self.unknown.iter().take(NAMED).map(|(line, text)| format!("“{text}” (line {line})"));
        let more = self.unknown.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("{understood} Not understood: {}{more}.", named.collect::<Vec<_>>().join(", "))
    }
}

/// The countries of a text: GeoJSON, CSV, or a list.
pub(crate) fn read(setting: &Setting, text: &str) -> Read {
    let index = Index::new(&setting.atlas);
    features(&index, text).unwrap_or_else(|| lines(&index, text))
}

fn known(index: &Index, name: &str) -> Option<CountryIx> {
    let name = name.trim().trim_matches(['"', '“', '”', '.', '•', '*', '\u{feff}']).trim();
    let hit = index.search(name, 4).into_iter().find_map(|hit| match hit.what {
        Entity::Country(country) if is_near(hit.rank) => Some(country),
        _ => None,
    });
    hit.filter(|_| name.chars().count() > 1)
}

/// A list has names between commas, semicolons and line ends; a table has one country a line, in the first column that names one.
fn lines(index: &Index, text: &str) -> Read {
    let mut read = Read::default();
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split([',', ';', '\t']).map(str::trim).collect()).collect();
    let width = rows.first().map_or(0, Vec::len);
    let is_table =
        rows.len() > 2 && width > 1 && rows.iter().filter(|row| row.len() == width).count() * 10 > rows.len() * 8;
    for (at, cells) in rows.iter().enumerate() {
        let cells: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
        if is_table {
            match cells.iter().find_map(|cell| known(index, cell)) {
                Some(country) => read.take(country),
                // The first line of a table may be its head.
                None if at > 0 && !cells.is_empty() => read.unknown.push((at + 1, cells.join(", "))),
                None => {}
            }
            continue;
        }
        for cell in cells {
            match known(index, cell) {
                Some(country) => read.take(country),
                None => read.unknown.push((at + 1, cell.to_owned())),
            }
        }
    }
    read
}

/// Properties that mostly hold a code or a name, the surest first.
const KEYS: [&str; 12] = [
    "code",
    "iso_a3",
    "ISO_A3",
    "ISO_A3_EH",
    "ADM0_A3",
    "iso3",
    "iso_a2",
    "ISO_A2",
    "NAME",
    "name",
    "ADMIN",
    "country",
];

/// The countries of a FeatureCollection; nothing of any other text.
fn features(index: &Index, text: &str) -> Option<Read> {
    let json = text.trim_start().starts_with('{').then(|| JSON::parse(text).ok()).flatten()?;
    let list = Reflect::get(&json, &"features".into()).ok()?.dyn_into::<Array>().ok()?;
    let mut read = Read::default();
    for (at, feature) in list.iter().enumerate() {
        let properties = Reflect::get(&feature, &"properties".into()).unwrap_or_else(|_| Object::new().into());
        let id = Reflect::get(&feature, &"id".into()).ok();
        let value = |key: &str| Reflect::get(&properties, &JsValue::from_str(key)).ok()?.as_string();
        let words = KEYS.iter().filter_map(|key| value(key)).chain(id.and_then(|id| id.as_string()));
        let words: Vec<String> = words.collect();
        match words.iter().find_map(|word| known(index, word)) {
            Some(country) => read.take(country),
            None => read
                .unknown
                .push((at + 1, words.into_iter().next().unwrap_or_else(|| "a feature without a name".into()))),
        }
    }
    Some(read)
}

/// The link with this bloc, compared with the others; the error is a sentence.
pub(crate) fn making(setting: &Setting, name: &str, colour: Option<u8>, read: &Read) -> Result<String, String> {
    if read.countries.is_empty() {
        return Err(format!("A bloc needs a country. {}", read.says()));
    }
    let codes = read.countries.iter().map(|country| setting.atlas.country(*country).code.clone()).collect();
    let mut id = String::new();
    let link = changed(setting, |desk| {
        let own = OwnBlocRecord { colour, ..OwnBlocRecord::new(name, codes, &desk.own) };
        id.clone_from(&own.id);
        desk.own.push(own);
    });
    // Its id means something to the page only with the facts of this link, so it is added to the text.
    let mut parts = entente_scene::link::pairs(&link);
    let shown = setting.view.blocs.iter().map(|bloc| setting.atlas.bloc(*bloc).id.as_str()).chain([id.as_str()]);
    let shown = shown.collect::<Vec<_>>().join(",");
    let outlined: Vec<&str> = setting.view.outlined.iter().map(|bloc| setting.atlas.bloc(*bloc).id.as_str()).collect();
    parts.retain(|(key, _)| key != "blocs" && key != "outline");
    parts.push(("blocs".into(), shown));
    parts.extend((!outlined.is_empty()).then(|| ("outline".into(), outlined.join(","))));
    Ok(entente_scene::link::join(&parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_atlas::Atlas;
    use entente_atlas::records::{CountryRecord, Records};

    fn read_of(text: &str) -> (Vec<String>, Vec<(usize, String)>) {
        let country = |code: &str, name: &str, other: &str| {
            let names = [("fr".to_owned(), other.to_owned())].into();
            let record =
                CountryRecord { name: name.into(), status: "un-member".into(), names, ..CountryRecord::default() };
            (code.to_owned(), record)
        };
        let countries = vec![
            country("DEU", "Germany", "Allemagne"),
            country("FRA", "France", "France"),
            country("JPN", "Japan", "Japon"),
        ];
        let atlas = Atlas::from_records(Records { countries, ..Records::default() }).unwrap();
        let read = lines(&Index::new(&atlas), text);
        (read.countries.into_iter().map(|ix| atlas.country(ix).code.clone()).collect(), read.unknown)
    }

    #[test]
    fn codes_and_names_in_any_language_are_understood_and_the_rest_is_said_with_its_line() {
        let (countries, unknown) = read_of("fra, Allemagne\nJapn; Atlantis, FRANCE");
        assert_eq!(countries, ["FRA", "DEU", "JPN"]);
        assert_eq!(unknown, [(2, "Atlantis".to_owned())]);
    }

    #[test]
    fn a_table_has_one_country_a_line_whatever_else_its_columns_hold() {
        let (countries, unknown) = read_of("country,since\nJapan,1956\nAtlantis,1900\nGermany,1973\n");
        assert_eq!(countries, ["JPN", "DEU"]);
        assert_eq!(unknown, [(3, "Atlantis, 1900".to_owned())]);
    }
}
