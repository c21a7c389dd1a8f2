//! `entente query`: the countries that answer to an expression, with the sentence that says so.

use std::io::Write;

use clap::Args;
use entente_atlas::query::{Context, eval, parse, sentence};
use entente_atlas::{Atlas, CountrySet, Date, Status, StatusSet};
use serde::Serialize;

use super::{Format, atlas};
use crate::table::{Cell, Table};
use crate::{Error, Setting};

/// The expression language, below the options of `--help`.
pub(super) const HELP: &str = "\
Expressions:
  asean                 full members, suspended ones counted
  asean:observer        another status
  cptpp & rcep          in both
  cptpp | rcep          in at least one of them
  cptpp - rcep          in the first and not in the second; mind the spaces
  exactly(2, a, b, c)   in two of them, no more and no fewer
  atleast(2, a, b, c)   in two of them or more
  asean@1990-01-31      as it was on that day
& and - bind tighter than | and group from the left; parentheses group otherwise.";

/// Ask which countries answer to an expression.
#[derive(Args, Debug)]
pub struct Query {
    /// The expression: "cptpp & rcep - asean"
    expression: String,
    /// The day asked about [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    at: Option<Date>,
    /// What countries of a bare bloc are, divided by commas
    #[arg(long, value_name = "STATUS", value_delimiter = ',', default_value = "member")]
    as_status: Vec<Status>,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The answer for programs.
#[derive(Serialize)]
struct Answer<'a> {
    expression: String,
    at: String,
    countries: Vec<&'a str>,
    sentence: String,
}

impl Query {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let atlas = atlas(setting)?;
        let expr = parse(&atlas, &self.expression)
            .map_err(|error| Error::Expression { text: self.expression.clone(), error })?;
        let statuses: StatusSet = self.as_status.iter().copied().collect();
        let context = Context { at: self.at.unwrap_or(setting.today), statuses };
        let countries = eval(&atlas, &expr, context);
        let sentence = sentence::sentence(&atlas, &expr, context, countries);
        match self.format {
            Format::Text => {
                writeln!(out, "{sentence}")?;
                for country in countries.iter().map(|ix| atlas.country(ix)) {
                    writeln!(out, "{}  {}", country.code, country.name())?;
                }
                Ok(())
            }
            Format::Csv => table(&atlas, countries).csv(out),
            Format::Json => {
                let countries = codes(&atlas, countries);
                let (expression, at) = (expr.written(&atlas).to_string(), context.at.to_string());
                json(&Answer { expression, at, countries, sentence }, out)
            }
        }
    }
}

fn table(atlas: &Atlas, countries: CountrySet) -> Table {
    let countries = countries.iter().map(|ix| atlas.country(ix));
    let rows = countries.map(|country| vec![Cell::from(country.code.as_str()), country.name().into()]);
    Table { columns: &["country", "name"], rows: rows.collect() }
}

/// The codes of the countries, in their order.
pub(super) fn codes(atlas: &Atlas, countries: CountrySet) -> Vec<&str> {
    countries.iter().map(|ix| atlas.country(ix).code.as_str()).collect()
}

/// One JSON value and a line's end.
pub(super) fn json(value: &impl Serialize, out: &mut dyn Write) -> Result<(), Error> {
    serde_json::to_writer(&mut *out, value).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}
