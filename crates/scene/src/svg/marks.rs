//! One mark as SVG elements: an exhaustive match.

use entente_geo::svg_path::write_path;
use entente_geo::{Path, PlanePoint};

use super::defs::coat_id;
use super::{Printer, number, text};
use crate::mark::{Anchor, Dash, Mark, Pen};
use crate::pattern::{Coat, Paint, coats};
use crate::scene::Scene;
use crate::style::Colour;

impl Printer<'_> {
    pub(super) fn mark(&self, out: &mut String, mark: &Mark) {
        let plane = self.setting.plane;
        match mark {
            Mark::Sea => self.area(out, &plane.sphere(), &self.colour(Colour::Sea)),
            Mark::Graticule if self.is_sketch() => {}
            Mark::Graticule => {
                let pen = Pen { colour: Colour::Graticule, width_px: 0.5, dash: Dash::Solid };
                self.stroke(out, [&plane.graticule(30.0)], pen);
            }
            Mark::Land { paint, .. } if *paint == Paint::LAND && self.is_sketch() => {}
            Mark::Land { shape, paint } => self.land(out, plane.shape(*shape), paint),
            Mark::Lines { pen, .. } if pen.colour == Colour::Border && self.is_sketch() => {}
            Mark::Lines { arcs, pen, .. } => self.stroke(out, arcs.iter().map(|arc| plane.arc(*arc)), *pen),
            Mark::Dot { paint, .. } if *paint == Paint::LAND && self.is_sketch() => {}
            Mark::Dot { at, radius_px, paint, rim, .. } => self.dot(out, *at, *radius_px, paint, *rim),
            Mark::Link { path, pen, .. } => {
                // A halo, so that an arc can be told from borders and stripes.
                let halo = Pen { colour: Colour::Halo, width_px: pen.width_px + 2.0, dash: Dash::Solid };
                self.stroke(out, [path], halo);
                self.stroke(out, [path], *pen);
            }
            Mark::Label { at, text, size_px, anchor, colour } => {
                if self.options.labels {
                    self.label(out, *at, text, *size_px, *anchor, *colour);
                }
            }
        }
    }

    /// All land without a sign as one element.
    pub(super) fn plain_land(&self, out: &mut String, scene: &Scene) {
        out.push_str("<path fill=\"");
        out.push_str(&self.colour(Colour::Land));
        out.push_str("\" d=\"");
        for mark in &scene.land {
            if let Mark::Land { shape, paint } = mark
                && *paint == Paint::LAND
            {
                write_path(self.setting.plane.shape(*shape), &self.affine, out);
            }
        }
        out.push_str("\"/>\n");
    }

    fn area(&self, out: &mut String, path: &Path, fill: &str) {
        if path.is_empty() {
            return;
        }
        out.push_str("<path fill=\"");
        out.push_str(fill);
        out.push_str("\" d=\"");
        write_path(path, &self.affine, out);
        out.push_str("\"/>\n");
    }

    fn land(&self, out: &mut String, path: &Path, paint: &Paint) {
        for fill in self.fills(paint) {
            self.area(out, path, &fill);
        }
    }

    /// What goes into `fill=` for each coat of a paint.
    pub(super) fn fills(&self, paint: &Paint) -> Vec<String> {
        let fill = |(at, coat): (usize, Coat)| match coat {
            Coat::Flat(colour) => self.colour(colour),
            Coat::Tiled(_) => format!("url(#{})", coat_id(paint, at)),
        };
        coats(paint).into_iter().enumerate().map(fill).collect()
    }

    fn stroke<'p>(&self, out: &mut String, paths: impl IntoIterator<Item = &'p Path>, pen: Pen) {
        let mut line = String::new();
        for path in paths {
            write_path(path, &self.affine, &mut line);
        }
        if line.is_empty() {
            return;
        }
        out.push_str("<path fill=\"none\" stroke-linejoin=\"round\" ");
        self.pen(out, pen);
        out.push_str(" d=\"");
        out.push_str(&line);
        out.push_str("\"/>\n");
    }

    pub(super) fn pen(&self, out: &mut String, pen: Pen) {
        out.push_str("stroke=\"");
        out.push_str(&self.colour(pen.colour));
        out.push_str("\" stroke-width=\"");
        number(pen.width_px, out);
        out.push('"');
        out.push_str(match pen.dash {
            Dash::Solid => "",
            Dash::Dashed => " stroke-dasharray=\"4 3\"",
            Dash::Dotted => " stroke-dasharray=\"0.1 4\" stroke-linecap=\"round\"",
        });
    }

    fn dot(&self, out: &mut String, at: PlanePoint, radius_px: f64, paint: &Paint, rim: Pen) {
        let at = self.affine.apply(at);
        let coats = coats(paint);
        for (nth, (coat, fill)) in coats.iter().zip(self.fills(paint)).enumerate() {
            self.circle(out, (at.x, at.y), coat.middle_px(), radius_px);
            out.push_str(" fill=\"");
            out.push_str(&fill);
            out.push('"');
            if nth == 0 {
                out.push(' ');
                self.pen(out, rim);
            }
            out.push_str("/>\n");
        }
        if coats.is_empty() {
            self.circle(out, (at.x, at.y), (0.0, 0.0), radius_px);
            out.push_str(" fill=\"none\" ");
            self.pen(out, rim);
            out.push_str("/>\n");
        }
    }

    /// A circle still open for attributes, with the pattern's own `middle` in its middle.
    fn circle(&self, out: &mut String, at: (f64, f64), middle: (f64, f64), radius_px: f64) {
        let (x, y) = if middle == (0.0, 0.0) { at } else { middle };
        out.push_str("<circle cx=\"");
        number(x, out);
        out.push_str("\" cy=\"");
        number(y, out);
        out.push_str("\" r=\"");
        number(radius_px, out);
        out.push('"');
        if middle != (0.0, 0.0) {
            out.push_str(" transform=\"translate(");
            number(at.0 - middle.0, out);
            out.push(' ');
            number(at.1 - middle.1, out);
            out.push_str(")\"");
        }
    }

    fn label(&self, out: &mut String, at: PlanePoint, words: &str, size_px: f64, anchor: Anchor, colour: Colour) {
        let at = self.affine.apply(at);
        out.push_str("<text font-family=\"system-ui, sans-serif\" paint-order=\"stroke\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke=\"");
        out.push_str(&self.colour(Colour::Halo));
        out.push_str("\" fill=\"");
        out.push_str(&self.colour(colour));
        out.push_str("\" font-size=\"");
        number(size_px, out);
        let right_px = match anchor {
            Anchor::Middle => {
                out.push_str("\" text-anchor=\"middle");
                0.0
            }
            Anchor::Start => crate::style::measure::BESIDE_PX,
        };
        out.push_str("\" x=\"");
        number(at.x + right_px, out);
        out.push_str("\" y=\"");
        number(at.y + size_px * 0.35, out);
        out.push_str("\">");
        text(words, out);
        out.push_str("</text>\n");
    }
}
