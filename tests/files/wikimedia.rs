//! What MediaWiki's check of uploaded SVG refuses, and what its renderer (librsvg, without our fonts and styles) would not show.

use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};

use crate::run::{entente, folder};

const SVG: &str = "http://www.w3.org/2000/svg";

/// All that a picture of ours is made of.
const ELEMENTS: [&str; 11] =
    ["svg", "title", "desc", "defs", "pattern", "g", "path", "rect", "circle", "text", "tspan"];

#[test]
fn every_picture_is_one_that_wikimedia_takes() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/picture");
    let pictures: Vec<_> = fs::read_dir(cases).unwrap().map(|case| case.unwrap().path().join("expected.svg")).collect();
    assert!(pictures.len() > 20);
    for picture in pictures {
        accept(&fs::read_to_string(&picture).unwrap(), &picture.display().to_string());
    }
}

#[test]
fn what_an_editor_says_stays_words() {
    let hostile =
        "</title><script>alert(1)</script><!ENTITY x \"y\"> &amp; @import url(//x) \u{202e}\u{0} onload=\"x\"";
    let file = folder("hostile-title").join("map.svg");
    let path = file.to_str().unwrap();
    let words = ["--title", hostile, "--note", hostile, "--credit", hostile];
    entente(&[&["render", "--view", "?blocs=reef", "--size", "400x200", "--out", path][..], &words].concat());
    let picture = fs::read_to_string(&file).unwrap();
    accept(&picture, "hostile words");
    let document = Document::parse(&picture).unwrap();
    let title = document.descendants().find(|node| node.has_tag_name((SVG, "title"))).and_then(|title| title.text());
    assert_eq!(title, Some(&*hostile.replace('\u{0}', " ")));
}

fn accept(picture: &str, name: &str) {
    assert!(!picture.contains("<!DOCTYPE") && !picture.contains("<!ENTITY") && !picture.contains("<?"), "{name}");
    let document = Document::parse(picture).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((SVG, "svg")), "{name}");
    for part in ["title", "desc"] {
        let words = root.children().find(|node| node.has_tag_name((SVG, part))).and_then(|node| node.text());
        assert!(words.is_some_and(|words| !words.is_empty()), "{name} has no {part}");
    }
    let size = |side: &str| root.attribute(side).and_then(|side| side.parse::<f64>().ok());
    assert!(size("width").is_some() && size("height").is_some() && root.attribute("viewBox").is_some(), "{name}");
    let ground = root.children().filter(Node::is_element).nth(2).unwrap();
    assert!(ground.has_tag_name((SVG, "rect")) && ground.attribute("fill").is_some(), "{name}: the ground is a shape");
    document.descendants().filter(Node::is_element).for_each(|node| element(node, name));
}

fn element(node: Node<'_, '_>, name: &str) {
    let tag = node.tag_name();
    assert!(tag.namespace() == Some(SVG) && ELEMENTS.contains(&tag.name()), "{name}: <{}>", tag.name());
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        assert!(!key.starts_with("on") && key != "href" && key != "style", "{name}: {key}");
        assert!(attribute.namespace().is_none(), "{name}: {key}");
        let outside = value.contains("://") || value.contains("data:") || value.contains("@import");
        assert!(!outside && !value.contains("var("), "{name}: {key}={value:.60}");
        assert!(!value.contains("url(") || value.starts_with("url(#"), "{name}: {key}={value:.60}");
    }
    if tag.name() == "text" {
        let family = node.attribute("font-family").unwrap_or_default();
        assert!(family.ends_with("sans-serif"), "{name}: a family that every system has ends the list");
    }
}
