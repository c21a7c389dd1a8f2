//! Invented facts to ask about: ids that are also codes, words that are also signs, spells that overlap.

use std::sync::LazyLock;

use entente_atlas::Atlas;
use entente_atlas::records::{
    AgreementRecord, BlocRecord, CountryRecord, Ids, MembershipRecord, Records, SourceRecord,
};

/// Three countries, four blocs, one agreement.
pub static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::from_records(records()).expect("the facts are whole"));

fn records() -> Records {
    let sources = || Ids(vec!["s".to_owned()]);
    let mut records = Records::default();
    for (code, alpha2, name) in [("AUS", "AU", "Australia"), ("CIV", "CI", "Côte d’Ivoire"), ("SGP", "SG", "Singapore")]
    {
        let (name, alpha2, status) = (name.to_owned(), alpha2.to_owned(), "other".to_owned());
        let record = CountryRecord { name, alpha2, status, sources: sources(), ..Default::default() };
        records.countries.push((code.to_owned(), record));
    }
    for (id, short) in [("au", "African Union"), ("cptpp", "CPTPP"), ("pacific-alliance", "Alliance"), ("rcep", "RCEP")]
    {
        let row = |country: &str, status: &str, from: &str, to: &str| MembershipRecord {
            country: country.to_owned(),
            status: status.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            source: sources(),
            ..Default::default()
        };
        let record = BlocRecord {
            short: short.to_owned(),
            kind: "forum".to_owned(),
            themes: vec!["trade".to_owned()],
            scope: "global".to_owned(),
            founded: "1967-08-08".to_owned(),
            rule: "accession".to_owned(),
            sources: sources(),
            memberships: vec![row("AUS", "member", "1967", ""), row("SGP", "observer", "1990-01", "2001-06-30")],
            ..Default::default()
        };
        records.blocs.push((id.to_owned(), record));
    }
    let agreement = AgreementRecord {
        name: "Accord".to_owned(),
        kind: "free-trade".to_owned(),
        theme: "trade".to_owned(),
        parties: vec!["rcep".to_owned(), "SGP".to_owned()],
        signed: "2001".to_owned(),
        sources: sources(),
        ..Default::default()
    };
    records.agreements.push(("accord".to_owned(), agreement));
    let source = SourceRecord { kind: "body".to_owned(), read: "2026".to_owned(), ..Default::default() };
    records.sources.push(("s".to_owned(), source));
    records
}
