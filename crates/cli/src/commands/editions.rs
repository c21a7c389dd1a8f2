//! The editions of a site: a list of them, and of each that is past its facts, as this version of the page reads them.

use std::path::Path;

use entente_atlas::{Atlas, Date};
use serde_json::{Map, Value, json};

use super::render::save;
use crate::archive::{digest_of, editions};
use crate::packed::{self, Parts};
use crate::{Error, Setting};

/// Writes `editions/index.json`, and a folder for each past edition of the archive.
pub(super) fn write(
    archive: Option<&Path>,
    now: &str,
    parts: &Parts,
    setting: &Setting,
    out: &Path,
) -> Result<(), Error> {
    let mut list = Map::new();
    for (digest, records) in archive.map(editions).transpose()?.unwrap_or_default() {
        if digest == digest_of(now) {
            continue;
        }
        let version = records.version.clone();
        let atlas = Atlas::from_records(records.clone()).map_err(|problems| {
            let first = problems.first().map(ToString::to_string).unwrap_or_default();
            Error::Facts(format!("edition {version}: {first}\n"))
        })?;
        let parts =
            packed::write(records, &atlas, last_day(&version, setting.today), &out.join("editions").join(&digest))?;
        list.insert(digest.clone(), entry(&version, &parts, &format!("./editions/{digest}/")));
    }
    list.insert(digest_of(now).to_owned(), entry(now, parts, "./"));
    let folder = out.join("editions");
    std::fs::create_dir_all(&folder).map_err(|error| Error::Save { path: folder.clone(), error })?;
    let index = json!({ "now": digest_of(now), "editions": list });
    save(&folder.join("index.json"), format!("{index}\n").as_bytes())
}

fn entry(version: &str, parts: &Parts, place: &str) -> Value {
    let mut files = Map::new();
    for (part, name) in parts {
        files.insert((*part).into(), format!("{place}{name}").into());
    }
    json!({ "date": version.split(' ').next().unwrap_or_default(), "files": files })
}

/// The day of an edition: how many members a bloc has is told as it was then.
fn last_day(version: &str, today: Date) -> Date {
    version.split(' ').next().and_then(|day| day.parse().ok()).unwrap_or(today)
}
