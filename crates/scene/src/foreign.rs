//! Someone else's shapes: which of a feature's properties tell the country's code and name.

use std::collections::BTreeMap;

use entente_geo::feature::Feature;

/// What a property is trusted to hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Three letters.
    Alpha3,
    /// Two letters.
    Alpha2,
    /// One to three digits; zeros in front may be missing.
    Numeric,
    /// Any of these, but digits only if they are three: one or two are more likely to count features or telephone prefixes.
    Any,
}

/// Where maps keep codes, the surest first: letters and digits of the property's name in lower case. ISO's own codes come before
/// those that publishers made up for places without one (Natural Earth's `ADM0_A3`).
const CODES: &[(Form, &[&str])] = &[
    (Form::Any, &["code"]),
    (
        Form::Alpha3,
        &[
            "isoa3",
            "isoa3eh",
            "iso3",
            "iso3code",
            "iso3cd",
            "isoalpha3",
            "iso31661alpha3",
            "iso31661a3",
            "alpha3",
            "alpha3code",
            "a3",
            "cca3",
            "gid0",
            "shapeiso",
            "shapegroup",
        ],
    ),
    (
        Form::Alpha2,
        &[
            "isoa2",
            "isoa2eh",
            "iso2",
            "iso2code",
            "iso2cd",
            "isoalpha2",
            "iso31661alpha2",
            "iso31661a2",
            "alpha2",
            "alpha2code",
            "a2",
            "cca2",
        ],
    ),
    (
        Form::Numeric,
        &[
            "ison3",
            "ison3eh",
            "isonum",
            "isonumeric",
            "iso31661numeric",
            "numericcode",
            "ccn3",
            "m49",
            "m49code",
            "m49cd",
            "un",
        ],
    ),
    (Form::Any, &["iso", "isocode", "iso31661", "countrycode", "countryiso", "countryid", "cntrid"]),
    (Form::Alpha3, &["adm0a3", "adm0iso", "wba3", "gua3", "brka3"]),
    (Form::Alpha2, &["wba2"]),
    (Form::Any, &["id", "country"]),
];

/// Where maps keep names, English ones first, since the facts are in English.
const NAMES: &[&str] = &[
    "nameen",
    "nameengl",
    "nameenglish",
    "englishname",
    "admin",
    "namelong",
    "name",
    "country",
    "countryname",
    "cntryname",
    "adm0name",
    "name0",
    "romnam",
    "geounit",
    "shapename",
    "label",
    "title",
];

/// Written where a code is missing, though they have the form of one.
const ABSENT: &[&str] = &["NAN", "NIL", "XXX", "ZZZ", "XX", "ZZ", "000"];

/// More features than this, with ids that hardly leave out a number, are counted by their ids.
const COUNTED_FROM: usize = 20;

/// Features as [`crate::world::World::join`] can know them: the key is a code wherever one can be found, else the name, else the
/// number of the feature; and features of one key are one.
pub fn keyed(features: Vec<Feature>) -> Vec<Feature> {
    let ids_count = are_a_count(&features);
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Feature> = Vec::with_capacity(features.len());
    for (number, mut feature) in features.into_iter().enumerate() {
        let properties = plain(&feature, ids_count);
        let (code, name) = (code(&properties), name(&properties));
        feature.name = name.unwrap_or_default();
        feature.key = match code {
            Some(code) => code,
            None if feature.name.is_empty() => format!("feature {number}"),
            None => feature.name.clone(),
        };
        let place = *places.entry(feature.key.clone()).or_insert(kept.len());
        match kept.get_mut(place) {
            Some(first) => {
                first.polygons.append(&mut feature.polygons);
                first.point = first.point.or(feature.point);
            }
            None => kept.push(feature),
        }
    }
    kept
}

/// The properties that say something, by the letters and digits of their names.
fn plain(feature: &Feature, ids_count: bool) -> BTreeMap<String, &str> {
    let id = Some(("id", feature.key.as_str())).filter(|_| !ids_count);
    let all = feature.properties.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    all.chain(id)
        .map(|(name, text)| {
            (name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase(), text)
        })
        .filter(|(name, text)| !text.trim().is_empty() && (name != "id" || !ids_count))
        .collect()
}

fn code(properties: &BTreeMap<String, &str>) -> Option<String> {
    CODES.iter().find_map(|&(form, names)| names.iter().find_map(|&name| form.read(properties.get(name)?)))
}

fn name(properties: &BTreeMap<String, &str>) -> Option<String> {
    let said = NAMES.iter().filter_map(|&name| properties.get(name)).map(|text| text.trim());
    said.filter(|text| text.contains(char::is_alphabetic)).map(str::to_owned).next()
}

impl Form {
    /// The code in a text, in the atlas's spelling; `-99` and the like are none.
    fn read(self, text: &str) -> Option<String> {
        let text = text.trim();
        let text = text.strip_suffix(".0").unwrap_or(text); // tables that went through floating point
        let (letters, digits) = (is_all(text, u8::is_ascii_alphabetic), is_all(text, u8::is_ascii_digit));
        let fits = match (self, text.len()) {
            (Self::Alpha3, 3) | (Self::Alpha2, 2) => letters,
            (Self::Numeric, 1..=3) => digits,
            (Self::Any, 2) => letters,
            (Self::Any, 3) => letters || digits,
            _ => false,
        };
        let code = if digits { format!("{text:0>3}") } else { text.to_ascii_uppercase() };
        (fits && !ABSENT.contains(&code.as_str())).then_some(code)
    }
}

fn is_all(text: &str, kind: fn(&u8) -> bool) -> bool {
    text.bytes().all(|byte| kind(&byte))
}

/// Whether the features' ids only number them: ISO's numbers for 249 countries reach 894, a count reaches 249.
fn are_a_count(features: &[Feature]) -> bool {
    let id = |feature: &Feature| feature.properties.get("id").unwrap_or(&feature.key).parse::<u64>().ok();
    let Some(ids) = features.iter().map(id).collect::<Option<Vec<_>>>() else { return false };
    let span = ids.iter().max().zip(ids.iter().min()).map_or(0, |(max, min)| max - min);
    ids.len() > COUNTED_FROM && span < 2 * ids.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(id: &str, properties: &[(&str, &str)]) -> Feature {
        let properties = properties.iter().map(|&(name, text)| (name.to_owned(), text.to_owned()));
        Feature { key: id.into(), properties: properties.collect(), ..Feature::default() }
    }

    fn check(id: &str, properties: &[(&str, &str)], expected: &str) {
        let found = keyed(vec![feature(id, properties)]).remove(0);
        assert_eq!(format!("{} | {}", found.key, found.name), expected, "{properties:?}");
    }

    #[test]
    fn the_code_is_found_wherever_maps_keep_it() {
        check("", &[("code", "PER"), ("name", "Peru")], "PER | Peru");
        check("", &[("ISO_A3", "PER"), ("ADM0_A3", "XYZ"), ("NAME", "Peru")], "PER | Peru");
        check("", &[("ISO3166-1-Alpha-3", "per")], "PER | ");
        check("", &[("iso_a2", "pe"), ("NAME_EN", "Peru"), ("name", "Pérou")], "PE | Peru");
        check("", &[("ISO2", "PE"), ("ISO3", "PER"), ("UN", "604")], "PER | ");
        check("", &[("ISO_N3", "8"), ("name", "Albania")], "008 | Albania");
        check("", &[("iso_n3", "32.0")], "032 | ");
        check("PER", &[("name", "Peru")], "PER | Peru");
        check("004", &[], "004 | ");
        check("", &[("CNTR_ID", "PE")], "PE | ");
        check("", &[("country", "Peru")], "Peru | Peru");
    }

    #[test]
    fn what_stands_for_a_missing_code_is_none() {
        let france = [("ISO_A3", "-99"), ("ISO_A2", "-99"), ("ADM0_A3", "FRA"), ("ADMIN", "France")];
        check("", &france, "FRA | France");
        let kosovo = [("ISO_A3", "-99"), ("ISO_A2_EH", "XK"), ("ADM0_A3", "KOS"), ("ADMIN", "Kosovo")];
        check("", &kosovo, "XK | Kosovo");
        for absent in ["-99", "", " ", "N/A", "NaN", "null", "-", "99", "XX", "000", "PERU", "ÅÄÖ", "\u{0}"] {
            check("", &[("code", absent), ("name", "Peru")], "Peru | Peru");
        }
    }

    #[test]
    fn without_code_and_name_a_feature_has_its_number() {
        let found = keyed(vec![feature("", &[("pop", "3")]), feature("", &[]), feature("12", &[("name", "-99")])]);
        assert_eq!(
            found.iter().map(|feature| feature.key.as_str()).collect::<Vec<_>>(),
            ["feature 0", "feature 1", "feature 2"]
        );
    }

    #[test]
    fn ids_that_only_count_features_are_no_codes() {
        let counted: Vec<Feature> =
            (0..250).map(|id| feature(&id.to_string(), &[("name", &format!("Land {id}"))])).collect();
        assert!(keyed(counted).iter().all(|feature| feature.key.starts_with("Land")));
        let numbered: Vec<Feature> = (1..60).map(|id| feature(&format!("{:03}", id * 4), &[])).collect();
        assert_eq!(keyed(numbered)[24].key, "100");
    }

    #[test]
    fn features_of_one_key_are_one() {
        let mut parts = vec![feature("", &[("iso_a3", "IDN"), ("name", "Java")]), feature("", &[("ISO_A2", "TL")])];
        parts.push(feature("", &[("iso_a3", "idn"), ("name", "Bali")]));
        parts.iter_mut().for_each(|part| part.polygons.push(Vec::new()));
        let found = keyed(parts);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].name.as_str(), found[0].polygons.len()), ("Java", 2));
    }
}
