//! All exclusive intersections of the thirty largest blocs on every first of January of 140 years, from a file as `entente export
//! memberships` writes it: `cargo bench -p entente-atlas -- memberships.csv`. Prints JSON: what was compared, found, and how long it took.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a bench prints and may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::Instant;

use entente_atlas::query::years::{YearOverlaps, overlaps_by_year, positions};
use entente_atlas::records::{BlocRecord, CountryRecord, MembershipRecord, Records};
use entente_atlas::{Atlas, BlocIx, StatusSet};

const YEARS: (i32, i32) = (1887, 2026);
const BLOCS: usize = 30;
const RUNS: usize = 101;

fn main() {
    let file = std::env::args().skip(1).find(|arg| arg.ends_with(".csv"));
    let Some(file) = file else { return println!("name the file of the memberships: -- memberships.csv") };
    let atlas = atlas(&std::fs::read_to_string(file).unwrap());
    let mut blocs: Vec<BlocIx> = atlas.blocs().iter().map(|bloc| bloc.ix).collect();
    blocs.sort_by_key(|bloc| std::cmp::Reverse(atlas.memberships_of_bloc(*bloc).len()));
    blocs.truncate(BLOCS);
    let ask = || overlaps_by_year(&atlas, &blocs, StatusSet::MEMBERS, YEARS.0, YEARS.1);
    let mut millis: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(ask());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    let found = ask();
    let ids: Vec<String> = blocs.iter().map(|bloc| format!("\"{}\"", atlas.bloc(*bloc).id)).collect();
    println!(
        "{{\"blocs\":[{}],\"from\":{},\"to\":{},\"parts\":{},\"digest\":{},\"ms\":{:.3}}}",
        ids.join(","),
        YEARS.0,
        YEARS.1,
        found.iter().map(|year| year.parts.len()).sum::<usize>(),
        digest(&atlas, &blocs, &found),
        millis[RUNS / 2],
    );
}

/// FNV-1a over a line for each intersection, such as `1995 asean+rcep 7`, sorted: the peers must find the same.
fn digest(atlas: &Atlas, blocs: &[BlocIx], found: &[YearOverlaps]) -> u32 {
    let mut lines = Vec::new();
    for YearOverlaps { year, parts } in found {
        for (mask, countries) in parts {
            let mut ids: Vec<&str> = positions(*mask).map(|at| atlas.bloc(blocs[at]).id.as_str()).collect();
            ids.sort_unstable();
            lines.push(format!("{year} {} {}\n", ids.join("+"), countries.len()));
        }
    }
    lines.sort();
    lines.concat().bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The rows of the table as an atlas; what it does not tell is invented.
fn atlas(csv: &str) -> Atlas {
    let word = str::to_owned;
    let mut codes = BTreeSet::new();
    let mut rows: BTreeMap<String, Vec<MembershipRecord>> = BTreeMap::new();
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.splitn(6, ',').collect();
        codes.insert(word(cells[1]));
        let (country, status) = (word(cells[1]), word(cells[2]));
        let row =
            MembershipRecord { country, status, from: cells[3].into(), to: cells[4].into(), ..Default::default() };
        rows.entry(word(cells[0])).or_default().push(row);
    }
    let bloc = |(id, memberships): (String, Vec<MembershipRecord>)| {
        let record = BlocRecord {
            kind: word("forum"),
            themes: vec![word("general")],
            scope: word("regional"),
            founded: word("1800"),
            rule: word("participation"),
            memberships,
            ..Default::default()
        };
        (id, record)
    };
    let country = |code| (code, CountryRecord { status: word("other"), ..Default::default() });
    let records = Records {
        countries: codes.into_iter().map(country).collect(),
        blocs: rows.into_iter().map(bloc).collect(),
        ..Default::default()
    };
    Atlas::from_records(records).unwrap()
}
