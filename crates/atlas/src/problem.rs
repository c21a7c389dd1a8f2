//! A problem of the facts: what is wrong, where, and how to mend it.

use std::fmt;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The facts cannot be believed as they stand.
    Error,
    /// They can, but someone should look.
    Warning,
}

/// One problem; `check` collects all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub level: Level,
    /// Where it is.
    pub place: Place,
    /// What is wrong, beginning with the offending value.
    pub message: String,
    /// How to mend it.
    pub remedy: String,
}

/// A value within a file of the facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, from the facts' folder: `blocs/asean.toml`.
    pub file: String,
    /// The way to the value within it.
    pub path: Vec<Step>,
}

/// One step of a path into a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an element of a list, counted from 0.
    Index(usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for (depth, step) in self.path.iter().enumerate() {
            match step {
                Step::Key(key) if depth == 0 => write!(f, ", {key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.message, self.place, self.remedy)
    }
}

impl std::error::Error for Problem {}

/// The value being looked at, as a chain back to its file: costs nothing while nothing is wrong.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    up: Option<&'a At<'a>>,
    here: Here<'a>,
}

#[derive(Clone, Copy)]
enum Here<'a> {
    File(&'a str),
    Entry { folder: &'a str, id: &'a str },
    Key(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// A file by its path from the facts' folder.
    pub(crate) const fn file(path: &'a str) -> Self {
        Self { up: None, here: Here::File(path) }
    }

    /// The file `<folder>/<id>.toml`.
    pub(crate) const fn entry(folder: &'a str, id: &'a str) -> Self {
        Self { up: None, here: Here::Entry { folder, id } }
    }

    pub(crate) const fn key(&'a self, key: &'a str) -> Self {
        Self { up: Some(self), here: Here::Key(key) }
    }

    pub(crate) const fn index(&'a self, index: usize) -> Self {
        Self { up: Some(self), here: Here::Index(index) }
    }

    fn place(&self) -> Place {
        let mut place = self.up.map_or_else(Place::default, Self::place);
        match self.here {
            Here::File(path) => path.clone_into(&mut place.file),
            Here::Entry { folder, id } => place.file = format!("{folder}/{id}.toml"),
            Here::Key(key) => place.path.push(Step::Key(key.to_owned())),
            Here::Index(index) => place.path.push(Step::Index(index)),
        }
        place
    }

    /// An error at this place.
    pub(crate) fn error(&self, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
        let (message, remedy) = (message.into(), remedy.into());
        Problem { level: Level::Error, place: self.place(), message, remedy }
    }

    /// A warning at this place.
    pub(crate) fn warning(&self, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem { level: Level::Warning, ..self.error(message, remedy) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_where_and_how_to_mend() {
        let file = At::entry("blocs", "asean");
        let rows = file.key("memberships");
        let row = rows.index(3);
        let problem = row.key("country").error("\"XQZ\" is no country", "use a code of countries.toml");
        let expected = "\"XQZ\" is no country (blocs/asean.toml, memberships[3].country): \
                        use a code of countries.toml";
        assert_eq!(problem.to_string(), expected);
    }
}
