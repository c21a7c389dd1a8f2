//! Links: all of a view goes into its link and comes back out, and no text at all breaks a reader's page.

use arbtest::arbtest;
use entente_scene::action::apply;
use entente_scene::link::{Notice, desk, parse, print};
use entente_scene::view::View;

use crate::any_view::{any_action, any_desk, any_view};
use crate::real::REAL;

#[test]
fn a_view_is_read_back_from_its_link_in_every_field() {
    let atlas = &REAL.atlas;
    arbtest(|u| {
        let view = any_view(u, atlas)?;
        let link = print(&view, atlas);
        let read = parse(&link, atlas);
        assert_eq!(read.notices, [], "{link}");
        assert_eq!(read.view, view, "{link}");
        Ok(())
    });
}

#[test]
fn the_desk_is_read_back_from_its_link_in_every_field() {
    let atlas = &REAL.atlas;
    arbtest(|u| {
        let desk = any_desk(u, atlas)?;
        let mut view = View::bare();
        desk::write(&desk, &mut view, atlas);
        let link = print(&view, atlas);
        assert_eq!(desk::suppositions(&link), (desk.edits.clone(), desk.own.clone()), "{link}");
        let read = parse(&link, atlas);
        assert_eq!(desk::read(&read.view, atlas), (desk, Vec::new()), "{link}");
        Ok(())
    });
}

#[test]
fn the_link_of_the_default_view_is_empty() {
    let home = View::default_for(&REAL.atlas);
    assert_eq!(print(&home, &REAL.atlas), "");
    assert_eq!(parse("", &REAL.atlas).view, home);
    assert!(!home.blocs.is_empty() && !home.outlined.is_empty());
}

#[test]
fn sharing_a_link_before_an_action_or_after_it_comes_to_the_same() {
    let atlas = &REAL.atlas;
    arbtest(|u| {
        let view = any_view(u, atlas)?;
        let action = any_action(u, atlas)?;
        let shared = parse(&print(&view, atlas), atlas).view;
        let after = print(&apply(&shared, action.clone()), atlas);
        assert_eq!(after, print(&apply(&view, action), atlas));
        let read = parse(&after, atlas);
        assert_eq!(read.notices, []);
        assert_eq!(print(&read.view, atlas), after);
        Ok(())
    });
}

/// What links are made of, and what they should not be.
const PIECES: &str = "blocs outline q at select centre camera status map links = = & & , - eu asean rcep au SGP member 2001-01-01 0.5 % %2 %00 \
     %E2%80%AE + ( ) @ : / .. chart exactly since countries if own ~a ; . upset by-degree under-bloc from-3 share 1 SGP:eu@2001-01-01 ~a:A:SGP.FRA edition \
     0badcafe";

#[test]
fn any_text_is_a_link_and_what_is_understood_of_it_is_kept() {
    let atlas = &REAL.atlas;
    let pieces: Vec<&str> = PIECES.split(' ').collect();
    arbtest(|u| {
        let mut text = String::new();
        for _ in 0..u.int_in_range(0..=16)? {
            text += if u.ratio(1, 8)? { u.arbitrary()? } else { *u.choose(&pieces)? };
        }
        let read = parse(&text, atlas);
        let link = print(&read.view, atlas);
        let again = parse(&link, atlas);
        assert_eq!(again.notices, [], "{text} became {link}");
        assert_eq!(print(&again.view, atlas), link, "{text}");
        let (desk, notices) = desk::read(&read.view, atlas);
        let mut canonical = read.view.clone();
        desk::write(&desk, &mut canonical, atlas);
        assert_eq!(desk::read(&canonical, atlas), (desk, Vec::new()), "{text}");
        let is_short = |notice: &Notice| notice.value.chars().count() <= 60 && notice.message.chars().count() <= 240;
        assert!(read.notices.len() <= 8 && read.notices.iter().all(is_short), "{text}");
        assert!(notices.len() <= 8 && notices.iter().all(is_short), "{text}");
        Ok(())
    });
}
