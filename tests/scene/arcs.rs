//! Arcs of agreements: what is selected shows its own ties, and no others.

use std::sync::LazyLock;

use entente_atlas::{AgreementIx, Party};
use entente_geo::{Path, Plane, Projection, ProjectionKind};
use entente_scene::build::links::{links, place};
use entente_scene::camera::Size;
use entente_scene::mark::Mark;
use entente_scene::view::{Centre, LinksShown, Selection, View};

use crate::real::{Desk, REAL};

static PLANE: LazyLock<Plane> =
    LazyLock::new(|| Plane::new(&REAL.world.topology, &Projection::new(ProjectionKind::EqualEarth, 11.0), 0.01));

/// The arcs that a view draws, each with its agreement.
fn arcs(view: &View, look: &mut impl FnMut(AgreementIx, &Path, &Projection)) {
    let desk = Desk::new(view, Size::new(1200.0, 640.0));
    let setting = desk.setting(&PLANE);
    for mark in links(&setting).0 {
        if let Mark::Link { path, agreement, .. } = mark {
            look(agreement, &path, &desk.projection);
        }
    }
}

#[test]
fn a_selected_country_shows_its_own_ties_alone() {
    let mut seen = 0;
    for country in REAL.atlas.countries() {
        let view = View {
            select: Some(Selection::Country(country.ix)),
            links: LinksShown::Selected,
            centre: Centre::Fixed { lon_deg: 11.0, lat_deg: 0.0 },
            ..View::bare()
        };
        let desk = Desk::new(&view, Size::new(1200.0, 640.0));
        let end = place(&desk.setting(&PLANE), Party::Country(country.ix));
        let end = end.and_then(|end| desk.projection.project(end));
        arcs(&view, &mut |agreement, path, _| {
            let agreement = REAL.atlas.agreement(agreement);
            let starts_here = |line: &&[[f32; 2]]| {
                let (Some(first), Some(end)) = (line.first(), end) else { return false };
                (f64::from(first[0]) - end.x).abs() + (f64::from(first[1]) - end.y).abs() < 1e-4
            };
            let ties = if agreement.site.is_some() { 1 } else { agreement.parties.len() - 1 };
            // A line that starts elsewhere goes on where the map's edge cut one off.
            assert!(path.lines().filter(starts_here).count() >= ties.min(path.lines().count()), "{}", agreement.name);
            assert!(path.lines().count() <= 2 * ties, "{}: more than the ties of {}", agreement.name, country.name());
            seen += usize::from(agreement.parties.len() > 2);
        });
    }
    assert!(seen > 100, "{seen} arcs of agreements of many were looked at");
}

#[test]
fn an_agreement_that_is_selected_shows_all_its_parties_whatever_else_is_shown() {
    for agreement in REAL.atlas.agreements().iter().filter(|agreement| agreement.parties.len() > 2) {
        let view = View {
            select: Some(Selection::Agreement(agreement.ix)),
            links: LinksShown::Selected,
            centre: Centre::Fixed { lon_deg: 11.0, lat_deg: 0.0 },
            ..View::bare()
        };
        arcs(&view, &mut |ix, path, _| {
            if ix == agreement.ix {
                assert!(path.lines().count() + 2 > agreement.parties.len(), "{}", agreement.name);
            }
        });
    }
}
