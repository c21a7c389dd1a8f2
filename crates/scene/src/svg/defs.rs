//! The patterns that a picture's paints need, defined once each.

use std::collections::BTreeSet;

use super::{Printer, number};
use crate::legend::Swatch;
use crate::mark::Mark;
use crate::pattern::{Base, Coat, Paint, Part, Sign, Tile, coats};
use crate::scene::Scene;

impl Printer<'_> {
    pub(super) fn defs(&self, out: &mut String, scene: &Scene) {
        let mut paints: BTreeSet<&Paint> = BTreeSet::new();
        for mark in scene.land.iter().chain(&scene.over) {
            if let Mark::Land { paint, .. } | Mark::Dot { paint, .. } = mark {
                paints.insert(paint);
            }
        }
        if self.options.words {
            paints.extend(scene.legend.entries.iter().filter_map(|entry| match &entry.swatch {
                Swatch::Fill(paint) => Some(paint),
                Swatch::Line(_) => None,
            }));
        }
        let mut known = BTreeSet::new();
        let mut body = String::new();
        for paint in paints {
            for (at, coat) in coats(paint).into_iter().enumerate() {
                if let (Coat::Tiled(tile), id) = (coat, coat_id(paint, at))
                    && known.insert(id.clone())
                {
                    self.tile(&mut body, &id, &tile);
                }
            }
        }
        if !body.is_empty() {
            out.push_str("<defs>\n");
            out.push_str(&body);
            out.push_str("</defs>\n");
        }
    }

    fn tile(&self, out: &mut String, id: &str, tile: &Tile) {
        out.push_str("<pattern id=\"");
        out.push_str(id);
        out.push_str("\" patternUnits=\"userSpaceOnUse\" width=\"");
        number(tile.side_px, out);
        out.push_str("\" height=\"");
        number(tile.side_px, out);
        if tile.turn_deg != 0.0 {
            out.push_str("\" patternTransform=\"rotate(");
            number(tile.turn_deg, out);
            out.push(')');
        }
        out.push_str("\">");
        for part in &tile.parts {
            self.part(out, part, tile.side_px / 2.0);
        }
        out.push_str("</pattern>\n");
    }

    fn part(&self, out: &mut String, part: &Part, middle_px: f64) {
        let mut element = |name: &str, attributes: &[(&str, f64)], colours: &[(&str, String)]| {
            out.push('<');
            out.push_str(name);
            for (key, value) in attributes {
                out.push(' ');
                out.push_str(key);
                out.push_str("=\"");
                number(*value, out);
                out.push('"');
            }
            for (key, value) in colours {
                out.push(' ');
                out.push_str(key);
                out.push_str("=\"");
                out.push_str(value);
                out.push('"');
            }
            out.push_str("/>");
        };
        match part {
            Part::Rectangle { x_px, y_px, width_px, height_px, colour } => element(
                "rect",
                &[("x", *x_px), ("y", *y_px), ("width", *width_px), ("height", *height_px)],
                &[("fill", self.colour(*colour))],
            ),
            Part::Disc { radius_px, colour } => element(
                "circle",
                &[("cx", middle_px), ("cy", middle_px), ("r", *radius_px)],
                &[("fill", self.colour(*colour))],
            ),
            Part::Ring { radius_px, width_px, colour } => element(
                "circle",
                &[("cx", middle_px), ("cy", middle_px), ("r", *radius_px), ("stroke-width", *width_px)],
                &[("fill", "none".into()), ("stroke", self.colour(*colour))],
            ),
        }
    }
}

/// The id of the pattern of a paint's coat: the same for the same pattern, wherever it is used.
pub(super) fn coat_id(paint: &Paint, at: usize) -> String {
    match (at.checked_sub(1).and_then(|at| paint.signs.get(at)), &paint.base) {
        (Some(Sign { status, ink }), _) => {
            let ink = ink.map_or_else(|| "some".to_owned(), |ink| ink.0.to_string());
            format!("{}-{ink}", status.as_str())
        }
        (None, Base::Striped(inks)) => {
            let inks: Vec<String> = inks.iter().map(|ink| ink.0.to_string()).collect();
            format!("stripes-{}", inks.join("-"))
        }
        (None, _) => "plain".into(),
    }
}
