//! `entente render --chart`: which chart of what, and how wide.

use clap::{Args, ValueEnum};
use entente_atlas::{Atlas, Country, CountryIx, Date};
use entente_scene::action::{Action, apply};
use entente_scene::chart::{Ask, Chart, euler, life, matrix, upset, years};
use entente_scene::link::desk;
use entente_scene::style::Palette;
use entente_scene::view::{self, Layout, OverlapDesk, Selection, View};

use super::super::overlap::named;
use crate::Error;

/// A chart in place of the map.
#[derive(Args, Debug)]
pub(super) struct ChartArgs {
    /// Draw a chart in place of the map
    #[arg(long, value_enum)]
    chart: Option<Kind>,
    /// The blocs of the chart, by id, in place of those of the link: cptpp,rcep,asean
    #[arg(long, value_name = "ID,…", value_delimiter = ',', requires = "chart")]
    blocs: Vec<String>,
    /// The day of the chart, in place of the link's
    #[arg(long, value_name = "YYYY-MM-DD", requires = "chart")]
    at: Option<Date>,
    /// The width of the chart in pixels
    #[arg(long, value_name = "PX", default_value = "960", requires = "chart", value_parser = clap::value_parser!(u16).range(200..=8000))]
    width: u16,
    /// The order of an UpSet chart's bars, in place of the link's
    #[arg(long, value_enum, requires = "chart")]
    sort: Option<Sort>,
    /// The headings of an UpSet chart, in place of the link's
    #[arg(long, value_enum, requires = "chart")]
    group: Option<Grouping>,
    /// Groups of fewer countries are left out of an UpSet chart
    #[arg(long, value_name = "N", requires = "chart")]
    at_least: Option<u8>,
    /// Which way an UpSet chart runs
    #[arg(long, value_enum, default_value = "auto", requires = "chart")]
    direction: Direction,
    /// What the cells of a matrix say, in place of the link's choice
    #[arg(long, value_enum, requires = "chart")]
    measure: Option<Measure>,
    /// The country whose life is drawn, by code or name, in place of what the link selects
    #[arg(long, value_name = "COUNTRY", requires = "chart")]
    country: Option<String>,
}

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Two or three blocs as circles, with the countries' names
    Euler,
    /// Who is in exactly which blocs, as bars and dots
    Upset,
    /// What every two blocs share
    Matrix,
    /// The members of a bloc, or with --country the memberships of a country, over time
    Life,
    /// How many answer to the link's question, or are in all of the blocs, year by year
    Years,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// The largest group first
    Size,
    /// Those in the fewest blocs first
    Degree,
    /// In the order of the blocs
    Blocs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Grouping {
    /// No headings
    None,
    /// By the number of blocs
    Degree,
    /// Under every bloc
    Bloc,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Direction {
    /// Across from 640 pixels on
    Auto,
    /// Bars upright, side by side
    Across,
    /// Bars one below the other, with names
    Down,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Measure {
    /// How many countries are in both
    Shared,
    /// The share of the countries in either that are in both
    Likeness,
    /// The share of the row's members that are in the column's bloc
    Share,
}

impl ChartArgs {
    /// The chart as SVG; `None` where a map is asked for.
    pub(super) fn svg(
        &self,
        atlas: &Atlas,
        view: &View,
        today: Date,
        palette: &Palette,
    ) -> Result<Option<String>, Error> {
        let Some(kind) = self.chart else { return Ok(None) };
        let mut view = view.clone();
        if !self.blocs.is_empty() {
            view = apply(&view, Action::ShowOnly(named(atlas, &self.blocs)?));
        }
        view.at = self.at.or(view.at);
        let blocs: Vec<_> = view.blocs.iter().chain(&view.outlined).copied().collect();
        let ask = Ask { atlas, view: &view, today, blocs: &blocs, width_px: f64::from(self.width) };
        let (desk, _) = desk::read(&view, atlas);
        let chart = self.draw(kind, &ask, &desk).map_err(Error::Picture)?;
        Ok(Some(chart.file(palette)))
    }

    fn draw(&self, kind: Kind, ask: &Ask<'_>, desk: &OverlapDesk) -> Result<Chart, String> {
        let layout = self.layout(desk.layout);
        match kind {
            Kind::Euler => euler::chart(ask),
            Kind::Upset => upset::chart(ask, &upset::Options { layout, direction: self.direction() }),
            Kind::Matrix => matrix::chart(ask, layout.measure),
            Kind::Life => self.life(ask, desk),
            Kind::Years => years::chart(ask, years::Height::Whole),
        }
    }

    /// Of the country asked for, else of what the link selects or asks about, else of the first bloc.
    fn life(&self, ask: &Ask<'_>, desk: &OverlapDesk) -> Result<Chart, String> {
        let named = self.country.as_ref().map(|name| country(ask.atlas, name)).transpose()?.map(Selection::Country);
        let linked = ask.view.select.filter(|_| self.blocs.is_empty());
        let asked = desk.countries.first().map(|country| Selection::Country(*country));
        match (named.or(linked).or(asked), ask.blocs.first()) {
            (Some(Selection::Country(country)), _) => life::of_country(ask, country),
            (Some(Selection::Bloc(bloc)), _) => life::of_bloc(ask, bloc),
            (_, Some(bloc)) => life::of_bloc(ask, *bloc),
            (_, None) => Err("Whose life? Name a bloc by --blocs or a country by --country.".into()),
        }
    }

    /// What the arguments say of the layout; for the rest, what the link says.
    fn layout(&self, linked: Layout) -> Layout {
        let sort = self.sort.map(|sort| match sort {
            Sort::Size => view::Sort::Size,
            Sort::Degree => view::Sort::Degree,
            Sort::Blocs => view::Sort::Blocs,
        });
        let group = self.group.map(|group| match group {
            Grouping::None => view::Grouping::None,
            Grouping::Degree => view::Grouping::Degree,
            Grouping::Bloc => view::Grouping::Bloc,
        });
        let measure = self.measure.map(|measure| match measure {
            Measure::Shared => view::Measure::Shared,
            Measure::Likeness => view::Measure::Likeness,
            Measure::Share => view::Measure::Share,
        });
        Layout {
            sort: sort.unwrap_or(linked.sort),
            group: group.unwrap_or(linked.group),
            at_least: self.at_least.unwrap_or(linked.at_least),
            measure: measure.unwrap_or(linked.measure),
        }
    }

    fn direction(&self) -> upset::Direction {
        match self.direction {
            Direction::Auto => upset::Direction::Auto,
            Direction::Across => upset::Direction::Across,
            Direction::Down => upset::Direction::Down,
        }
    }
}

/// The country of a code, or of a name spelled as ours.
fn country(atlas: &Atlas, name: &str) -> Result<CountryIx, String> {
    let same = |country: &&Country| country.name().eq_ignore_ascii_case(name);
    let by_name = || atlas.countries().iter().find(same).map(|country| country.ix);
    atlas
        .country_by_code(name)
        .or_else(by_name)
        .ok_or_else(|| format!("{name} is no country of ours: give its code, like SGP"))
}
