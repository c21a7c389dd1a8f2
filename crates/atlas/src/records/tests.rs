//! Files and bundle hold the same records, whole or in parts.

use super::*;

const BLOC: &str = r#"
name = "Association of Southeast Asian Nations"
short = "ASEAN"
kind = "organisation"
themes = ["general"]
scope = "regional"
founded = "1967-08-08"
rule = "signature"
seat = { place = "Jakarta", country = "IDN", lon_deg = 106.8, lat_deg = -6.24 }
summary = "It is."
sources = ["a"]
memberships = [
  { country = "IDN", status = "member", from = "1967-08-08", source = "a" },
  { country = "TLS", status = "member", from = "2025-10-26", source = ["a", "b"] },
  { country = "PNG", status = "observer", from = "1976", to = "1981-07", source = [], note = "?", unverified = true },
]
"#;

fn records() -> Records {
    let bloc: BlocRecord = toml::from_str(BLOC).unwrap();
    let (name, note) = ("Indonesia".to_owned(), "A note.".to_owned());
    let aliases = vec!["Indië".to_owned()];
    let country = CountryRecord { name, aliases, ..Default::default() };
    let agreement = AgreementRecord { note, ..Default::default() };
    Records {
        version: "2026-11-23 · 0badcafe".to_owned(),
        countries: vec![("IDN".to_owned(), country)],
        blocs: vec![("asean".to_owned(), bloc)],
        agreements: vec![("pact".to_owned(), agreement)],
        stories: Vec::new(),
        sources: vec![("a".to_owned(), SourceRecord::default())],
    }
}

#[test]
fn files_and_bundle_hold_the_same_records() {
    let records = records();
    let (_, bloc) = &records.blocs[0];
    let seat = bloc.seat.as_ref().unwrap();
    assert_eq!((seat.lon_deg.e2(), seat.lat_deg.e2()), (10_680, -624));
    assert_eq!(bloc.memberships[0].source.0, ["a"]);
    assert_eq!(bloc.memberships[1].source.0, ["a", "b"]);
    let bytes = postcard::to_allocvec(&records).unwrap();
    assert_eq!(postcard::from_bytes::<Records>(&bytes).unwrap(), records);
}

fn packed(records: &Records) -> Records {
    postcard::from_bytes(&postcard::to_allocvec(records).unwrap()).unwrap()
}

#[test]
fn the_parts_are_the_whole() {
    let parts = records().into_parts(&[]);
    let [lead, rows, ..] = &parts;
    assert!(lead.agreements.is_empty() && lead.blocs[0].1.memberships.is_empty());
    assert!(rows.sources.is_empty() && rows.blocs[0].1.summary.is_empty());
    assert!(rows.blocs[0].1.memberships[1].source.0.is_empty());
    assert_eq!(rows.blocs[0].1.memberships[1].country, "TLS");
    let whole = parts.iter().map(packed).reduce(Records::join).unwrap();
    assert_eq!(whole, records());
}

#[test]
fn rows_of_the_first_view_come_twice_and_are_there_once() {
    let parts = records().into_parts(&["asean"]);
    assert_eq!(parts[0].blocs[0].1.memberships.len(), 3);
    assert_eq!(parts.into_iter().reduce(Records::join).unwrap(), records());
}

#[test]
fn a_part_of_other_facts_is_left_out() {
    let [lead, rows, mut texts, _] = records().into_parts(&[]);
    texts.blocs[0].1.memberships.pop();
    let known = lead.join(rows);
    assert_eq!(known.clone().join(texts), known);
}

#[test]
fn broken_bytes_are_refused() {
    let bytes = postcard::to_allocvec(&records()).unwrap();
    for end in 0..bytes.len() {
        assert!(postcard::from_bytes::<Records>(&bytes[..end]).is_err());
    }
}

#[test]
fn an_unknown_key_is_refused() {
    let text = BLOC.replace("scope", "scopes");
    assert!(toml::from_str::<BlocRecord>(&text).unwrap_err().to_string().contains("scopes"));
}
