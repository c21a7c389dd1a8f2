//! Pointing: every country can be met where its name would stand, and the whole world fits where there is room.

use entente_atlas::CountryStatus;
use entente_atlas::query::at::members;
use entente_geo::{LonLat, Plane, ProjectionKind};
use entente_scene::build::build;
use entente_scene::build::dots::is_small;
use entente_scene::camera::Size;
use entente_scene::emphasis::Target;
use entente_scene::framing;
use entente_scene::mark::Mark;
use entente_scene::pick::pick;
use entente_scene::view::{CameraView, Centre, View};

use crate::real::{Desk, REAL, TODAY, day};

/// The view that shows no bloc, with a country in the middle, magnified.
fn view_on(place: LonLat, projection: ProjectionKind, zoom: f64) -> View {
    let (lon_deg, lat_deg) = (place.lon_deg, place.lat_deg);
    let lat_deg = if projection.is_globe() { lat_deg } else { lat_deg.clamp(-80.0, 80.0) };
    let centre = Centre::Fixed { lon_deg: if projection.is_globe() { lon_deg } else { 11.0 }, lat_deg };
    View { projection, centre, camera: Some(CameraView { lon_deg, lat_deg, zoom }), ..View::bare() }
}

/// Countries that pointing at their label does not meet, each with what it meets.
fn missed(kind: ProjectionKind, zoom: f64) -> Vec<String> {
    let plane = Plane::default();
    let mut missed = Vec::new();
    for country in REAL.atlas.countries() {
        let Some(place) = REAL.world.label_of_country(country.ix) else { continue };
        let view = view_on(place, kind, zoom);
        let desk = Desk::new(&view, Size::new(1200.0, 640.0));
        let setting = desk.setting(&plane);
        let scene = build(&setting);
        let shape = REAL.world.shape_of_country(country.ix).and_then(|at| REAL.world.topology.shapes().get(at));
        let has_area = shape.is_some_and(|shape| !shape.polygons.is_empty());
        let has_dot = scene.over.iter().any(|mark| matches!(mark, Mark::Dot { country: of, .. } if *of == country.ix));
        let Some(at) = desk.projection.project(place).filter(|_| has_area || has_dot) else { continue };
        let found = pick(&scene, &setting, desk.camera.screen_from_plane(at));
        if found != Some(Target::Country(country.ix)) {
            missed.push(format!("{kind:?} at {zoom}: {} gives {}", country.code, named(found)));
        }
    }
    missed
}

fn named(target: Option<Target>) -> String {
    match target {
        Some(Target::Country(ix)) => REAL.atlas.country(ix).code.clone(),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_country_is_met_where_its_name_would_stand() {
    let zooms = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0];
    let all =
        ProjectionKind::ALL.into_iter().flat_map(|kind| zooms.into_iter().flat_map(move |zoom| missed(kind, zoom)));
    let missed: Vec<String> = all.collect();
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn the_home_camera_shows_the_whole_sphere_where_there_is_room() {
    for kind in ProjectionKind::ALL {
        let view = View { projection: kind, ..View::bare() };
        for (width_px, height_px) in [(560.0, 300.0), (560.0, 900.0), (768.0, 1024.0), (1200.0, 640.0), (2560.0, 700.0)]
        {
            let desk = Desk::new(&view, Size::new(width_px, height_px));
            let plane = Plane::new(&entente_geo::Topology::default(), &desk.projection, 0.01);
            for point in plane.sphere().points {
                let at = desk.camera.screen_from_plane(point.into());
                let inside = (0.0..=width_px).contains(&at.x_px) && (0.0..=height_px).contains(&at.y_px);
                assert!(inside, "{kind:?} in {width_px}x{height_px} leaves out {at:?}");
            }
        }
    }
}

#[test]
fn a_camera_is_found_again_from_its_part_of_the_view() {
    for kind in ProjectionKind::ALL {
        let size = Size::new(800.0, 500.0);
        let bare = View { projection: kind, centre: Centre::Fixed { lon_deg: 20.0, lat_deg: 10.0 }, ..View::bare() };
        for (lon_deg, lat_deg, zoom) in [(20.0, 10.0, 2.0), (25.0, -5.0, 8.0), (-10.0, 30.0, 64.0)] {
            let camera = Some(CameraView { lon_deg, lat_deg, zoom });
            let view = View { camera, ..bare.clone() };
            let desk = Desk::new(&view, size);
            let found = framing::view_of_camera(&desk.camera, &desk.projection, size, &desk.home);
            let near = |found: f64, told: f64| (found - told).abs() < 1e-6;
            assert!(
                found.is_some_and(|at| near(at.lon_deg, lon_deg) && near(at.lat_deg, lat_deg) && near(at.zoom, zoom)),
                "{kind:?}: {camera:?} became {found:?}"
            );
        }
    }
}

/// How many memberships of the blocs are in sight, and of how many.
fn in_sight(desk: &Desk<'_>) -> (usize, usize) {
    let shown = desk.view.blocs.iter().chain(&desk.view.outlined).copied();
    let all = shown.flat_map(|bloc| members(&REAL.atlas, bloc, day(TODAY)).iter().collect::<Vec<_>>());
    let places: Vec<_> = all.filter_map(|country| REAL.world.label_of_country(country)).collect();
    let at = |place: &LonLat| desk.projection.project(*place).map(|at| desk.camera.screen_from_plane(at).x_px);
    let is_seen = |place: &&LonLat| at(place).is_some_and(|x_px| (0.0..=desk.size.width_px).contains(&x_px));
    (places.iter().filter(is_seen).count(), places.len())
}

#[test]
fn on_a_narrow_screen_the_shown_blocs_are_in_sight() {
    let whole = ["asean", "au", "eu", "rcep", "mercosur", "saarc", "gcc", "andean-community"];
    let bloc = |id: &str| REAL.atlas.bloc_by_id(id).map(|bloc| View { blocs: vec![bloc], ..View::bare() });
    for (width_px, height_px) in [(320.0, 240.0), (390.0, 242.0), (320.0, 320.0), (540.0, 335.0)] {
        for (id, view) in whole.iter().filter_map(|id| Some((id, bloc(id)?))) {
            let desk = Desk::new(&view, Size::new(width_px, height_px));
            let (seen, all) = in_sight(&desk);
            assert!(seen == all && all > 0, "{seen} of {all} of {id} in {width_px}x{height_px}");
        }
        let view = View::default_for(&REAL.atlas);
        let (seen, all) = in_sight(&Desk::new(&view, Size::new(width_px, height_px)));
        assert!(5 * seen >= 4 * all, "{seen} of {all} of the default view in {width_px}x{height_px}");
    }
}

#[test]
fn a_narrow_map_at_home_leaves_no_room_beside_the_world_and_is_no_part_of_the_view() {
    for bloc in REAL.atlas.blocs() {
        for projection in ProjectionKind::ALL.into_iter().filter(|kind| !kind.is_globe()) {
            let view = View { blocs: vec![bloc.ix], projection, ..View::bare() };
            let desk = Desk::new(&view, Size::new(320.0, 240.0));
            let bounds = desk.projection.bounds();
            let (left, right) =
                (desk.camera.screen_from_plane(bounds.min).x_px, desk.camera.screen_from_plane(bounds.max).x_px);
            let fits = right - left <= 320.0;
            assert!(fits || (left < 1e-6 && right > 320.0 - 1e-6), "{} {projection:?}: {left} to {right}", bloc.id);
            assert_eq!(framing::view_of_camera(&desk.camera, &desk.projection, desk.size, &desk.home), None);
        }
    }
}

#[test]
fn at_no_zoom_does_a_state_vanish() {
    let mut lost = Vec::new();
    let plane = Plane::default();
    let states = || REAL.atlas.countries().iter().filter(|country| country.status == CountryStatus::UnMember);
    for zoom in [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0] {
        for blocs in [Vec::new(), REAL.atlas.bloc_by_id("un").into_iter().collect()] {
            let view = View { blocs, ..view_on(LonLat::new(11.0, 0.0), ProjectionKind::EqualEarth, zoom) };
            let desk = Desk::new(&view, Size::new(1200.0, 640.0));
            let setting = desk.setting(&plane);
            let scene = build(&setting);
            for country in states().filter(|country| is_small(&setting, country.ix)) {
                let is_dot = |mark: &Mark| matches!(mark, Mark::Dot { country: of, .. } if *of == country.ix);
                if !scene.over.iter().any(is_dot) {
                    lost.push(format!("{} at {zoom}", country.code));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn whoever_comes_near_to_a_member_reads_its_name() {
    let plane = Plane::default();
    let mut nameless = Vec::new();
    for country in REAL.atlas.countries().iter().filter(|country| country.status == CountryStatus::UnMember) {
        let Some(place) = REAL.world.label_of_country(country.ix) else { continue };
        for zoom in [32.0, 64.0] {
            let blocs = REAL.atlas.bloc_by_id("un").into_iter().collect();
            let view = View { blocs, ..view_on(place, ProjectionKind::EqualEarth, zoom) };
            let desk = Desk::new(&view, Size::new(1200.0, 640.0));
            let scene = build(&desk.setting(&plane));
            let is_name = |mark: &Mark| matches!(mark, Mark::Label { text, .. } if text == country.name());
            if !scene.over.iter().any(is_name) {
                nameless.push(format!("{} at {zoom}", country.code));
            }
        }
    }
    assert!(nameless.is_empty(), "{} have no name:\n{}", nameless.len(), nameless.join("\n"));
}
