//! Pictures of every real bloc: nobody is left out, outlines close, legends count right, and the SVG is sound.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use arbtest::arbtest;
use entente_atlas::query::at::members;
use entente_atlas::query::{Context, Expr, eval};
use entente_atlas::{BlocIx, CountryIx};
use entente_geo::{Plane, Projection, ProjectionKind};
use entente_scene::build::build;
use entente_scene::build::dots::is_small;
use entente_scene::camera::Size;
use entente_scene::legend::Swatch;
use entente_scene::mark::Mark;
use entente_scene::pattern::{Paint, Sign};
use entente_scene::said::Said;
use entente_scene::scene::Scene;
use entente_scene::style::{Colour, LIGHT};
use entente_scene::svg::{Colours, Options, svg};
use entente_scene::view::{Centre, View};

use crate::real::{Desk, REAL, TODAY, day};

const DATES: [&str; 4] = ["1950-01-01", "1975-01-01", "2000-01-01", TODAY];
const SIZE: (f64, f64) = (1200.0, 640.0);
const CENTRE: Centre = Centre::Fixed { lon_deg: 11.0, lat_deg: 0.0 };

/// The world on the plane, where every view of these tests is centred.
static PLANE: LazyLock<Plane> =
    LazyLock::new(|| Plane::new(&REAL.world.topology, &Projection::new(ProjectionKind::EqualEarth, 11.0), 0.4 / 200.0));

/// The picture of a view.
fn drawn(view: &View) -> Scene {
    let desk = Desk::new(view, Size::new(SIZE.0, SIZE.1));
    build(&desk.setting(&PLANE))
}

/// Views that show one bloc each, on each of the dates.
fn each_bloc(view_of: impl Fn(BlocIx) -> View) -> impl Iterator<Item = (String, BlocIx, View)> {
    REAL.atlas.blocs().iter().flat_map(move |bloc| {
        let view = view_of(bloc.ix);
        DATES.map(|date| {
            let name = format!("{} on {date}", bloc.id);
            (name, bloc.ix, View { at: Some(day(date)), centre: CENTRE, ..view.clone() })
        })
    })
}

/// Whether a country is to be seen in a picture, or told to be missing.
fn is_told(scene: &Scene, country: CountryIx) -> bool {
    let name = REAL.atlas.country(country).name();
    let shape = REAL.world.shape_of_country(country).filter(|shape| !PLANE.shape(*shape).is_empty());
    let is_area =
        |mark: &Mark| matches!(mark, Mark::Land { shape: of, paint } if Some(*of) == shape && *paint != Paint::LAND);
    let is_dot = |mark: &Mark| matches!(mark, Mark::Dot { country: of, .. } if *of == country);
    scene.land.iter().any(is_area)
        || scene.over.iter().any(is_dot)
        || scene.missing.iter().any(|missing| missing == name)
}

#[test]
fn every_member_is_painted_or_dotted_or_told_to_be_missing() {
    let mut lost = Vec::new();
    for (name, bloc, view) in each_bloc(|bloc| View { blocs: vec![bloc], ..View::bare() }) {
        let scene = drawn(&view);
        let date = view.date(day(TODAY));
        let all = members(&REAL.atlas, bloc, date).iter().filter(|country| !is_told(&scene, *country));
        lost.extend(all.map(|country| format!("{} in {name}", REAL.atlas.country(country).code)));
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn every_country_of_an_answer_is_painted_or_dotted_or_told_to_be_missing() {
    let mut lost = Vec::new();
    for (name, bloc, view) in each_bloc(|bloc| View { expression: Some(Expr::bloc(bloc)), ..View::bare() }) {
        let scene = drawn(&view);
        let date = view.date(day(TODAY));
        let all = members(&REAL.atlas, bloc, date).iter().filter(|country| !is_told(&scene, *country));
        lost.extend(all.map(|country| format!("{} in {name}", REAL.atlas.country(country).code)));
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn every_member_of_an_outlined_bloc_is_outlined_or_dotted_or_told_to_be_missing() {
    let mut lost = Vec::new();
    for (name, bloc, view) in each_bloc(|bloc| View { outlined: vec![bloc], ..View::bare() }) {
        let desk = Desk::new(&view, Size::new(SIZE.0, SIZE.1));
        let setting = desk.setting(&PLANE);
        let scene = build(&setting);
        let is_ringed = |country: CountryIx| {
            let ring = |mark: &Mark| matches!(mark, Mark::Dot { country: of, rim, .. } if *of == country && matches!(rim.colour, Colour::Bloc(_)));
            scene.over.iter().any(ring) || !is_small(&setting, country)
        };
        let is_missing =
            |country: CountryIx| scene.missing.iter().any(|name| name == REAL.atlas.country(country).name());
        let all = members(&REAL.atlas, bloc, view.date(day(TODAY)));
        let all = all.iter().filter(|country| {
            let has_shape = REAL.world.shape_of_country(*country).is_some();
            if has_shape { !is_ringed(*country) } else { !is_missing(*country) }
        });
        lost.extend(all.map(|country| format!("{} in {name}", REAL.atlas.country(country).code)));
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn the_legend_says_what_every_sign_on_the_map_means() {
    arbtest(|u| {
        let mut blocs: Vec<BlocIx> = Vec::new();
        for _ in 0..u.int_in_range(1..=7)? {
            let bloc = BlocIx::new(u.int_in_range(0..=REAL.atlas.blocs().len() - 1)?);
            if !blocs.contains(&bloc) {
                blocs.push(bloc);
            }
        }
        let view = View { blocs, at: Some(day(u.choose(&DATES)?)), centre: CENTRE, ..View::bare() };
        let scene = drawn(&view);
        let on_map = scene.land.iter().filter_map(|mark| match mark {
            Mark::Land { paint, .. } => Some(&paint.signs),
            _ => None,
        });
        let on_map: BTreeSet<Sign> = on_map.flatten().copied().collect();
        let in_legend = scene.legend.entries.iter().filter_map(|entry| match &entry.swatch {
            Swatch::Fill(paint) => Some(&paint.signs),
            Swatch::Line(_) => None,
        });
        let in_legend: BTreeSet<Sign> = in_legend.flatten().copied().collect();
        let unsaid: Vec<&Sign> = on_map.difference(&in_legend).collect();
        assert!(unsaid.is_empty(), "{unsaid:?} unsaid in {:?}", view.blocs);
        Ok(())
    });
}

#[test]
fn the_outline_of_a_bloc_closes() {
    for (name, bloc, view) in each_bloc(|bloc| View { outlined: vec![bloc], ..View::bare() }) {
        let scene = drawn(&view);
        let mut ends: BTreeMap<[u64; 3], usize> = BTreeMap::new();
        for mark in &scene.lines {
            let Mark::Lines { arcs, bloc: Some(of), .. } = mark else { continue };
            assert_eq!(*of, bloc);
            for arc in arcs.iter().filter_map(|arc| REAL.world.topology.arcs().get(*arc)) {
                for end in [arc.points().first(), arc.points().last()].into_iter().flatten() {
                    *ends.entry([end.x.to_bits(), end.y.to_bits(), end.z.to_bits()]).or_default() += 1;
                }
            }
        }
        let open = ends.values().filter(|count| **count % 2 == 1).count();
        assert_eq!(open, 0, "{name} has {open} loose ends");
    }
}

#[test]
fn a_legend_counts_as_a_question_does() {
    arbtest(|u| {
        let mut blocs: Vec<BlocIx> = Vec::new();
        for _ in 0..u.int_in_range(1..=7)? {
            let bloc = BlocIx::new(u.int_in_range(0..=REAL.atlas.blocs().len() - 1)?);
            if !blocs.contains(&bloc) {
                blocs.push(bloc);
            }
        }
        let at = day(u.choose(&DATES)?);
        let view = View { blocs, at: Some(at), centre: CENTRE, ..View::bare() };
        let count = |expression: &Expr| eval(&REAL.atlas, expression, Context::members_at(at)).len();
        for entry in drawn(&view).legend.entries {
            let Some(expression) = meaning(&view, &entry.text) else { continue };
            assert_eq!(entry.count, count(&expression), "“{}” in {:?} on {at}", entry.text, view.blocs);
        }
        Ok(())
    });
}

/// The question that a line of a legend answers; none for standings that are no membership.
fn meaning(view: &View, text: &str) -> Option<Expr> {
    let short = |bloc: &BlocIx| REAL.atlas.bloc(*bloc).short.as_str();
    let all: Vec<Expr> = view.blocs.iter().copied().map(Expr::bloc).collect();
    if let Some((step, _)) = text.split_once(" of the ") {
        let n = step.trim_start_matches("in ").trim_end_matches(" or more").parse().ok()?;
        return Some(if step.ends_with(" or more") { Expr::AtLeast(n, all) } else { Expr::Exactly(n, all) });
    }
    if text.starts_with("in both") || text.starts_with("in all") {
        return Some(Expr::Exactly(all.len(), all));
    }
    let pair = view.blocs.iter().flat_map(|one| view.blocs.iter().map(move |other| (one, other)));
    let pair = pair.filter(|(one, other)| one != other);
    let mut shared = pair.filter(|(one, other)| text == format!("{} and {}", short(one), short(other)));
    if let Some((one, other)) = shared.next() {
        let both = Expr::bloc(*one).and(Expr::bloc(*other));
        let others = view.blocs.iter().filter(|bloc| *bloc != one && *bloc != other);
        return Some(others.fold(both, |both, bloc| both.without(Expr::bloc(*bloc))));
    }
    view.blocs.iter().find(|bloc| short(bloc) == text).map(|bloc| Expr::bloc(*bloc))
}

#[test]
fn the_picture_of_every_bloc_is_sound_svg() {
    let mut views: Vec<View> =
        REAL.atlas.blocs().iter().map(|bloc| View { blocs: vec![bloc.ix], centre: CENTRE, ..View::bare() }).collect();
    views.push(View { centre: CENTRE, links: entente_scene::view::LinksShown::All, ..View::default_for(&REAL.atlas) });
    for view in views {
        let desk = Desk::new(&view, Size::new(SIZE.0, SIZE.1));
        let setting = desk.setting(&PLANE);
        let scene = build(&setting);
        for colours in [Colours::Fixed(&LIGHT), Colours::Page] {
            let words = colours != Colours::Page;
            sound(&svg(&scene, &setting, Options { colours, words, labels: true, said: Said::default() }));
        }
    }
}

/// Well-formed, every number a number, every pattern that is used defined once.
fn sound(picture: &str) {
    let document = roxmltree::Document::parse(picture);
    assert!(document.is_ok(), "{document:?}");
    let Ok(document) = document else { return };
    let title = document.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
    assert!(title.and_then(|title| title.text()).is_some_and(|title| !title.is_empty()));
    let mut ids = BTreeSet::new();
    for id in document.descendants().filter_map(|node| node.attribute("id")) {
        assert!(ids.insert(id), "{id} twice");
    }
    for node in document.descendants() {
        for attribute in node.attributes() {
            let value = attribute.value();
            assert!(!value.contains("NaN") && !value.contains("inf"), "{}: {value:.60}", attribute.name());
            let used = value.strip_prefix("url(#").and_then(|value| value.strip_suffix(')'));
            assert!(used.is_none_or(|id| ids.contains(id)), "{value} is not defined");
        }
    }
    assert!(PLANE.sphere().points.iter().flatten().all(|number| number.is_finite()));
}
