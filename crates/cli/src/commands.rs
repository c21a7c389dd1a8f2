//! What the program can do: one file a command.

mod article;
mod bundle;
mod cards;
mod check;
mod data;
mod editions;
mod export;
mod overlap;
mod page;
mod query;
mod render;
mod shapes;

use std::io::Write;

use clap::{Subcommand, ValueEnum};
use entente_atlas::Atlas;

use crate::folder::Folder;
use crate::{Error, Setting};

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say everything that is wrong with the facts
    Check(check::Check),
    /// Ask which countries answer to an expression: "cptpp & rcep - asean"
    #[command(after_help = query::HELP)]
    Query(query::Query),
    /// Show who is in exactly which of some blocs
    Overlap(overlap::Overlap),
    /// Write the facts as a table
    Export(export::Export),
    /// Draw the map of a link, or a chart, as SVG or PNG
    Render(render::Render),
    /// Make everything that an article needs: pictures, tables, code to paste
    Article(article::Article),
    /// Write what the page loads: facts, shapes, the first map
    Bundle(bundle::Bundle),
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
}

impl Command {
    /// Runs it; the answer goes to `out`.
    ///
    /// # Errors
    /// Files that cannot be read, facts that are not in order, questions that make no sense.
    pub fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        match self {
            Self::Check(check) => check.run(setting, out),
            Self::Query(query) => query.run(setting, out),
            Self::Overlap(overlap) => overlap.run(setting, out),
            Self::Export(export) => export.run(setting, out),
            Self::Render(render) => render.run(setting, out),
            Self::Article(article) => article.run(setting, out),
            Self::Bundle(bundle) => bundle.run(setting, out),
        }
    }
}

fn atlas(setting: &Setting) -> Result<Atlas, Error> {
    Folder::read(&setting.data)?.into_atlas()
}
