//! The facts as the page loads them: four parts, each in a file named by its content.

use std::fs;
use std::path::Path;

use entente_atlas::query::at::members;
use entente_atlas::records::Records;
use entente_atlas::{Atlas, Bloc, Date};
use entente_scene::view;
use serde::Serialize;

use crate::Error;
use crate::folder::digest;

/// The names of the four files, by what the page calls them.
pub(crate) type Parts = [(&'static str, String); 4];

/// Writes the parts of some facts into a folder; stories are left out, being pages of their own.
pub(crate) fn write(records: Records, atlas: &Atlas, today: Date, out: &Path) -> Result<Parts, Error> {
    let records = Records { stories: Vec::new(), ..records };
    fs::create_dir_all(out).map_err(|error| Error::Save { path: out.to_owned(), error })?;
    let [lead, rows, texts, sources] = records.into_parts(&view::FIRST_BLOCS);
    Ok([
        ("facts", named(out, "facts", &encoded(&(lead, counts(atlas, today)))?)?),
        ("rows", named(out, "rows", &encoded(&rows)?)?),
        ("texts", named(out, "texts", &encoded(&texts)?)?),
        ("sources", named(out, "sources", &encoded(&sources)?)?),
    ])
}

/// Writes a file named by its content, so that it may be kept for ever.
pub(crate) fn named(out: &Path, name: &str, bytes: &[u8]) -> Result<String, Error> {
    let name = format!("{name}-{:016x}.bin", digest(bytes));
    let path = out.join(&name);
    fs::write(&path, bytes).map_err(|error| Error::Save { path, error })?;
    Ok(name)
}

fn encoded(facts: &impl Serialize) -> Result<Vec<u8>, Error> {
    postcard::to_allocvec(facts).map_err(|error| Error::Shapes(error.to_string()))
}

/// How many members every bloc has on a day, for the rail of a page that has not yet fetched the rows.
fn counts(atlas: &Atlas, today: Date) -> Vec<u16> {
    let count = |bloc: &Bloc| u16::try_from(members(atlas, bloc.ix, today).len()).unwrap_or(u16::MAX);
    atlas.blocs().iter().map(count).collect()
}
