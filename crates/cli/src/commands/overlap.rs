//! `entente overlap`: who is in exactly which of some blocs, the largest group first.

use std::io::Write;

use clap::Args;
use entente_atlas::query::{overlap, parse, sentence};
use entente_atlas::{Atlas, BlocIx, Date};
use serde::Serialize;

use super::query::{codes, json};
use super::{Format, atlas};
use crate::table::{Cell, Table};
use crate::{Error, Setting};

/// Show who is in exactly which of some blocs.
#[derive(Args, Debug)]
pub struct Overlap {
    /// The ids of the blocs: cptpp rcep asean
    #[arg(required = true, value_name = "BLOC")]
    blocs: Vec<String>,
    /// The day asked about [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    at: Option<Date>,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The answer for programs.
#[derive(Serialize)]
struct Answer<'a> {
    at: String,
    blocs: Vec<&'a str>,
    overlaps: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    blocs: Vec<&'a str>,
    countries: Vec<&'a str>,
    sentence: String,
}

impl Overlap {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let atlas = atlas(setting)?;
        let blocs = named(&atlas, &self.blocs)?;
        let at = self.at.unwrap_or(setting.today);
        let groups: Vec<Group<'_>> = overlap::overlaps(&atlas, &blocs, at)
            .iter()
            .map(|overlap| Group {
                blocs: ids(&atlas, &overlap.blocs),
                countries: codes(&atlas, overlap.countries),
                sentence: sentence::overlap_sentence(&atlas, overlap, &blocs, at),
            })
            .collect();
        match self.format {
            Format::Text if groups.is_empty() => {
                Ok(writeln!(out, "No country is in any of them on {}.", at.in_words())?)
            }
            Format::Text => groups.iter().try_for_each(|group| Ok(writeln!(out, "{}", group.sentence)?)),
            Format::Csv => table(&groups).csv(out),
            Format::Json => {
                let blocs = ids(&atlas, &blocs);
                json(&Answer { at: at.to_string(), blocs, overlaps: groups }, out)
            }
        }
    }
}

/// The blocs of those ids, each once; the first that is none stops with what was probably meant.
pub(super) fn named(atlas: &Atlas, ids: &[String]) -> Result<Vec<BlocIx>, Error> {
    let mut blocs = Vec::new();
    for id in ids {
        let fail = |error| Error::Expression { text: id.clone(), error };
        for bloc in parse(atlas, id).map_err(fail)?.blocs() {
            if !blocs.contains(&bloc) {
                blocs.push(bloc);
            }
        }
    }
    Ok(blocs)
}

fn ids<'a>(atlas: &'a Atlas, blocs: &[BlocIx]) -> Vec<&'a str> {
    blocs.iter().map(|bloc| atlas.bloc(*bloc).id.as_str()).collect()
}

fn table(groups: &[Group<'_>]) -> Table {
    let owned = |list: &[&str]| Cell::List(list.iter().map(|id| (*id).to_owned()).collect());
    let row = |group: &Group<'_>| {
        let count = group.countries.len().to_string();
        vec![owned(&group.blocs), count.into(), owned(&group.countries)]
    };
    Table { columns: &["blocs", "count", "countries"], rows: groups.iter().map(row).collect() }
}
