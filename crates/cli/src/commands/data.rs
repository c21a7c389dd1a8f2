//! `entente export data`: every table as CSV and JSON with its licence, in a zip that is the same for the same facts.

use std::fs;
use std::path::Path;

use entente_atlas::Atlas;

use super::export::{Form, TABLES, written};
use crate::Error;
use crate::zip::zip;

/// The name under which a site keeps it.
pub(super) const NAME: &str = "entente-data.zip";

pub(super) fn zipped(atlas: &Atlas, data: &Path) -> Result<Vec<u8>, Error> {
    let mut files = vec![("README.md".to_owned(), readme(atlas).into_bytes())];
    let licence = data.join("LICENSE");
    if licence.exists() {
        files.push(("LICENSE".to_owned(), fs::read(&licence).map_err(|error| Error::Read { path: licence, error })?));
    }
    for (name, table) in TABLES {
        for (form, ending) in [(Form::Csv, "csv"), (Form::Json, "json")] {
            let mut bytes = Vec::new();
            written(&table(atlas, form), form, &mut bytes)?;
            files.push((format!("{name}.{ending}"), bytes));
        }
    }
    zip(&files)
}

fn readme(atlas: &Atlas) -> String {
    let counts = [
        format!("- memberships: {} rows, one for each spell of a country in a bloc", atlas.memberships().len()),
        format!("- blocs: {}", atlas.blocs().len()),
        format!("- agreements: {}, between countries and blocs", atlas.agreements().len()),
        format!("- countries: {} countries and territories", atlas.countries().len()),
        format!("- sources: {}", atlas.sources().len()),
    ];
    format!(
        "# The facts of Entente, edition {}\n\n\
         Who belongs to which bloc, since when, with which standing, and who says so. Each table is there as CSV and as JSON (UTF-8):\n\n{}\n\n\
         Countries are ISO 3166-1 alpha-3 codes (XKX for Kosovo); blocs, agreements and sources are ids of ours. Dates are as precise as\n\
         known: 1967, 1967-08 or 1967-08-08. A span begins with its first day and ends before the day in `to`, which is empty while it\n\
         lasts. Standings: member, suspended (still a member), associate, candidate, signatory, observer, partner. Several sources or\n\
         parties in one cell of CSV are divided by spaces. The JSON of the memberships also carries notes, and says which rows are\n\
         unverified or contested.\n\n\
         Our own work is licensed under CC BY 4.0 (LICENSE): name \"Entente\", link to the licence, and say what you changed. Each fact\n\
         names its sources; their publishers keep their rights.\n",
        atlas.version(),
        counts.join("\n"),
    )
}
