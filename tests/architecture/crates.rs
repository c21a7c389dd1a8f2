//! Which crate may depend on which, and on what from outside.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::tree::Tree;

/// A crate's place in the house.
struct Place {
    /// Its folder.
    folder: &'static str,
    /// Which of our crates it may use.
    ours: &'static [&'static str],
    /// What it may use from outside, beside tests.
    outside: Outside,
}

enum Outside {
    /// Nothing but these.
    Only(&'static [&'static str]),
    /// Anything but these.
    AllBut(&'static [&'static str]),
}

use Outside::{AllBut, Only};

const ATLAS: &str = "entente-atlas";
const GEO: &str = "entente-geo";
const SCENE: &str = "entente-scene";
const CLI: &str = "entente-cli";

/// What only the browser has.
const BROWSER: &[&str] = &["leptos", "web-sys", "js-sys", "wasm-bindgen", "wasm-bindgen-futures"];

/// What only the terminal may carry: each would weigh more in the page than the map does, or has no business there.
const TERMINAL: &[&str] =
    &["toml", "serde_json", "resvg", "usvg", "tiny-skia", "clap", "regex", "chrono", "jiff", "wgpu", "leptos_router"];

/// The house, from the ground up. Nothing may use the tests; they may use everything.
const PLACES: &[Place] = &[
    Place { folder: "crates/atlas", ours: &[], outside: Only(&["serde"]) },
    Place { folder: "crates/geo", ours: &[], outside: Only(&["geojson", "serde_json"]) },
    Place { folder: "crates/scene", ours: &[ATLAS, GEO], outside: Only(&[]) },
    Place { folder: "crates/cli", ours: &[ATLAS, GEO, SCENE], outside: AllBut(BROWSER) },
    Place { folder: "web", ours: &[ATLAS, GEO, SCENE], outside: AllBut(TERMINAL) },
    Place { folder: "web/reader", ours: &[GEO, SCENE], outside: Only(&["js-sys", "wasm-bindgen"]) },
    Place {
        folder: "web/overlap",
        ours: &[ATLAS, SCENE],
        outside: Only(&["js-sys", "postcard", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"]),
    },
    Place {
        folder: "web/press",
        ours: &[ATLAS, GEO, SCENE],
        outside: Only(&["js-sys", "postcard", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"]),
    },
    Place { folder: "tests", ours: &[ATLAS, GEO, SCENE, CLI], outside: AllBut(&[]) },
    Place { folder: "fuzz", ours: &[ATLAS, GEO, SCENE, CLI], outside: AllBut(&[]) },
];

/// These come only on request, so that the page does not carry them.
const OPTIONAL: &[(&str, &str)] = &[("crates/geo", "geojson"), ("crates/geo", "serde_json")];

/// Features that a crate may not turn on: crate, dependency, feature, why.
const FEATURES: &[(&str, &str, &str, &str)] = &[(
    "web",
    GEO,
    "geojson",
    "reading GeoJSON weighs 40 KB; web/reader does it, fetched only when someone brings a map",
)];

pub(crate) fn complaints(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    let members = members(tree);
    for (file, text) in tree.texts(|file| file.ends_with("/Cargo.toml")) {
        let folder = file.trim_end_matches("/Cargo.toml");
        if !members.contains(folder) {
            complaints.push(format!("Cargo.toml: {folder} is neither a member nor excluded: add it to `members`"));
        }
        let Some(place) = PLACES.iter().find(|place| place.folder == folder) else {
            complaints.push(format!(
                "{file}: this crate has no place in the house: give it one in tests/architecture/crates.rs"
            ));
            continue;
        };
        match text.parse::<Table>() {
            Ok(manifest) => look(place, &manifest, &mut |name, what| {
                complaints.push(format!("{file}:{}: {what}", line_of(&text, name)));
            }),
            Err(error) => complaints.push(format!("{file}: is no TOML: {error}")),
        }
    }
    complaints
}

/// Members of the workspace, and what it leaves out on purpose.
fn members(tree: &Tree) -> BTreeSet<String> {
    let manifest: Table = tree.text("Cargo.toml").and_then(|text| text.parse().ok()).unwrap_or_default();
    let workspace = manifest.get("workspace").and_then(Value::as_table);
    let lists = ["members", "exclude"].into_iter().filter_map(|key| workspace?.get(key)?.as_array());
    lists.flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn look(place: &Place, manifest: &Table, complain: &mut impl FnMut(&str, String)) {
    let own =
        manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str).unwrap_or_default();
    for (name, value, shipped) in dependencies(manifest) {
        if name.starts_with("entente") {
            if name != own && !place.ours.contains(&name) {
                let folder = place.folder;
                complain(
                    name,
                    format!(
                        "{folder} may not use {name}: move what it needs down to a crate below both, or up into the caller"
                    ),
                );
            }
        } else if shipped && !place.outside.allows(name) {
            complain(
                name,
                format!(
                    "{} may not use {name}: do it in a crate that may, or argue for it in tests/architecture/crates.rs",
                    place.folder
                ),
            );
        }
        let optional = value.get("optional").and_then(Value::as_bool).unwrap_or(false);
        if shipped && !optional && OPTIONAL.contains(&(place.folder, name)) {
            complain(
                name,
                format!("{name} must stay optional, so that the page does not carry it: add `optional = true`"),
            );
        }
        let features = value.get("features").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        for feature in features {
            if let Some((.., why)) =
                FEATURES.iter().find(|(folder, of, which, _)| (*folder, *of, *which) == (place.folder, name, feature))
            {
                complain(name, format!("{} may not turn on {feature} of {name}: {why}", place.folder));
            }
        }
    }
}

impl Outside {
    fn allows(&self, name: &str) -> bool {
        match self {
            Only(names) => names.contains(&name),
            AllBut(names) => !names.contains(&name),
        }
    }
}

/// Name, value, and whether it is part of what is shipped; from every section that can hold dependencies.
fn dependencies(manifest: &Table) -> Vec<(&str, &Value, bool)> {
    let targets = manifest
        .get("target")
        .and_then(Value::as_table)
        .into_iter()
        .flat_map(Table::values)
        .filter_map(Value::as_table);
    let mut found = Vec::new();
    for table in targets.chain([manifest]) {
        for (section, shipped) in [("dependencies", true), ("build-dependencies", true), ("dev-dependencies", false)] {
            let entries = table.get(section).and_then(Value::as_table).into_iter().flatten();
            found.extend(entries.map(|(name, value)| (name.as_str(), value, shipped)));
        }
    }
    found
}

fn line_of(text: &str, name: &str) -> usize {
    text.lines().position(|line| line.starts_with(name)).map_or(1, |at| at + 1)
}
