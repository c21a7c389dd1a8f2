//! The documents name what stands, and nothing that does not.

use std::collections::BTreeSet;

use crate::tree::Tree;

/// Documents about the repository whose file names must exist. The changelog speaks of the past too.
const DOCUMENTS: &[&str] = &["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "data/README.md"];

/// What a word in backticks must end with to be taken for a file or a folder.
const ENDINGS: &[&str] = &[".rs", ".toml", ".md", ".mjs", ".js", ".css", ".html", "/"];

/// ARCHITECTURE.md names every crate and every folder at the top.
pub(crate) fn architecture_names_the_house(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text("ARCHITECTURE.md") else {
        return vec!["ARCHITECTURE.md: is missing".to_owned()];
    };
    let folders = tree.files().filter_map(|file| file.split_once('/')).map(|(folder, _)| format!("{folder}/"));
    let crates = tree.files().filter_map(|file| file.strip_suffix("/Cargo.toml")).map(|folder| format!("{folder}/"));
    let named: BTreeSet<&str> = backticked(&text).into_iter().map(|(_, word)| word).collect();
    let all: BTreeSet<String> = folders.chain(crates).collect();
    let missing = all.iter().filter(|folder| !named.contains(folder.as_str()));
    missing.map(|folder| format!("ARCHITECTURE.md: does not name `{folder}`: say in a line what it is")).collect()
}

/// Files in backticks and behind links exist: from the root, from the document's folder, or from the folder of the heading above.
pub(crate) fn named_files_exist(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for document in DOCUMENTS {
        let Some(text) = tree.text(document) else {
            complaints.push(format!("{document}: is missing"));
            continue;
        };
        let own = document.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut section = "";
        for (line, word) in backticked(&text) {
            if text.lines().nth(line - 1).is_some_and(|text| text.starts_with('#')) {
                section = word.trim_end_matches('/');
            }
            if ENDINGS.iter().any(|ending| word.ends_with(ending))
                && is_plain(word)
                && !stands(tree, &[own, section], word)
            {
                complaints.push(format!(
                    "{document}:{line}: `{word}` is not there: correct the name, or take the sentence out"
                ));
            }
        }
        for (line, target) in links(&text) {
            if !stands(tree, &[own], target) {
                complaints.push(format!("{document}:{line}: links to {target}, which is not there"));
            }
        }
    }
    complaints
}

/// `scripts/…` in the documents are files that can be run.
pub(crate) fn commands_run(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for document in DOCUMENTS {
        let text = tree.text(document).unwrap_or_default();
        for (at, line) in text.lines().enumerate() {
            let words = line.split(|c: char| c.is_whitespace() || "`()[],;:".contains(c));
            for script in words.filter(|word| word.starts_with("scripts/") && *word != "scripts/") {
                let script = script.trim_end_matches('.');
                match tree.has(script) {
                    false => complaints.push(format!("{document}:{}: {script} is not there", at + 1)),
                    true if script.contains('.') || is_executable(tree, script) => {}
                    true => complaints.push(format!("{script}: cannot be run: chmod +x {script}")),
                }
            }
        }
    }
    complaints
}

#[cfg(unix)]
fn is_executable(tree: &Tree, file: &str) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(tree.root().join(file)).is_ok_and(|metadata| metadata.permissions().mode() & 0o111 == 0o111)
}

#[cfg(not(unix))]
fn is_executable(_: &Tree, _: &str) -> bool {
    true
}

/// No pattern, no placeholder, no sentence, no address, nothing that is built.
fn is_plain(word: &str) -> bool {
    !word.contains(|c: char| c.is_whitespace() || "<>*…{}[]$:&=".contains(c))
        && !["/", "./", "dist/", "target/"].contains(&word)
}

fn stands(tree: &Tree, folders: &[&str], word: &str) -> bool {
    let word = word.trim_start_matches("./");
    tree.has(word)
        || folders
            .iter()
            .any(|folder| tree.has(&format!("{folder}/{word}")) || tree.has(&format!("{folder}/src/{word}")))
}

/// What stands in backticks, with its line; blocks of code left out.
fn backticked(text: &str) -> Vec<(usize, &str)> {
    prose(text).flat_map(|(line, text)| text.split('`').skip(1).step_by(2).map(move |word| (line, word))).collect()
}

/// Targets of links within the repository, with their lines.
fn links(text: &str) -> Vec<(usize, &str)> {
    let targets = prose(text).flat_map(|(line, text)| {
        text.split("](").skip(1).filter_map(move |rest| Some((line, rest.split([')', '#']).next()?)))
    });
    targets.filter(|(_, target)| !target.is_empty() && !target.contains("://")).collect()
}

fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(at, line)| {
        let fence = line.starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((at + 1, line))
    })
}
