//! `entente check`: every problem of the facts at once, with line, column and remedy.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use entente_atlas::Level;
use entente_atlas::records::Records;

use crate::folder::Folder;
use crate::{Error, Setting, report};

/// Say everything that is wrong with the facts.
#[derive(Args, Debug)]
pub struct Check {
    /// The folder of the facts [default: that of --data]
    folder: Option<PathBuf>,
}

impl Check {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let folder = Folder::read(self.folder.as_ref().unwrap_or(&setting.data))?;
        let problems = folder.problems();
        write!(out, "{}", report::text(&folder, &problems))?;
        let errors = problems.iter().filter(|problem| problem.level == Level::Error).count();
        let warnings = counted(problems.len() - errors, "warning");
        let errors = errors + folder.unread.len();
        if errors > 0 {
            let files = counted(folder.texts.len(), "file");
            writeln!(out, "{} and {warnings} in {files}", counted(errors, "problem"))?;
            return Err(Error::Found);
        }
        writeln!(out, "all facts hold, with {warnings}: {}", summary(&folder.records))?;
        Ok(())
    }
}

fn summary(records: &Records) -> String {
    let rows = || records.blocs.iter().flat_map(|(_, bloc)| &bloc.memberships);
    let unverified = rows().filter(|row| row.unverified).count();
    let blocs = counted(records.blocs.len(), "bloc");
    let agreements = counted(records.agreements.len(), "agreement");
    let sources = counted(records.sources.len(), "source");
    let rows = counted(rows().count(), "membership");
    let countries = records.countries.len();
    format!("{countries} countries, {blocs}, {rows} ({unverified} unverified), {agreements}, {sources}")
}

fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
