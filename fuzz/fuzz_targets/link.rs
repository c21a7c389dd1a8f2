//! Any text is a link: what is understood of it is printed and read again as the same, and what is said of the rest is short.
#![no_main]

#[path = "../facts/mod.rs"]
mod facts;

use entente_scene::link::{parse, print};
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
    assert!(read.notices.len() <= 8);
    for notice in &read.notices {
        assert!(notice.value.chars().count() <= 60 && notice.message.chars().count() <= 240, "{notice}");
    }
});
