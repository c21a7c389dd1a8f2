//! The folder of the facts: its TOML files as text and as records.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use entente_atlas::Atlas;
use entente_atlas::check::check;
use entente_atlas::records::{AgreementRecord, BlocRecord, CountryRecord, Records, SourceRecord, StoryRecord};
use entente_atlas::{Level, Problem};
use entente_scene::link::desk;
use serde::de::DeserializeOwned;

use crate::Error;
use crate::report;

/// A folder as read; what could not be read is kept to be reported with the rest.
#[derive(Debug, Default)]
pub struct Folder {
    /// Every file's text by its path within the folder: `blocs/asean.toml`.
    pub texts: BTreeMap<String, String>,
    /// The records of all files that could be read.
    pub records: Records,
    /// The files that are no TOML, or not of the shape they should be.
    pub unread: Vec<Unread>,
}

/// A file that is no TOML or not of the right shape.
#[derive(Debug)]
pub struct Unread {
    /// Its path within the folder.
    pub file: String,
    /// Where reading stopped, in bytes.
    pub span: Range<usize>,
    /// Why.
    pub message: String,
}

impl Folder {
    /// Reads `countries.toml`, `sources.toml`, `blocs/*.toml`, `agreements/*.toml` and `stories/*.toml`.
    ///
    /// # Errors
    /// A file or folder that is not there or cannot be opened.
    pub fn read(root: &Path) -> Result<Self, Error> {
        let mut folder = Self::default();
        let countries = folder.file::<BTreeMap<String, CountryRecord>>(root, "countries.toml")?;
        let sources = folder.file::<BTreeMap<String, SourceRecord>>(root, "sources.toml")?;
        let blocs = folder.entries::<BlocRecord>(root, "blocs")?;
        let agreements = folder.entries::<AgreementRecord>(root, "agreements")?;
        let stories = folder.entries::<StoryRecord>(root, "stories")?;
        folder.records = Records {
            version: String::new(),
            countries: countries.unwrap_or_default().into_iter().collect(),
            blocs,
            agreements,
            stories,
            sources: sources.unwrap_or_default().into_iter().collect(),
        };
        folder.records.version = version(&folder.records);
        Ok(folder)
    }

    /// Every problem of the folder's facts.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let unread = |file: &str| self.unread.iter().any(|unread| unread.file == file);
        if unread("countries.toml") || unread("sources.toml") {
            // Without them every reference would look broken.
            return Vec::new();
        }
        let mut problems = check(&self.records);
        problems.retain(|problem| !unread(&problem.place.file));
        problems
    }

    /// The atlas of these facts.
    ///
    /// # Errors
    /// [`Error::Facts`] with every error, if there is one.
    pub fn into_atlas(self) -> Result<Atlas, Error> {
        let mut problems = self.problems();
        problems.retain(|problem| problem.level == Level::Error);
        if self.unread.is_empty() && problems.is_empty() {
            let resolved = Atlas::from_records(self.records.clone());
            return resolved.map_err(|problems| Error::Facts(report::text(&self, &problems)));
        }
        Err(Error::Facts(report::text(&self, &problems)))
    }

    /// The atlas of these facts with what a link supposes and the blocs of its reader's own, and what of it cannot be.
    ///
    /// # Errors
    /// [`Error::Facts`] with every error of the facts themselves.
    pub fn into_atlas_of(self, query: &str) -> Result<(Atlas, Vec<Problem>), Error> {
        let (edits, own) = desk::suppositions(query);
        if edits.is_empty() && own.is_empty() {
            return self.into_atlas().map(|atlas| (atlas, Vec::new()));
        }
        let mut records = self.records.clone();
        let unsupposed = records.edit(&edits, &own);
        self.into_atlas()?;
        let edited = Atlas::from_records(records);
        edited.map(|atlas| (atlas, unsupposed)).map_err(|problems| {
            let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Error::Facts(texts.join("\n"))
        })
    }

    fn entries<T: DeserializeOwned + Default>(&mut self, root: &Path, name: &str) -> Result<Vec<(String, T)>, Error> {
        let mut entries = Vec::new();
        for id in ids(&root.join(name))? {
            // A file that cannot be read still has its id, so that references to it hold.
            let record = self.file::<T>(root, &format!("{name}/{id}.toml"))?;
            entries.push((id, record.unwrap_or_default()));
        }
        Ok(entries)
    }

    fn file<T: DeserializeOwned>(&mut self, root: &Path, name: &str) -> Result<Option<T>, Error> {
        let path = root.join(name);
        let text = fs::read_to_string(&path).map_err(|error| Error::Read { path, error })?;
        let record = toml::from_str(&text).map_err(|error| Unread {
            file: name.to_owned(),
            span: error.span().unwrap_or_default(),
            message: error.message().to_owned(),
        });
        self.texts.insert(name.to_owned(), text);
        match record {
            Ok(record) => Ok(Some(record)),
            Err(unread) => {
                self.unread.push(unread);
                Ok(None)
            }
        }
    }
}

/// The last day on which a source was read or a bloc checked, and a digest of everything: two editions are the same if this is.
fn version(records: &Records) -> String {
    let read = records.sources.iter().map(|(_, source)| source.read.as_str());
    let checked = records.blocs.iter().map(|(_, bloc)| bloc.checked.as_str());
    let last = read.chain(checked).max().unwrap_or_default();
    let bytes = postcard::to_allocvec(records).unwrap_or_default();
    format!("{last} · {:08x}", digest(&bytes) >> 32)
}

/// FNV-1a over 64 bits: names content, guards nothing.
pub(crate) fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The names of a folder's TOML files without their ending, in order; none if there is no folder.
fn ids(folder: &Path) -> Result<Vec<String>, Error> {
    let fail = |error: io::Error| Error::Read { path: folder.to_owned(), error };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(fail)?,
    };
    let mut ids = Vec::new();
    for entry in entries {
        let path: PathBuf = entry.map_err(fail)?.path();
        if path.extension().is_some_and(|ending| ending == "toml")
            && let Some(stem) = path.file_stem()
        {
            ids.push(stem.to_string_lossy().into_owned());
        }
    }
    ids.sort();
    Ok(ids)
}
