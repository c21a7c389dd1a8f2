//! Everything that can go wrong in the terminal.

use std::fmt;
use std::io;
use std::path::PathBuf;

use entente_atlas::query::SyntaxError;

/// Why a command gave no answer.
#[derive(Debug)]
pub enum Error {
    /// A file or folder that cannot be read.
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file named on the command line that cannot be read.
    Named {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file that cannot be written.
    Save {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The shapes are not usable; the text says where and why.
    Shapes(String),
    /// The picture cannot be made as asked; the text says why and what would do.
    Picture(String),
    /// The answer cannot be written.
    Write(io::Error),
    /// The facts are not in order; the text is every error, as `entente check` prints them.
    Facts(String),
    /// An article is not in order; the text is every problem.
    Article(String),
    /// `check` has printed the errors it found.
    Found,
    /// The expression makes no sense.
    Expression {
        /// The expression.
        text: String,
        /// Where and why.
        error: SyntaxError,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, error } => {
                write!(f, "{} cannot be read: {error}; --data FOLDER names the folder of the facts", path.display())
            }
            Self::Named { path, error } => {
                write!(f, "{} cannot be read: {error}; name a file that is there", path.display())
            }
            Self::Save { path, error } => write!(f, "{} cannot be written: {error}", path.display()),
            Self::Shapes(text) | Self::Picture(text) => f.write_str(text),
            Self::Write(error) => write!(f, "{error}: while writing the answer"),
            Self::Facts(report) => {
                write!(f, "{report}the facts are not in order: mend them, then ask again")
            }
            Self::Article(report) => write!(f, "{report}nothing was written: mend the article, then ask again"),
            Self::Found => f.write_str("the facts are not in order"),
            Self::Expression { text, error } => f.write_str(&error.render(text)),
        }
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}
