//! The press kit: an embed comes back out of its link, and no text of an editor's becomes markup.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use entente_geo::Topology;
use entente_scene::link::print;
use entente_scene::press::{Embed, Form, Part, Picture, Shape, Still, geojson, read, snippet};
use entente_scene::view::View;

use crate::any_view::any_view;
use crate::real::{REAL, Real, TODAY, day};

const SITE: &str = "https://maps.example/";

/// What an editor may say, and should not.
const PIECES: [&str; 14] = [
    "Two pacts",
    "Ünder",
    "日本",
    " ",
    "<script>",
    "\"",
    "'",
    "&amp;",
    "</entente-map>",
    "\u{202e}",
    "\u{0}\n",
    "#title=",
    "%22",
    "a\u{200d}b",
];

fn any_words(u: &mut Unstructured<'_>) -> Result<String> {
    let mut words = String::new();
    for _ in 0..u.int_in_range(0..=6)? {
        words += if u.ratio(1, 6)? { u.arbitrary()? } else { *u.choose(&PIECES)? };
    }
    Ok(words)
}

fn embed_of(view: &str) -> Embed {
    Embed { view: view.to_owned(), ..Embed::new(SITE, "").unwrap_or_else(|_| unreachable!()) }
}

fn any_embed(u: &mut Unstructured<'_>) -> Result<Embed> {
    let view = print(&any_view(u, &REAL.atlas)?, &REAL.atlas);
    let mut show = Vec::new();
    for part in Part::ALL {
        if u.arbitrary()? {
            show.push(part);
        }
    }
    Ok(Embed {
        title: any_words(u)?,
        note: any_words(u)?,
        credit: any_words(u)?,
        alt: any_words(u)?,
        lang: (*u.choose(&["", "en", "pt-BR", "x\"y", "zh-Hant-TW"])?).to_owned(),
        show,
        shape: *u.choose(&Shape::ALL)?,
        picture: (*u.choose(&["", "map.svg", "https://x.example/a b.png", "javascript:x"])?).to_owned(),
        ..embed_of(&view)
    })
}

#[test]
fn an_embed_is_read_back_from_its_link_in_every_field() {
    arbtest(|u| {
        let embed = any_embed(u)?.cleaned();
        let again = embed.again();
        let (address, fragment) = again.split_once('#').unwrap();
        let view = address.strip_prefix(SITE).unwrap();
        let back = read(fragment, embed_of(view));
        assert_eq!(back.notices, [], "{again}");
        assert_eq!(back.embed, embed, "{again}");
        Ok(())
    });
}

#[test]
fn any_text_is_a_fragment_and_what_is_understood_of_it_is_kept() {
    arbtest(|u| {
        let mut text = any_words(u)?;
        for key in ["title=", "&show=", "&shape=", "&lang=", "&picture=", "&embed", "&x="] {
            text = text + key + &any_words(u)?;
        }
        let first = read(&text, embed_of(""));
        assert!(first.notices.len() <= 8);
        let again = read(first.embed.again().split_once('#').unwrap().1, embed_of(""));
        assert_eq!((again.embed, again.notices), (first.embed, Vec::new()), "{text}");
        Ok(())
    });
}

#[test]
fn no_words_of_an_editor_become_markup() {
    let signs = |code: &str| ["<", ">", "\""].map(|sign| code.matches(sign).count());
    arbtest(|u| {
        let embed = any_embed(u)?.cleaned();
        let dull = |words: &String| if words.is_empty() { String::new() } else { "x".to_owned() };
        let plain = Embed {
            title: dull(&embed.title),
            note: dull(&embed.note),
            credit: dull(&embed.credit),
            alt: dull(&embed.alt),
            ..embed.clone()
        };
        let still =
            Still { picture: Picture::Inline("<svg viewBox=\"0 0 1 1\"></svg>"), table: &[], title: "T", alt: "A" };
        for form in Form::ALL {
            assert_eq!(signs(&snippet(&embed, form, still)), signs(&snippet(&plain, form, still)));
        }
        Ok(())
    });
}

#[test]
fn shapes_leave_as_they_are() {
    let Real { atlas, world } = &*REAL;
    let text = geojson(atlas, world, &View::default_for(atlas), day(TODAY));
    let back = Topology::from_features(&entente_geo::geojson::read(&text).unwrap());
    assert_eq!(back.shapes().len(), world.topology.shapes().len());
    for (back, shape) in back.shapes().iter().zip(world.topology.shapes()) {
        assert_eq!(back.key, shape.key);
        assert_eq!(back.point.is_some(), shape.point.is_some(), "{}", shape.key);
        let area_sr: f64 = shape.polygons.iter().map(|polygon| polygon.area_sr).sum();
        let stray_sr = (back.area_sr - area_sr).abs();
        assert!(stray_sr < 0.02 * area_sr + 1e-7, "{}: {} became {}", shape.key, area_sr, back.area_sr);
    }
}
