//! The shape of the house: who may use whom, what a file may be, what the documents must name.
//!
//! The rules are data: crates in `architecture/crates.rs`, modules and their surroundings in `architecture/modules.rs`. Each
//! test tells every violation at once, with its place and how to mend it.

#[path = "architecture/crates.rs"]
mod crates;
#[path = "architecture/documents.rs"]
mod documents;
#[path = "architecture/examples.rs"]
mod examples;
#[path = "architecture/modules.rs"]
mod modules;
#[path = "architecture/palette.rs"]
mod palette;
#[path = "architecture/places.rs"]
mod places;
#[path = "architecture/rust.rs"]
mod rust;
#[path = "architecture/tree.rs"]
mod tree;

use tree::Tree;

/// The longest a file may be; most are a third of it.
const MOST_LINES: usize = 400;

#[test]
fn every_crate_depends_only_on_what_its_place_allows() {
    hold(crates::complaints(&Tree::read()));
}

#[test]
fn modules_of_a_crate_use_only_those_that_stand_before_them() {
    hold(modules::edges(&Tree::read()));
}

#[test]
fn only_the_edges_of_the_house_know_files_clocks_and_browsers() {
    hold(modules::surroundings(&Tree::read()));
}

#[test]
fn every_rust_file_says_what_it_is_and_stays_short() {
    let tree = Tree::read();
    let mut complaints = Vec::new();
    for (file, text) in tree.texts(|file| file.ends_with(".rs")) {
        if !text.starts_with("//!") {
            complaints.push(format!("{file}:1: begins without `//!`: say in one sentence what the file is"));
        }
        let lines = text.lines().count();
        if lines > MOST_LINES {
            complaints
                .push(format!("{file}:{MOST_LINES}: has {lines} lines, {MOST_LINES} at most: split it by subject"));
        }
    }
    hold(complaints);
}

#[test]
fn the_documents_name_what_stands() {
    let tree = Tree::read();
    let mut complaints = documents::architecture_names_the_house(&tree);
    complaints.extend(documents::named_files_exist(&tree));
    complaints.extend(documents::commands_run(&tree));
    hold(complaints);
}

#[test]
fn the_examples_of_the_readme_answer_as_it_says() {
    hold(examples::complaints(&Tree::read()));
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    hold(places::complaints(&Tree::read()));
}

#[test]
fn page_and_picture_have_the_same_colours() {
    hold(palette::complaints(&Tree::read()));
}

fn hold(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{} to mend:\n{}", complaints.len(), complaints.join("\n"));
}
