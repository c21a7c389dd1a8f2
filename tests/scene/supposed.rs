//! A law of what leaves the page: whatever a supposition changes says that it is supposed.

use std::path::PathBuf;

use arbtest::arbitrary::Result;
use arbtest::arbtest;
use entente_atlas::records::EditRecord;
use entente_atlas::{Atlas, BlocIx};
use entente_cli::folder::Folder;
use entente_geo::Plane;
use entente_scene::action::{Action, apply};
use entente_scene::build::build;
use entente_scene::camera::Size;
use entente_scene::chart::{Ask, Chart, euler, life, matrix, upset, years};
use entente_scene::link::desk;
use entente_scene::press::List;
use entente_scene::said::Said;
use entente_scene::setting::Setting;
use entente_scene::style::LIGHT;
use entente_scene::svg::{Colours, Options, svg};
use entente_scene::view::{Measure, OverlapDesk, View};

use crate::any_view::{any_date, any_edit};
use crate::real::{Desk, REAL, TODAY, day};

const MARK: &str = "Hypothetical: ";

fn charts(ask: &Ask<'_>) -> Vec<Option<Chart>> {
    let life = ask.blocs.first().map(|bloc| life::of_bloc(ask, *bloc).ok());
    vec![
        upset::chart(ask, &upset::Options::default()).ok(),
        euler::chart(ask).ok(),
        matrix::chart(ask, Measure::Shared).ok(),
        years::chart(ask, years::Height::Whole).ok(),
        life.flatten(),
    ]
}

/// The picture as a file.
fn picture(atlas: &Atlas, view: &View) -> String {
    let desk = Desk::new(view, Size::new(400.0, 200.0));
    let plane = Plane::new(&REAL.world.topology, &desk.projection, 0.1);
    let setting = Setting { atlas, ..desk.setting(&plane) };
    svg(
        &build(&setting),
        &setting,
        Options { colours: Colours::Fixed(&LIGHT), words: true, labels: false, said: Said::default() },
    )
}

#[test]
fn nothing_supposed_leaves_the_page_unmarked() {
    let data = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../data"));
    let facts = Folder::read(&data).expect("the facts can be read");
    arbtest(|u| {
        let edits: Vec<EditRecord> = (0..2).map(|_| any_edit(u, &REAL.atlas)).collect::<Result<_>>()?;
        let blocs: Vec<BlocIx> = edits.iter().filter_map(|edit| REAL.atlas.bloc_by_id(&edit.bloc)).collect();
        let plain = apply(&View::bare(), Action::ShowOnly(blocs));
        let plain = apply(&plain, Action::SetDate(Some(any_date(u)?)));
        let mut view = plain.clone();
        desk::write(&OverlapDesk { edits: edits.clone(), ..OverlapDesk::default() }, &mut view, &REAL.atlas);
        let mut records = facts.records.clone();
        records.edit(&edits, &[]);
        let atlas = Atlas::from_records(records).expect("what is supposed leaves facts valid");
        let ask = |atlas, view| Ask { atlas, view, today: day(TODAY), blocs: &plain.blocs, width_px: 640.0 };
        let (facts, supposed) = (charts(&ask(&REAL.atlas, &plain)), charts(&ask(&atlas, &view)));
        for (fact, supposed) in facts.iter().zip(&supposed) {
            let Some(supposed) = supposed else { continue };
            let is_same = fact.as_ref().is_some_and(|fact| fact.words == supposed.words);
            assert!(is_same || supposed.file(&LIGHT).contains(MARK), "{}", supposed.title);
        }
        assert!(picture(&atlas, &view).contains(MARK) && !picture(&REAL.atlas, &plain).contains(MARK));
        let list = List::of(&atlas, &view, day(TODAY));
        let is_marked = list.csv().lines().all(|line| line.contains("ypothetical"));
        assert!(is_marked, "{}", list.csv());
        Ok(())
    })
    .budget_ms(4_000);
}
