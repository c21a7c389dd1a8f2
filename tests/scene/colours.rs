//! Colours: what lies over the blocs is told apart from them by everyone, the colour-blind too.

use entente_scene::style::{Colour, DARK, INKS, Ink, LIGHT, Palette};

/// How the three kinds of cones' loss turn linear red, green and blue, after Machado, Oliveira and Fernandes (2009), and full sight.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("full sight", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

fn linear(hex: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        let value = hex.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn turned(rows: &[[f64; 3]; 3], [r, g, b]: [f64; 3]) -> [f64; 3] {
    rows.map(|row| row[0] * r + row[1] * g + row[2] * b)
}

/// Oklab, in hundredths: equal distances look about equally far.
fn oklab(rgb: [f64; 3]) -> [f64; 3] {
    const CONES: [[f64; 3]; 3] = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const AXES: [[f64; 3]; 3] = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    turned(&AXES, turned(&CONES, rgb.map(|part| part.clamp(0.0, 1.0))).map(f64::cbrt)).map(|part| 100.0 * part)
}

/// The least distance of two colours to any sight.
fn apart(palette: &Palette, one: Colour, other: Colour) -> f64 {
    let seen = |rows, colour| oklab(turned(rows, linear(palette.hex(colour))));
    let distance = |rows| {
        let (a, b): ([f64; 3], [f64; 3]) = (seen(rows, one), seen(rows, other));
        a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
    };
    SIGHTS.iter().map(|(_, rows)| distance(rows)).fold(f64::INFINITY, f64::min)
}

#[test]
fn links_and_answers_are_told_apart_from_every_bloc_whatever_the_sight() {
    for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
        for over in (0..9).map(Colour::Theme).chain([Colour::Answer]) {
            for bloc in (0..INKS as u8).map(|at| Colour::Bloc(Ink(at))) {
                let distance = apart(&palette, over, bloc);
                assert!(distance >= 7.0, "{over:?} and {bloc:?} are {distance:.1} apart in {name}");
            }
        }
    }
}

#[test]
fn the_themes_of_links_are_told_apart_from_one_another_whatever_the_sight() {
    for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
        for at in 0..9 {
            for other in 0..at {
                let distance = apart(&palette, Colour::Theme(at), Colour::Theme(other));
                assert!(distance >= 3.5, "themes {other} and {at} are {distance:.1} apart in {name}");
            }
        }
    }
}

#[test]
fn what_is_drawn_over_the_map_stands_out_from_land_and_sea() {
    let light =
        |hex: &str| linear(hex).iter().zip([0.2126, 0.7152, 0.0722]).map(|(part, share)| part * share).sum::<f64>();
    for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
        for over in (0..9).map(Colour::Theme).chain([Colour::Answer, Colour::Disputed]) {
            for ground in [Colour::Land, Colour::Sea] {
                let (one, other) = (light(palette.hex(over)) + 0.05, light(palette.hex(ground)) + 0.05);
                let contrast = one.max(other) / one.min(other);
                assert!(contrast >= 4.5, "{over:?} on {ground:?} has {contrast:.1} to 1 in {name}");
            }
        }
    }
}
