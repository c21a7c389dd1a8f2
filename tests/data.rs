//! The real facts: they pass every check, and they agree with what the bodies say of themselves.

use std::path::Path;

use entente_atlas::query::{Context, eval, parse};
use entente_atlas::{Atlas, Date, Level};
use entente_cli::Error;
use entente_cli::folder::Folder;

fn folder() -> Result<Folder, Error> {
    Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../data"))
}

#[test]
fn every_check_holds() {
    let folder = folder().unwrap();
    let unread: Vec<String> = folder.unread.iter().map(|f| format!("{}: {}", f.file, f.message)).collect();
    assert!(unread.is_empty(), "{}", unread.join("\n"));
    let mut problems = folder.problems();
    problems.retain(|problem| problem.level == Level::Error);
    let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "{} problems; `entente check` shows them in place\n{}", list.len(), list.join("\n"));
}

/// Counts that the bodies state of themselves, on a day.
const COUNTS: &[(&str, &str, usize)] = &[
    ("un", "1945-12-31", 51),
    ("un", "1990-01-01", 159),
    ("un", "2026-11-23", 193),
    ("asean", "1967-08-08", 5),
    ("asean", "2025-10-25", 10),
    ("asean", "2025-10-26", 11),
    ("eu", "2013-07-01", 28),
    ("eu", "2020-02-01", 27),
    ("eu", "1995-03-01", 15),
    ("un", "2026-11-23", 193),
    ("un", "1945-12-31", 51),
    ("cptpp", "2026-11-23", 12),
    ("mercosur", "2026-11-23", 6),
    ("unhrc", "2026-11-23", 47),
    ("au", "2026-11-23", 55),
    ("arab-league", "2026-11-23", 22),
    ("gcc", "2026-11-23", 6),
    ("pacific-alliance", "2026-01-01", 4),
    ("andean-community", "2026-01-01", 4),
    ("saarc", "2026-11-23", 8),
    ("rcep", "2026-11-23", 15),
    ("tlatelolco", "2026-11-23", 33),
];

#[test]
fn bodies_have_as_many_members_as_they_say() {
    let folder = folder().unwrap();
    let Ok(atlas) = Atlas::from_records(folder.records) else {
        panic!("the facts cannot be resolved: see `entente check`");
    };
    let mut wrong = Vec::new();
    for (expression, at, count) in COUNTS {
        let date: Date = at.parse().unwrap();
        let Ok(expr) = parse(&atlas, expression) else {
            wrong.push(format!("{expression} is not in the atlas"));
            continue;
        };
        let found = eval(&atlas, &expr, Context::members_at(date)).len();
        if found != *count {
            wrong.push(format!("{expression} has {found} members on {at}, not {count}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
