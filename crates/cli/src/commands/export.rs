//! `entente export`: the facts as tables, for spreadsheets and programs.

use std::io::Write;

use clap::{Args, ValueEnum};
use entente_atlas::{Atlas, Party, SourceIx};

use super::atlas;
use crate::table::{Cell, Table};
use crate::{Error, Setting};

/// Write the facts as a table.
#[derive(Args, Debug)]
pub struct Export {
    /// Which facts
    #[arg(value_enum)]
    what: What,
    /// How they are written
    #[arg(long, value_enum, default_value = "csv")]
    format: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    Memberships,
    Blocs,
    Agreements,
    Countries,
    Sources,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Csv,
    Json,
}

impl Export {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let atlas = atlas(setting)?;
        let table = match self.what {
            What::Memberships => memberships(&atlas, self.format),
            What::Blocs => blocs(&atlas),
            What::Agreements => agreements(&atlas),
            What::Countries => countries(&atlas),
            What::Sources => sources(&atlas),
        };
        match self.format {
            Form::Csv => table.csv(out),
            Form::Json => table.json(out),
        }
    }
}

/// The columns of the CSV are a contract; JSON has room for what is contested.
fn memberships(atlas: &Atlas, format: Form) -> Table {
    let rows = atlas.memberships().iter().map(|row| {
        let mut cells = vec![
            atlas.bloc(row.bloc).id.as_str().into(),
            atlas.country(row.country).code.as_str().into(),
            row.status.as_str().into(),
            row.span.from.to_string().into(),
            row.span.to.into(),
            cited(atlas, &row.sources),
        ];
        if format == Form::Json {
            cells.extend([row.note.as_str().into(), Cell::Flag(row.unverified)]);
        }
        cells
    });
    let columns: &[&str] = match format {
        Form::Csv => &["bloc", "country", "status", "from", "to", "source"],
        Form::Json => &["bloc", "country", "status", "from", "to", "source", "note", "unverified"],
    };
    Table { columns, rows: rows.collect() }
}

fn blocs(atlas: &Atlas) -> Table {
    let rows = atlas.blocs().iter().map(|bloc| {
        vec![
            bloc.id.as_str().into(),
            bloc.short.as_str().into(),
            bloc.name().into(),
            bloc.kind.as_str().into(),
            Cell::List(bloc.themes.iter().map(ToString::to_string).collect()),
            bloc.scope.as_str().into(),
            bloc.instrument.as_str().into(),
            bloc.founded.to_string().into(),
            bloc.in_force.into(),
            bloc.ended.into(),
            bloc.rule.as_str().into(),
            bloc.website.as_str().into(),
            cited(atlas, &bloc.sources),
        ]
    });
    let columns = &[
        "bloc",
        "short",
        "name",
        "kind",
        "themes",
        "scope",
        "instrument",
        "founded",
        "in_force",
        "ended",
        "rule",
        "website",
        "source",
    ];
    Table { columns, rows: rows.collect() }
}

fn agreements(atlas: &Atlas) -> Table {
    let party = |party: &Party| match party {
        Party::Country(country) => atlas.country(*country).code.clone(),
        Party::Bloc(bloc) => atlas.bloc(*bloc).id.clone(),
    };
    let rows = atlas.agreements().iter().map(|agreement| {
        vec![
            agreement.id.as_str().into(),
            agreement.name.as_str().into(),
            agreement.short.as_str().into(),
            agreement.kind.as_str().into(),
            agreement.theme.as_str().into(),
            Cell::List(agreement.parties.iter().map(party).collect()),
            agreement.signed.to_string().into(),
            agreement.in_force.into(),
            agreement.ended.into(),
            cited(atlas, &agreement.sources),
        ]
    });
    let columns = &["agreement", "name", "short", "kind", "theme", "parties", "signed", "in_force", "ended", "source"];
    Table { columns, rows: rows.collect() }
}

fn countries(atlas: &Atlas) -> Table {
    let rows = atlas.countries().iter().map(|country| {
        vec![
            country.code.as_str().into(),
            country.alpha2.as_str().into(),
            country.numeric.as_str().into(),
            country.name().into(),
            country.region.as_str().into(),
            country.subregion.as_str().into(),
            country.capital.as_str().into(),
            country.status.as_str().into(),
            country.un_since.into(),
            country.exists_from.into(),
            country.exists_to.into(),
            country.of.map(|of| atlas.country(of).code.as_str()).into(),
            cited(atlas, &country.sources),
        ]
    });
    let columns = &[
        "country",
        "alpha2",
        "numeric",
        "name",
        "region",
        "subregion",
        "capital",
        "status",
        "un_since",
        "exists_from",
        "exists_to",
        "of",
        "source",
    ];
    Table { columns, rows: rows.collect() }
}

fn sources(atlas: &Atlas) -> Table {
    let rows = atlas.sources().iter().map(|source| {
        vec![
            source.id.as_str().into(),
            source.title.as_str().into(),
            source.publisher.as_str().into(),
            source.url.as_str().into(),
            source.kind.as_str().into(),
            source.published.as_str().into(),
            source.read.to_string().into(),
        ]
    });
    let columns = &["source", "title", "publisher", "url", "kind", "published", "read"];
    Table { columns, rows: rows.collect() }
}

fn cited(atlas: &Atlas, sources: &[SourceIx]) -> Cell {
    Cell::List(sources.iter().map(|ix| atlas.source(*ix).id.clone()).collect())
}
