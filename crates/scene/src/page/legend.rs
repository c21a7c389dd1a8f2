//! The legend as a part of a page: each sign drawn as the map draws it.

use super::Page;
use super::node::{Node, element};
use crate::legend::{Entry, Legend, Swatch};
use crate::mark::Dash;
use crate::pattern::{Coat, Part, Sample, Tile, coats};
use crate::style::{Colour, custom_property};

/// The legend's lines and the note on borders.
pub fn legend(page: &Page<'_>, legend: &Legend) -> Vec<Node> {
    let rows = legend.entries.iter().enumerate().map(|(at, entry)| row(page, at, entry));
    vec![element("ul").children(rows), element("p").class("policy").text(legend.policy)]
}

fn row(page: &Page<'_>, at: usize, entry: &Entry) -> Node {
    let name = match entry.bloc {
        Some(bloc) => page.named(crate::view::Selection::Bloc(bloc), entry.text.as_str()),
        None => element("span").text(entry.text.as_str()),
    };
    let count = element("span").class("count").text(entry.count.to_string());
    element("li").child(swatch(at, &entry.swatch)).child(name).child(count)
}

fn swatch(at: usize, swatch: &Swatch) -> Node {
    let picture = element("svg").class("swatch").with("viewBox", "0 0 28 16").with("aria-hidden", "true");
    match swatch {
        Swatch::Fill(paint) => {
            let fills = coats(paint).into_iter().enumerate().flat_map(|(nth, coat)| {
                let sample = coat.sample(28.0, 16.0);
                match coat {
                    Coat::Flat(colour) => vec![area(sample, paint_of(colour))],
                    Coat::Tiled(tile) => tiled(format!("sign-{at}-{nth}"), &tile, sample),
                }
            });
            picture.children(fills)
        }
        Swatch::Line(pen) => {
            let dashes = match pen.dash {
                Dash::Solid => "none",
                Dash::Dashed => "4 3",
                Dash::Dotted => "0.1 4",
            };
            let line = element("path")
                .with("d", "M2 8H26")
                .with("fill", "none")
                .with("stroke", paint_of(pen.colour))
                .with("stroke-width", "2.5")
                .with("stroke-linecap", "round")
                .with("stroke-dasharray", dashes);
            picture.child(line)
        }
    }
}

fn area(sample: Sample, fill: String) -> Node {
    let [x, y, width, height] = sample.area_px.map(px);
    element("rect").with("x", x).with("y", y).with("width", width).with("height", height).with("fill", fill)
}

fn paint_of(colour: Colour) -> String {
    format!("var({})", custom_property(colour))
}

/// A length to a tenth of a pixel.
fn px(length: f64) -> String {
    let mut text = String::new();
    entente_geo::svg_path::push_number(length, &mut text);
    text
}

fn tiled(id: String, tile: &Tile, sample: Sample) -> Vec<Node> {
    let (right, down) = sample.origin_px;
    let circle = |radius_px: f64| {
        let middle = px(tile.side_px / 2.0);
        element("circle").with("cx", middle.as_str()).with("cy", middle).with("r", px(radius_px))
    };
    let parts = tile.parts.iter().map(|part| match part {
        Part::Rectangle { x_px, y_px, width_px, height_px, colour } => element("rect")
            .with("x", px(*x_px))
            .with("y", px(*y_px))
            .with("width", px(*width_px))
            .with("height", px(*height_px))
            .with("fill", paint_of(*colour)),
        Part::Disc { radius_px, colour } => circle(*radius_px).with("fill", paint_of(*colour)),
        Part::Ring { radius_px, width_px, colour } => circle(*radius_px)
            .with("fill", "none")
            .with("stroke-width", px(*width_px))
            .with("stroke", paint_of(*colour)),
    });
    let pattern = element("pattern")
        .with("id", id.as_str())
        .with("patternUnits", "userSpaceOnUse")
        .with("width", px(tile.side_px))
        .with("height", px(tile.side_px))
        .with("patternTransform", format!("translate({} {}) rotate({})", px(right), px(down), px(tile.turn_deg)))
        .children(parts);
    vec![pattern, area(sample, format!("url(#{id})"))]
}
