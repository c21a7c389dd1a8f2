//! Editions of the facts that are kept: each as packed JSON by its digest, written once and never again.
//!
//! What the page loads changes with the program; what is kept does not, and names every field. Each site is given all editions anew,
//! in the form that its program reads.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use entente_atlas::records::Records;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::Error;

/// What the file of an edition ends with.
const ENDING: &str = ".json.gz";

/// An edition's digest and its facts, without the stories.
pub(crate) type Edition = (String, Records);

/// The digest of an edition, as its version ends; a link names it so.
#[must_use]
pub(crate) fn digest_of(version: &str) -> &str {
    version.rsplit(' ').next().unwrap_or_default()
}

/// Keeps an edition, unless it is there.
pub(crate) fn keep(archive: &Path, records: &Records) -> Result<(), Error> {
    let path = archive.join(format!("{}{ENDING}", digest_of(&records.version)));
    if path.exists() {
        return Ok(());
    }
    let fail = |error| Error::Save { path: path.clone(), error };
    fs::create_dir_all(archive).map_err(fail)?;
    let json = serde_json::to_vec(records).map_err(|error| fail(error.into()))?;
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&json).map_err(fail)?;
    let packed = packer.finish().map_err(fail)?;
    // Whole or not at all: a file that is there is never written again.
    let begun = path.with_extension("begun");
    fs::write(&begun, packed).and_then(|()| fs::rename(&begun, &path)).map_err(fail)
}

/// Every edition that is kept, by digest.
pub(crate) fn editions(archive: &Path) -> Result<Vec<Edition>, Error> {
    let fail = |error| Error::Read { path: archive.to_owned(), error };
    let mut paths = Vec::new();
    for entry in fs::read_dir(archive).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(digest) = name.strip_suffix(ENDING) {
            paths.push((digest.to_owned(), path));
        }
    }
    paths.sort();
    paths.into_iter().map(|(digest, path)| edition(digest, path)).collect()
}

fn edition(digest: String, path: PathBuf) -> Result<Edition, Error> {
    let mut json = Vec::new();
    let packed = fs::read(&path).map_err(|error| Error::Read { path: path.clone(), error })?;
    GzDecoder::new(packed.as_slice())
        .read_to_end(&mut json)
        .map_err(|error| Error::Read { path: path.clone(), error })?;
    let broken = |reason: String| {
        let path = path.display();
        Error::Picture(format!(
            "{reason}: {path} is no edition that this version reads; put back the file as it was kept"
        ))
    };
    let records: Records = serde_json::from_slice(&json).map_err(|error| broken(error.to_string()))?;
    if digest_of(&records.version) != digest {
        return Err(broken(format!("the edition in it is {}", records.version)));
    }
    Ok((digest, records))
}
