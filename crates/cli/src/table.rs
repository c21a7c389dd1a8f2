//! Rows and columns, written as CSV or JSON.

use std::io::Write;

use serde_json::Value;

use crate::Error;

/// A cell: some text, a list of ids, or a yes that is left out for no.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Text(String),
    List(Vec<String>),
    Flag(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: ToString> From<Option<T>> for Cell {
    /// What is not known is empty.
    fn from(value: Option<T>) -> Self {
        Self::Text(value.map(|value| value.to_string()).unwrap_or_default())
    }
}

impl From<Vec<String>> for Cell {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// Columns and rows of as many cells.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) columns: &'static [&'static str],
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// RFC 4180 with line feeds; lists are divided by spaces.
    pub(crate) fn csv(&self, out: &mut dyn Write) -> Result<(), Error> {
        writeln!(out, "{}", self.columns.join(","))?;
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(field).collect();
            writeln!(out, "{}", cells.join(","))?;
        }
        Ok(())
    }

    /// A list of objects, one a line; empty cells are left out.
    pub(crate) fn json(&self, out: &mut dyn Write) -> Result<(), Error> {
        let lines: Vec<String> = self.rows.iter().map(|row| self.object(row)).collect();
        writeln!(out, "[\n{}\n]", lines.join(",\n"))?;
        Ok(())
    }

    /// An object with its keys in the order of the columns.
    fn object(&self, row: &[Cell]) -> String {
        let pairs = self.columns.iter().zip(row).filter_map(|(column, cell)| {
            let value = match cell {
                Cell::Text(text) if text.is_empty() => return None,
                Cell::Flag(false) => return None,
                Cell::Flag(true) => Value::from(true),
                Cell::Text(text) => Value::from(text.as_str()),
                Cell::List(list) => Value::from(list.clone()),
            };
            Some(format!("{}:{value}", Value::from(*column)))
        });
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
    }
}

fn field(cell: &Cell) -> String {
    let text = match cell {
        Cell::Text(text) => text.clone(),
        Cell::List(list) => list.join(" "),
        Cell::Flag(flag) => flag.to_string(),
    };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
