//! `entente export`: the facts as tables, for spreadsheets and programs.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use entente_atlas::{Atlas, Date, Party, SourceIx};
use entente_scene::press::Embed;

use super::page::Kind;
use super::render::save;
use super::{atlas, data, page, shapes};
use crate::table::{Cell, Table};
use crate::{Error, Setting};

/// Write the facts as a table.
#[derive(Args, Debug)]
pub struct Export {
    /// Which facts
    #[arg(value_enum)]
    what: What,
    /// The day of the map's memberships [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    at: Option<Date>,
    /// How they are written [default: csv, for the map geojson]
    #[arg(long, value_enum)]
    format: Option<Form>,
    /// The file to write [default: the terminal]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The link of the page's view, or its query string
    #[arg(long, value_name = "LINK", default_value = "")]
    view: String,
    /// The page as it stands in other people's frames: the map with legend and sentence, without lists and controls
    #[arg(long)]
    embed: bool,
    /// Words above the map of an embedded page
    #[arg(long, value_name = "WORDS", default_value = "", requires = "embed")]
    title: String,
    /// A note below them
    #[arg(long, value_name = "WORDS", default_value = "", requires = "embed")]
    note: String,
    /// Who made it
    #[arg(long, value_name = "WORDS", default_value = "", requires = "embed")]
    credit: String,
    /// The folder of the built site, for the page
    #[arg(long, value_name = "DIR", default_value = "dist")]
    site: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    Memberships,
    Blocs,
    Agreements,
    Countries,
    Sources,
    /// The shapes with their memberships at a date
    Map,
    /// All tables with their licence, in a zip
    Data,
    /// The live map of a link in one HTML file
    Page,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    Csv,
    Json,
    Geojson,
}

impl Export {
    pub(super) fn run(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        let Some(file) = &self.out else { return self.write(setting, out) };
        let mut bytes = Vec::new();
        self.write(setting, &mut bytes)?;
        save(file, &bytes)
    }

    /// What an editor says around an embedded page.
    fn settings(&self) -> Result<String, Error> {
        // The site is no part of the settings; the file has none.
        let embed = Embed::new("https://example.org/", "").map_err(Error::Picture)?;
        let Self { title, note, credit, .. } = self;
        let [title, note, credit] = [title, note, credit].map(Clone::clone);
        Ok(Embed { title, note, credit, ..embed }.settings())
    }

    fn write(&self, setting: &Setting, out: &mut dyn Write) -> Result<(), Error> {
        if self.what == What::Page {
            let settings = self.settings()?;
            let kind = if self.embed { Kind::Framed(&settings) } else { Kind::Whole };
            return Ok(out.write_all(page::page(&self.view, kind, &self.site, setting)?.as_bytes())?);
        }
        let atlas = atlas(setting)?;
        if self.what == What::Data {
            return match self.out {
                Some(_) => Ok(out.write_all(&data::zipped(&atlas, &setting.data)?)?),
                None => Err(Error::Picture("data is a zip, and no text: name its file by --out data.zip".into())),
            };
        }
        let is_map = self.what == What::Map;
        let format = self.format.unwrap_or(if is_map { Form::Geojson } else { Form::Csv });
        if is_map != (format == Form::Geojson) {
            let says =
                "only the map is written as geojson, and only as that: try `entente export map --format geojson`";
            return Err(Error::Picture(says.into()));
        }
        let [memberships, blocs, agreements, countries, sources] = TABLES;
        let (_, table) = match self.what {
            What::Map | What::Data | What::Page => {
                return shapes::export(&atlas, setting, self.at.unwrap_or(setting.today), out);
            }
            What::Memberships => memberships,
            What::Blocs => blocs,
            What::Agreements => agreements,
            What::Countries => countries,
            What::Sources => sources,
        };
        written(&table(&atlas, format), format, out)
    }
}

/// Makes a table for one of the two forms.
type Make = fn(&Atlas, Form) -> Table;

/// Every table by its name.
pub(super) const TABLES: [(&str, Make); 5] = [
    ("memberships", memberships),
    ("blocs", blocs),
    ("agreements", agreements),
    ("countries", countries),
    ("sources", sources),
];

pub(super) fn written(table: &Table, format: Form, out: &mut dyn Write) -> Result<(), Error> {
    match format {
        Form::Json => table.json(out),
        Form::Csv | Form::Geojson => table.csv(out),
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
            cells.extend([row.note.as_str().into(), Cell::Flag(row.unverified), Cell::Flag(row.contested)]);
        }
        cells
    });
    let columns: &[&str] = match format {
        Form::Csv | Form::Geojson => &["bloc", "country", "status", "from", "to", "source"],
        Form::Json => &["bloc", "country", "status", "from", "to", "source", "note", "unverified", "contested"],
    };
    Table { columns, rows: rows.collect() }
}

fn blocs(atlas: &Atlas, _: Form) -> Table {
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

fn agreements(atlas: &Atlas, _: Form) -> Table {
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

fn countries(atlas: &Atlas, _: Form) -> Table {
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

fn sources(atlas: &Atlas, _: Form) -> Table {
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
