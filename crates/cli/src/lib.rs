//! The terminal: `check`, `query`, `overlap`, `export`, `render` and `bundle`, each a file under `commands`.
//!
//! This crate reads files and knows today's date; all that is true it asks of the atlas.

mod archive;
mod article;
pub mod commands;
pub mod contested;
pub mod coverage;
mod error;
pub mod folder;
mod html;
mod locate;
mod packed;
pub mod picture;
mod png;
mod report;
pub mod rules;
pub mod story;
mod table;
pub mod unfurl;
pub mod world;
mod zip;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use clap::Parser;
use entente_atlas::Date;

use commands::Command;
pub use error::Error;

/// An atlas of who cooperates with whom: asks, checks and exports the facts.
#[derive(Debug, Parser)]
#[command(name = "entente", version)]
struct Cli {
    /// The folder of the facts.
    #[arg(long, value_name = "FOLDER", default_value = "data", global = true)]
    data: PathBuf,
    #[command(subcommand)]
    command: Command,
}

/// What every command is given.
#[derive(Debug)]
pub struct Setting {
    /// The folder of the facts.
    pub data: PathBuf,
    /// The day that is meant where none is given.
    pub today: Date,
}

/// Runs the program; the answer goes to `out`, what went wrong to `err`. Returns the exit code:
/// 0, 1 for a problem with the facts or the question, 2 for arguments that make no sense.
pub fn run(args: impl IntoIterator<Item = OsString>, today: Date, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let result = match Cli::try_parse_from(args) {
        Ok(Cli { data, command }) => command.run(&Setting { data, today }, out),
        Err(usage) => {
            // Where even this cannot be written, nothing can be said.
            let _ = match usage.use_stderr() {
                true => write!(err, "{usage}"),
                false => write!(out, "{usage}"),
            };
            return u8::try_from(usage.exit_code()).unwrap_or(2);
        }
    };
    match result {
        Ok(()) => 0,
        // Whoever reads has seen enough: `entente export … | head`.
        Err(Error::Write(error)) if error.kind() == ErrorKind::BrokenPipe => 0,
        Err(Error::Found) => 1,
        Err(error) => {
            let _ = writeln!(err, "{error}");
            1
        }
    }
}
