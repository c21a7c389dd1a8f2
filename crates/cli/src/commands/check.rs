//! `entente check`: every problem of the facts at once, with line, column and remedy; and how well they are known.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use entente_atlas::Level;

use crate::coverage::{MARKS, counted, report, summary, table};
use crate::folder::Folder;
use crate::report as problems_report;
use crate::{Error, Setting, contested, rules};

/// Say everything that is wrong with the facts.
#[derive(Args, Debug)]
pub struct Check {
    /// The folder of the facts [default: that of --data]
    folder: Option<PathBuf>,
    /// Say how well each bloc is known: members, precision of dates, sources
    #[arg(long)]
    report: bool,
    /// Write that report into README.md of the folder, and its CONTESTED.md
    #[arg(long)]
    write: bool,
}

impl Check {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let root = self.folder.as_ref().unwrap_or(&setting.data);
        let folder = Folder::read(root)?;
        let mut problems = folder.problems();
        if !problems.iter().any(|problem| problem.level == Level::Error) {
            problems.extend(rules::problems(&folder, root));
        }
        write!(out, "{}", problems_report::text(&folder, &problems))?;
        let errors = problems.iter().filter(|problem| problem.level == Level::Error).count();
        let warnings = counted(problems.len() - errors, "warning");
        let errors = errors + folder.unread.len();
        if errors > 0 {
            let files = counted(folder.texts.len(), "file");
            writeln!(out, "{} and {warnings} in {files}", counted(errors, "problem"))?;
            return Err(Error::Found);
        }
        writeln!(out, "all facts hold, with {warnings}: {}", summary(&folder.records))?;
        if self.report {
            write!(out, "\n{}", table(&folder.records))?;
        }
        if self.write {
            written(&folder, root, out)?;
        }
        Ok(())
    }
}

/// Puts the report between its marks, and the contested rows into their file.
fn written(folder: &Folder, root: &Path, out: &mut dyn Write) -> Result<(), Error> {
    let readme = root.join("README.md");
    let text = fs::read_to_string(&readme).map_err(|error| Error::Read { path: readme.clone(), error })?;
    let parts = text.split_once(MARKS.0).and_then(|(before, rest)| Some((before, rest.split_once(MARKS.1)?.1)));
    let (before, after) = parts.ok_or_else(|| {
        Error::Picture(format!(
            "{} is missing in {}: put both marks where the report shall stand",
            MARKS.0.trim(),
            readme.display()
        ))
    })?;
    save(&readme, &[before, MARKS.0, &report(&folder.records), MARKS.1, after].concat())?;
    let file = root.join("CONTESTED.md");
    save(&file, &contested::text(&folder.records))?;
    Ok(writeln!(out, "{} and {} are written", readme.display(), file.display())?)
}

fn save(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|error| Error::Save { path: path.to_owned(), error })
}
