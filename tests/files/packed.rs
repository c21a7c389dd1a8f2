//! The zip of all data: the same bytes every time, whatever the clock and the folder say.

use std::fs;

use crate::run::{entente, folder};

#[test]
fn the_same_facts_make_the_same_zip() {
    let folder = folder("zip");
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    entente(&["export", "data", "--out", &file("a.zip")]);
    entente(&["export", "data", "--out", &file("b.zip")]);
    let (a, b) = (fs::read(file("a.zip")).unwrap(), fs::read(file("b.zip")).unwrap());
    assert_eq!(a, b);
    for name in ["README.md", "memberships.csv", "memberships.json", "blocs.csv", "sources.json"] {
        let stands = a.windows(name.len()).any(|bytes| bytes == name.as_bytes());
        assert!(stands, "{name} is in it");
    }
}

#[test]
fn a_site_keeps_it_beside_the_facts() {
    let folder = folder("zip-of-a-site");
    let out = folder.to_str().unwrap();
    entente(&["bundle", "--out", out]);
    entente(&["export", "data", "--out", &format!("{out}/again.zip")]);
    assert_eq!(fs::read(folder.join("entente-data.zip")).unwrap(), fs::read(folder.join("again.zip")).unwrap());
}
