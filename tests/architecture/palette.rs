//! The page's style sheet and the printed picture take their colours from one place.

use std::collections::BTreeMap;

use entente_scene::style::{DARK, LIGHT, Palette, all_colours, custom_property};

use crate::tree::Tree;

const SHEET: &str = "web/styles/tokens.css";

/// One rule of the sheet that sets colours of the map.
struct Block {
    line: usize,
    dark: bool,
    values: BTreeMap<String, (usize, String)>,
}

pub(crate) fn complaints(tree: &Tree) -> Vec<String> {
    let Some(sheet) = tree.text(SHEET) else {
        return vec![format!("{SHEET}: is missing: it holds the colours of crates/scene/src/style.rs")];
    };
    let blocks = blocks(&sheet);
    let mut complaints: Vec<String> = blocks.iter().flat_map(Block::complaints).collect();
    for (dark, name) in [(false, "light"), (true, "dark")] {
        if !blocks.iter().any(|block| block.dark == dark) {
            complaints.push(format!("{SHEET}: no rule sets the {name} colours"));
        }
    }
    let known: Vec<String> = all_colours().into_iter().map(custom_property).collect();
    for (file, text) in tree.texts(|file| file.starts_with("web/") && file.ends_with(".css")) {
        for (at, line) in text.lines().enumerate() {
            let used = line.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()).map(str::trim);
            for name in used.filter(|name| name.starts_with("--map-") && !known.iter().any(|one| one == name)) {
                complaints.push(format!("{file}:{}: `{name}` is no colour of crates/scene/src/style.rs", at + 1));
            }
        }
    }
    complaints
}

impl Block {
    fn complaints(&self) -> Vec<String> {
        let (palette, name): (Palette, _) = if self.dark { (DARK, "DARK") } else { (LIGHT, "LIGHT") };
        let wanted: BTreeMap<String, &str> =
            all_colours().into_iter().map(|colour| (custom_property(colour), palette.hex(colour))).collect();
        let mut complaints = Vec::new();
        for (property, hex) in &wanted {
            match self.values.get(property) {
                None => complaints.push(format!("{SHEET}:{}: `{property}` is missing: {hex} in {name}", self.line)),
                Some((line, value)) if value != hex => {
                    complaints.push(format!(
                        "{SHEET}:{line}: `{property}` is {value}, but {hex} in {name} of crates/scene/src/style.rs"
                    ));
                }
                Some(_) => {}
            }
        }
        let unknown = self.values.iter().filter(|(property, _)| !wanted.contains_key(*property));
        complaints.extend(unknown.map(|(property, (line, _))| {
            format!("{SHEET}:{line}: `{property}` is no colour of crates/scene/src/style.rs")
        }));
        complaints
    }
}

/// The rules that set any `--map-` colour, each with the selectors and media around it looked at for the word dark.
fn blocks(sheet: &str) -> Vec<Block> {
    let (mut blocks, mut around, mut text, mut line) = (Vec::new(), Vec::<(String, Block)>::new(), String::new(), 1);
    for c in sheet.chars() {
        match c {
            '{' => {
                around.push((text.trim().to_owned(), Block { line, dark: false, values: BTreeMap::new() }));
                text.clear();
            }
            ';' | '}' => {
                if let (Some((name, value)), Some((_, block))) = (text.split_once(':'), around.last_mut())
                    && name.trim().starts_with("--map-")
                {
                    block.values.insert(name.trim().to_owned(), (line, value.trim().to_owned()));
                }
                text.clear();
                if c == '}' {
                    let dark = around
                        .iter()
                        .any(|(selector, _)| selector.contains("scheme: dark") || selector.contains("\"dark\"]"));
                    let closed = around.pop().map(|(_, block)| Block { dark, ..block });
                    blocks.extend(closed.filter(|block| !block.values.is_empty()));
                }
            }
            _ => text.push(c),
        }
        line += usize::from(c == '\n');
    }
    blocks
}
