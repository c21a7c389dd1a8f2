//! Any text is a link: what is understood of it is printed and read again as the same, and what is said of the rest is short.
#![no_main]

#[path = "../facts/mod.rs"]
mod facts;

use entente_scene::link::{desk, parse, print};
use facts::ATLAS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = parse(text, &ATLAS);
    let link = print(&read.view, &ATLAS);
    let again = parse(&link, &ATLAS);
    assert!(again.notices.is_empty(), "{link}: {:?}", again.notices);
    assert_eq!(print(&again.view, &ATLAS), link);
    let blocs = &read.view.blocs;
    assert!(blocs.iter().all(|bloc| !read.view.outlined.contains(bloc)));
    let (desk, notices) = desk::read(&read.view, &ATLAS);
    let mut canonical = read.view.clone();
    desk::write(&desk, &mut canonical, &ATLAS);
    assert_eq!(desk::read(&canonical, &ATLAS), (desk, Vec::new()));
    assert!(read.notices.len() <= 8 && notices.len() <= 8);
    for notice in read.notices.iter().chain(&notices) {
        assert!(notice.value.chars().count() <= 60 && notice.message.chars().count() <= 240, "{notice}");
    }
});
