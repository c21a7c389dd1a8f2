//! Which module may use which inside a crate, and which files may know the world outside.

use std::collections::BTreeMap;

use crate::rust::{Named, paths};
use crate::tree::Tree;

/// Modules of one rank, by name.
type Row = &'static [&'static str];

/// A module uses modules of the rows above its own; in its own row, none but in a knot.
struct Order {
    source: &'static str,
    rows: &'static [Row],
    /// Rows whose modules lean on one another, each with the reason why.
    knots: &'static [(&'static str, &'static str)],
}

const ORDERS: &[Order] = &[
    Order {
        source: "crates/atlas/src",
        rows: &[
            &["date", "id", "names", "order", "site", "word", "problem"],
            &["country_set", "theme", "source", "country", "membership", "story"],
            &["bloc", "agreement", "records"],
            &["atlas"],
            &["check", "query"],
        ],
        knots: &[],
    },
    Order {
        source: "crates/geo/src",
        rows: &[
            &["trig"],
            &["point", "sink"],
            &["bounds", "cap", "feature", "graticule"],
            &["affine", "geojson", "path", "projection"],
            &["clip", "label_point", "resample", "svg_path"],
            &["topology", "contains", "measure"],
            &["hit", "plane"],
            &["great_circle"],
        ],
        knots: &[(
            "topology",
            "`contains` and `measure` walk its arcs, and building it measures rings and finds their holes",
        )],
    },
    Order {
        source: "crates/scene/src",
        rows: &[
            &["foreign", "said", "style", "view", "world"],
            &["camera", "pattern", "action"],
            &["mark", "link", "framing"],
            &["change", "legend", "supposed"],
            &["setting"],
            &["scene", "sentence"],
            &["build"],
            &["describe", "emphasis", "page"],
            &["chart", "pick", "svg"],
            &["press"],
        ],
        knots: &[],
    },
];

pub(crate) fn edges(tree: &Tree) -> Vec<String> {
    ORDERS.iter().flat_map(|order| order.complaints(tree)).collect()
}

impl Order {
    fn complaints(&self, tree: &Tree) -> Vec<String> {
        let mut complaints = self.unplaced(tree);
        let exports = self.exports(tree);
        for (file, text) in self.files(tree) {
            let module = module_path(file, self.source);
            let Some(from) = module.first() else { continue };
            for named in paths(&text) {
                let Some(target) = resolved(&named, &module) else { continue };
                let Some(to) = self.module_of(&target, &exports) else {
                    let name = target.join("::");
                    complaints
                        .push(format!("{file}:{}: `{name}` is neither a module nor re-exported by lib.rs", named.line));
                    continue;
                };
                complaints.extend(self.crossing(from, to).map(|why| format!("{file}:{}: {why}", named.line)));
            }
        }
        complaints
    }

    fn files<'t>(&self, tree: &'t Tree) -> Vec<(&'t str, String)> {
        tree.texts(|file| file.starts_with(self.source) && file.ends_with(".rs"))
    }

    /// Modules that stand in no row, and names in rows that are no modules.
    fn unplaced(&self, tree: &Tree) -> Vec<String> {
        let modules: BTreeMap<String, &str> =
            tree.files().filter_map(|file| Some((module_path(file, self.source).first()?.clone(), file))).collect();
        let nowhere = modules.iter().filter(|(name, _)| self.rank(name).is_none()).map(|(name, file)| {
            format!(
                "{file}:1: `{name}` has no place in the order of {}: give it one in tests/architecture/modules.rs",
                self.source
            )
        });
        let gone =
            self.rows.iter().flat_map(|row| row.iter()).filter(|name| !modules.contains_key(**name)).map(|name| {
                format!("tests/architecture/modules.rs: {} has no module `{name}` any more: take it out", self.source)
            });
        nowhere.chain(gone).collect()
    }

    /// What lib.rs re-exports: name → module.
    fn exports(&self, tree: &Tree) -> BTreeMap<String, String> {
        let text = tree.text(&format!("{}/lib.rs", self.source)).unwrap_or_default();
        let named = paths(&text)
            .into_iter()
            .filter(|named| named.path.first().is_some_and(|module| self.rank(module).is_some()));
        named.filter_map(|named| Some((named.path.last()?.clone(), named.path.first()?.clone()))).collect()
    }

    fn module_of<'a>(&self, target: &'a [String], exports: &'a BTreeMap<String, String>) -> Option<&'a str> {
        let first = target.first()?;
        if self.rank(first).is_some() { Some(first) } else { exports.get(first).map(String::as_str) }
    }

    fn rank(&self, module: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.contains(&module))
    }

    fn crossing(&self, from: &str, to: &str) -> Option<String> {
        let (lower, upper) = (self.rank(to)?, self.rank(from)?);
        let row = self.rows.get(upper)?;
        let knotted = lower == upper && self.knots.iter().any(|(module, _)| row.contains(module));
        if from == to || lower < upper || knotted {
            return None;
        }
        let way = if lower == upper { "beside" } else { "after" };
        Some(format!(
            "`{from}` may not use `{to}`, which stands {way} it: move what both need into a module before both"
        ))
    }
}

/// `crates/geo/src/topology/codec/read.rs` → topology, codec, read; nothing for lib.rs, main.rs and files elsewhere.
fn module_path(file: &str, source: &str) -> Vec<String> {
    let inside =
        file.strip_prefix(source).and_then(|rest| rest.strip_prefix('/')).and_then(|rest| rest.strip_suffix(".rs"));
    let names = inside.into_iter().flat_map(|inside| inside.split('/'));
    names.filter(|name| !["lib", "main", "mod"].contains(name)).map(str::to_owned).collect()
}

/// The path from the crate's root; `None` for what lies outside the crate or in the file itself.
fn resolved(named: &Named, module: &[String]) -> Option<Vec<String>> {
    let ups = named.path.iter().take_while(|name| *name == "super").count();
    let base: Vec<String> = match named.path.first()?.as_str() {
        "crate" => Vec::new(),
        "super" => module.iter().take(module.len().checked_sub(ups)?).cloned().collect(),
        _ => return None,
    };
    let rest = named.path.iter().skip(ups.max(1)).cloned();
    let target: Vec<String> = base.into_iter().chain(rest).collect();
    (!target.is_empty()).then_some(target)
}

/// What only some files may know. Tests and benches may know anything.
const SURROUNDINGS: &[(&str, &[&str], &str)] = &[
    ("std::fs", &["crates/cli/src/"], "files are read by the command line alone: take text or bytes as an argument"),
    ("std::env", &["crates/cli/src/"], "arguments and variables are the command line's: take the value as an argument"),
    ("std::process", &["crates/cli/src/"], "only the command line is a process: return a value or an error"),
    ("std::net", &[], "nothing opens a connection; the page fetches through the browser"),
    (
        "std::time",
        &["crates/cli/src/", "web/src/"],
        "below the command line and the page there is no clock: take the date as an argument",
    ),
    (
        "js_sys::Date",
        &["web/src/clock.rs", "web/overlap/src/clock.rs"],
        "the page asks for the day in one place: use crate::clock::today",
    ),
    (
        "web_sys",
        &["web/src/", "web/overlap/src/", "web/press/src/"],
        "only the page knows the browser: give it a value to paint",
    ),
    (
        "js_sys",
        &["web/src/", "web/reader/src/", "web/overlap/src/", "web/press/src/"],
        "only the page knows the browser: give it a value to paint",
    ),
    (
        "wasm_bindgen",
        &["web/src/", "web/reader/src/", "web/overlap/src/", "web/press/src/"],
        "only the page knows the browser: give it a value to paint",
    ),
    ("leptos", &["web/src/"], "only the page knows Leptos: move the logic into scene and leave the component thin"),
    (
        "serde",
        &["crates/atlas/src/records", "crates/cli/src/"],
        "only records are read and written: convert at the edge",
    ),
];

pub(crate) fn surroundings(tree: &Tree) -> Vec<String> {
    let proof = |file: &str| {
        ["tests/", "fuzz/"].iter().any(|folder| file.starts_with(folder))
            || file.contains("/tests/")
            || file.contains("/benches/")
    };
    let mut complaints = Vec::new();
    for (file, text) in tree.texts(|file| file.ends_with(".rs") && !proof(file)) {
        for named in paths(&text) {
            let path = named.path.join("::");
            for (what, allowed, why) in SURROUNDINGS {
                let known = path.strip_prefix(what).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
                if known && !allowed.iter().any(|place| file.starts_with(place)) {
                    complaints.push(format!("{file}:{}: knows {path}, but {why}", named.line));
                }
            }
        }
    }
    complaints
}
