//! The real facts: they pass every check, and they agree with what the bodies say of themselves.

use std::path::{Path, PathBuf};

use entente_atlas::query::{Context, eval, parse};
use entente_atlas::{Atlas, Date, Level};
use entente_cli::folder::Folder;
use entente_cli::{Error, contested, coverage, rules};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
}

fn folder() -> Result<Folder, Error> {
    Folder::read(&data())
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

#[test]
fn stories_and_seats_hold() {
    let found = rules::problems(&folder().unwrap(), &data());
    assert!(found.is_empty(), "{}", found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_record_is_as_wide_as_it_says() {
    let records = folder().unwrap().records;
    let rows = || records.blocs.iter().flat_map(|(_, bloc)| &bloc.memberships);
    let events: usize = records.blocs.iter().map(|(_, bloc)| bloc.events.len()).sum();
    assert!(records.blocs.len() >= 150, "{} blocs", records.blocs.len());
    assert!(records.agreements.len() >= 150, "{} agreements", records.agreements.len());
    assert!(events >= 300, "{events} events");
    let unverified = rows().filter(|row| row.unverified).count();
    assert!(unverified * 100 < rows().count() * 3, "{unverified} rows are unverified, 3 in 100 or more");
    let unchecked: Vec<&str> =
        records.blocs.iter().filter(|(_, bloc)| bloc.checked.is_empty()).map(|(id, _)| id.as_str()).collect();
    assert!(unchecked.is_empty(), "never checked: {unchecked:?}");
}

#[test]
fn the_report_and_the_contested_rows_are_as_the_command_writes_them() {
    let records = folder().unwrap().records;
    let readme = std::fs::read_to_string(data().join("README.md")).unwrap();
    let (_, rest) = readme.split_once(coverage::MARKS.0).unwrap();
    let (report, _) = rest.split_once(coverage::MARKS.1).unwrap();
    let says = "run `entente check data --write`";
    assert!(report == coverage::report(&records), "data/README.md is out of date: {says}");
    let listed = std::fs::read_to_string(data().join("CONTESTED.md")).unwrap();
    assert!(listed == contested::text(&records), "data/CONTESTED.md is out of date: {says}");
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
