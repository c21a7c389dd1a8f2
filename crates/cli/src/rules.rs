//! Rules that need more than the facts: what stories link to, and where seats lie on the map.

mod seats;
mod stories;

use std::path::Path;

use entente_atlas::{Atlas, Level, Place, Problem, Step};

use crate::folder::Folder;
use crate::world;

/// Problems of facts that hold by themselves; none while they do not, or where there are no shapes to ask.
#[must_use]
pub fn problems(folder: &Folder, data: &Path) -> Vec<Problem> {
    let Ok(atlas) = Atlas::from_records(folder.records.clone()) else {
        return Vec::new();
    };
    let mut problems = stories::problems(&atlas);
    if let Ok(shapes) = world::fine(data) {
        problems.extend(seats::problems(&atlas, &shapes));
    }
    problems
}

fn problem(file: String, path: Vec<Step>, message: String, remedy: &str) -> Problem {
    Problem { level: Level::Error, place: Place { file, path }, message, remedy: remedy.to_owned() }
}

fn key(name: &str) -> Step {
    Step::Key(name.to_owned())
}
