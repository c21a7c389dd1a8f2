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

#[test]
fn what_is_supposed_is_told_apart_in_a_bundle_and_cannot_stand_in_a_file() {
    let edit = |code: &str, on: &str, is_exit: bool| EditRecord {
        country: code.to_owned(),
        bloc: "asean".to_owned(),
        status: None,
        on: on.parse().unwrap(),
        is_exit,
    };
    let mut edited = records();
    let refused = edited.edit(&[edit("IDN", "2030-01-01", true), edit("IDN", "2031-01-01", false)], &[]);
    assert_eq!(refused, []);
    let rows = &edited.blocs[0].1.memberships;
    assert!(rows[0].hypothetical_end && !rows[0].hypothetical && rows[3].hypothetical);
    assert_eq!((rows[0].to.to_string(), rows[3].from.to_string()), ("2030-01-01".to_owned(), "2031-01-01".to_owned()));
    assert_eq!(packed(&edited), edited);
    assert_eq!(edited.clone().into_parts(&["asean"]).iter().map(packed).reduce(Records::join), Some(edited));
    for flag in ["hypothetical", "hypothetical_end"] {
        let text = BLOC.replace("unverified", flag);
        assert!(toml::from_str::<BlocRecord>(&text).unwrap_err().to_string().contains(flag));
    }
}

#[test]
fn who_joins_is_no_longer_on_the_way_there() {
    let mut edited = records();
    edited.countries.push(("PNG".to_owned(), CountryRecord::default()));
    let edit = EditRecord {
        country: "PNG".to_owned(),
        bloc: "asean".to_owned(),
        status: None,
        on: "1980-01-01".parse().unwrap(),
        is_exit: false,
    };
    assert_eq!(edited.edit(&[edit], &[]), []);
    let rows = &edited.blocs[0].1.memberships;
    assert_eq!(rows[2].to.to_string(), "1980-01-01");
    assert!(rows[2].hypothetical_end && rows[3].hypothetical && rows[3].to.is_nothing());
}

#[test]
fn an_own_bloc_has_an_id_of_its_own() {
    let first = OwnBlocRecord::new("My: friends; and more of us here", Vec::new(), &[]);
    assert_eq!((first.id.as_str(), first.name.as_str()), ("~my-friends-and-more", "My friends and more of us here"));
    let second = OwnBlocRecord::new("My friends and more", Vec::new(), std::slice::from_ref(&first));
    assert_eq!(second.id, "~my-friends-and-more-2");
    assert_eq!(OwnBlocRecord::new(" 友 ", Vec::new(), &[]).id, "~own");
    assert!(["~a", "~a-1"].iter().all(|id| OwnBlocRecord::is_id(id)));
    assert!(["a", "~", "~-a", "~A", "~a--b", "~a b"].iter().all(|id| !OwnBlocRecord::is_id(id)));
}
