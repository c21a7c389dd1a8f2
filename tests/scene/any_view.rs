//! Invented views and actions, for the laws of links.

use arbtest::arbitrary::{Result, Unstructured};
use entente_atlas::query::Expr;
use entente_atlas::records::{EditRecord, OwnBlocRecord};
use entente_atlas::{AgreementIx, Atlas, BlocIx, CountryIx, Date, Status, StatusSet};
use entente_geo::ProjectionKind;
use entente_scene::action::Action;
use entente_scene::link::desk;
use entente_scene::view::{
    CameraView, Centre, ChartKind, Grouping, Layout, LinksShown, Measure, OverlapDesk, Panel, Selection, Sort,
    ThemeChoice, View,
};

const LINKS: [LinksShown; 4] = [LinksShown::Selected, LinksShown::Shown, LinksShown::All, LinksShown::None];
const THEMES: [ThemeChoice; 3] = [ThemeChoice::Auto, ThemeChoice::Light, ThemeChoice::Dark];

/// Any view that a reader can come to; its degrees are hundredths, as a link holds them.
pub(crate) fn any_view(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<View> {
    let shown = any_blocs(u, atlas)?;
    let filled = u.int_in_range(0..=shown.len())?;
    let (blocs, outlined) = shown.split_at(filled);
    let mut view = View {
        blocs: blocs.to_vec(),
        outlined: outlined.to_vec(),
        expression: maybe(u, |u| any_expression(u, atlas, 3))?,
        at: maybe(u, any_date)?,
        select: maybe(u, |u| any_selection(u, atlas))?,
        projection: *u.choose(&ProjectionKind::ALL)?,
        centre: any_centre(u)?,
        camera: maybe(u, |u| any_camera(u, 100.0))?,
        statuses: maybe(u, any_statuses)?,
        links: *u.choose(&LINKS)?,
        theme: *u.choose(&THEMES)?,
        panel: *u.choose(&[Panel::Auto, Panel::Closed])?,
        map: maybe(u, any_file)?,
        further: if u.ratio(1, 4)? { vec![("edition", "0badcafe".into())] } else { Vec::new() },
    };
    desk::write(&any_desk(u, atlas)?, &mut view, atlas);
    Ok(if u.ratio(1, 8)? { View { map: view.map, at: view.at, ..View::default_for(atlas) } } else { view })
}

/// Anything a person can do, with degrees finer than a link holds.
pub(crate) fn any_action(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<Action> {
    let bloc = |u: &mut Unstructured<'_>| any_bloc(u, atlas);
    Ok(match u.int_in_range(0..=12)? {
        0 => Action::ToggleBloc(bloc(u)?),
        1 => Action::ToggleOutline(bloc(u)?),
        2 => Action::ShowOnly(any_blocs(u, atlas)?),
        3 => Action::Ask(maybe(u, |u| any_expression(u, atlas, 2))?),
        4 => Action::SetDate(maybe(u, any_date)?),
        5 => Action::Select(maybe(u, |u| any_selection(u, atlas))?),
        6 => Action::ClosePanel,
        7 => Action::SetProjection(*u.choose(&ProjectionKind::ALL)?),
        8 => Action::SetCentre(any_centre(u)?),
        9 => Action::SetCamera(maybe(u, |u| any_camera(u, 3e6))?),
        10 => Action::ToggleStatus(*u.choose(Status::ALL)?),
        11 => Action::SetLinks(*u.choose(&LINKS)?),
        _ => Action::SetTheme(*u.choose(&THEMES)?),
    })
}

/// Any overlap desk that a reader can come to.
pub(crate) fn any_desk(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<OverlapDesk> {
    let charts = [ChartKind::Euler, ChartKind::Upset, ChartKind::Matrix, ChartKind::Life, ChartKind::Years];
    let mut desk = OverlapDesk {
        chart: maybe(u, |u| Ok(*u.choose(&charts)?))?,
        is_exact: u.arbitrary()?,
        since: maybe(u, any_date)?,
        ..OverlapDesk::default()
    };
    if desk.chart.is_some() {
        desk.layout = any_layout(u)?;
    }
    for _ in 0..u.int_in_range(0..=3)? {
        let country = any_country(u, atlas)?;
        if !desk.countries.contains(&country) {
            desk.countries.push(country);
        }
        let edit = any_edit(u, atlas)?;
        if !desk.edits.contains(&edit) {
            desk.edits.push(edit);
        }
        let own = any_own(u, atlas, &desk.own)?;
        desk.own.push(own);
    }
    Ok(desk)
}

fn any_layout(u: &mut Unstructured<'_>) -> Result<Layout> {
    Ok(Layout {
        sort: *u.choose(&[Sort::Size, Sort::Degree, Sort::Blocs])?,
        group: *u.choose(&[Grouping::None, Grouping::Degree, Grouping::Bloc])?,
        at_least: *u.choose(&[0, 2, 9, 255])?,
        measure: *u.choose(&[Measure::Shared, Measure::Likeness, Measure::Share])?,
    })
}

/// A join or an exit, possible or not.
pub(crate) fn any_edit(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<EditRecord> {
    Ok(EditRecord {
        country: atlas.country(any_country(u, atlas)?).code.clone(),
        bloc: atlas.bloc(any_bloc(u, atlas)?).id.clone(),
        status: maybe(u, |u| Ok(*u.choose(Status::ALL)?))?,
        on: any_date(u)?,
        is_exit: u.arbitrary()?,
    })
}

fn any_own(u: &mut Unstructured<'_>, atlas: &Atlas, taken: &[OwnBlocRecord]) -> Result<OwnBlocRecord> {
    let names = ["Friends", "Côte & Co", "a:b;c", "日本", "", "My  bloc ~ 2"];
    let mut codes = Vec::new();
    for _ in 0..u.int_in_range(0..=4)? {
        let code = atlas.country(any_country(u, atlas)?).code.clone();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let own = OwnBlocRecord::new(u.choose(&names)?, codes, taken);
    Ok(OwnBlocRecord { colour: maybe(u, |u| u.int_in_range(1..=8))?, ..own })
}

fn any_country(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<CountryIx> {
    Ok(CountryIx::new(u.int_in_range(0..=atlas.countries().len() - 1)?))
}

fn maybe<T>(u: &mut Unstructured<'_>, some: impl FnOnce(&mut Unstructured<'_>) -> Result<T>) -> Result<Option<T>> {
    Ok(if u.arbitrary()? { Some(some(u)?) } else { None })
}

fn any_bloc(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<BlocIx> {
    Ok(BlocIx::new(u.int_in_range(0..=atlas.blocs().len() - 1)?))
}

fn any_blocs(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<Vec<BlocIx>> {
    let mut blocs = Vec::new();
    for _ in 0..u.int_in_range(0..=7)? {
        let bloc = any_bloc(u, atlas)?;
        if !blocs.contains(&bloc) {
            blocs.push(bloc);
        }
    }
    Ok(blocs)
}

fn any_expression(u: &mut Unstructured<'_>, atlas: &Atlas, depth: usize) -> Result<Expr> {
    let kind = if depth == 0 { 0 } else { u.int_in_range(0..=6)? };
    let inner = |u: &mut Unstructured<'_>| any_expression(u, atlas, depth.saturating_sub(1));
    Ok(match kind {
        1 => inner(u)?.and(inner(u)?),
        2 => inner(u)?.or(inner(u)?),
        3 => inner(u)?.without(inner(u)?),
        4 => Expr::Exactly(1, vec![inner(u)?, inner(u)?]),
        5 => Expr::AtLeast(2, vec![inner(u)?, inner(u)?]),
        6 => Expr::At(Box::new(inner(u)?), any_date(u)?),
        _ => Expr::Bloc { bloc: any_bloc(u, atlas)?, status: maybe(u, |u| Ok(*u.choose(Status::ALL)?))? },
    })
}

pub(crate) fn any_date(u: &mut Unstructured<'_>) -> Result<Date> {
    Ok(Date::from_days(u.int_in_range(-30_000..=30_000)?))
}

fn any_selection(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<Selection> {
    Ok(match u.int_in_range(0..=2)? {
        0 => Selection::Country(any_country(u, atlas)?),
        1 => Selection::Bloc(any_bloc(u, atlas)?),
        _ => Selection::Agreement(AgreementIx::new(u.int_in_range(0..=atlas.agreements().len() - 1)?)),
    })
}

fn any_centre(u: &mut Unstructured<'_>) -> Result<Centre> {
    let fixed = Centre::Fixed { lon_deg: any_degrees(u, 180, 100.0)?, lat_deg: any_degrees(u, 90, 100.0)? };
    Ok(if u.arbitrary()? { Centre::Auto } else { fixed })
}

fn any_camera(u: &mut Unstructured<'_>, steps: f64) -> Result<CameraView> {
    let zoom = (steps + (any_degrees(u, 63, steps)? * steps).abs().round()) / steps;
    Ok(CameraView { lon_deg: any_degrees(u, 180, steps)?, lat_deg: any_degrees(u, 90, steps)?, zoom })
}

/// A number from minus to plus `most`, in so many steps for one.
fn any_degrees(u: &mut Unstructured<'_>, most: i32, steps: f64) -> Result<f64> {
    let most = most * steps as i32;
    Ok(f64::from(u.int_in_range(-most..=most)?) / steps)
}

fn any_statuses(u: &mut Unstructured<'_>) -> Result<StatusSet> {
    let mut chosen = StatusSet::EMPTY;
    for status in Status::ALL {
        if u.arbitrary()? {
            chosen.insert(*status);
        }
    }
    Ok(chosen)
}

fn any_file(u: &mut Unstructured<'_>) -> Result<String> {
    let names = ["world", "my shapes", "été", "a+b", "100", "x&y=z", "#1", "(2)"];
    Ok(format!("{}/{}.geojson", u.choose(&names)?, u.choose(&names)?))
}
