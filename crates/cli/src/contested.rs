//! `CONTESTED.md`: every row about which sources or states disagree, with its note.

use std::fmt::Write as _;

use entente_atlas::records::{MembershipRecord, Records};

/// The file's text, bloc by bloc.
#[must_use]
pub fn text(records: &Records) -> String {
    let mut text = String::from(
        "# Contested facts\n\n\
         Where sources or states disagree, both views stand in the row's note. Written by `entente check --write` from the rows that say `contested = true`.\n",
    );
    for (_, bloc) in &records.blocs {
        let rows: Vec<&MembershipRecord> = bloc.memberships.iter().filter(|row| row.contested).collect();
        if rows.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n## {}\n", bloc.short);
        for row in rows {
            let name = records.countries.iter().find(|(code, _)| *code == row.country);
            let name = name.map_or(row.country.as_str(), |(_, country)| country.name.as_str());
            let until = if row.to.is_nothing() { String::new() } else { format!(" until {}", row.to) };
            let _ = writeln!(text, "- **{name}**, {} from {}{until}: {}", row.status, row.from, row.note);
        }
    }
    text
}
