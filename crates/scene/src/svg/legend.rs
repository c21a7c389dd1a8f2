//! The words around a picture that stands alone: sentence, legend, border policy.

use entente_atlas::query::sentence::names;
use entente_atlas::{CountryIx, CountrySet};
use entente_geo::{Bounds, PlanePoint};

use super::lines::{LETTER, MARGIN_PX, cut, wrap};
use super::{LINE_PX, Printer, number};
use crate::build::land::Standings;
use crate::camera::Size;
use crate::describe::missing;
use crate::legend::{Entry, Swatch};
use crate::mark::Pen;
use crate::pattern::{Sample, coats};
use crate::said::Said;
use crate::scene::Scene;
use crate::setting::Setting;
use crate::supposed::supposed;

/// A column is at least this wide, and wide enough for its longest line.
const COLUMN_PX: f64 = 230.0;
const SWATCH_PX: f64 = 28.0;
const SWATCH_HEIGHT_PX: f64 = 16.0;
const ENTRY_PX: f64 = 12.0;
/// Room for one line of the notes, and the height of its letters.
const NOTE_PX: f64 = 15.0;
const NOTE_LETTERS_PX: f64 = 11.0;
/// More of an editor's note is left out: a picture is no article.
const MOST_LINES: usize = 12;

/// What stands beside a sign.
fn words_of(entry: &Entry) -> String {
    format!("{} ({})", entry.text, entry.count)
}

fn column_px(scene: &Scene) -> f64 {
    let letters = scene.legend.entries.iter().map(|entry| words_of(entry).chars().count());
    let longest_px = letters.max().unwrap_or(0) as f64 * ENTRY_PX * LETTER;
    COLUMN_PX.max(SWATCH_PX + 8.0 + longest_px + MARGIN_PX)
}

fn columns(scene: &Scene, size: Size) -> usize {
    (((size.width_px - MARGIN_PX) / column_px(scene)) as usize).max(1)
}

/// Room below the map for the legend.
pub(super) fn height_px(scene: &Scene, setting: &Setting<'_>, said: Said<'_>) -> f64 {
    let lines = scene.legend.entries.len().div_ceil(columns(scene, setting.size));
    LINE_PX * lines as f64 + NOTE_PX * notes(scene, setting, said).len() as f64 + 2.0 * MARGIN_PX
}

/// The lines below the legend: the editor's note, who is not to be seen, how borders are drawn, which edition of the facts this is, and
/// the editor's credit.
fn notes(scene: &Scene, setting: &Setting<'_>, said: Said<'_>) -> Vec<String> {
    let version = setting.atlas.version();
    let edition = (!version.is_empty()).then(|| format!("Entente, facts of {version}."));
    let policy = scene.legend.policy.to_owned();
    let supposed = supposed(setting.view, setting.atlas);
    let ours = supposed.into_iter().chain(missing(scene)).chain(outside(setting)).chain([policy]).chain(edition);
    let wrapped = |note: &str| wrap(note, setting.size, NOTE_LETTERS_PX);
    let theirs = |words: &str| cut(wrapped(words), MOST_LINES);
    let ours = ours.flat_map(|note| wrapped(&note));
    theirs(said.note).into_iter().chain(ours).chain(theirs(said.credit)).collect()
}

/// Those who belong into the picture and lie beyond its edges, in a sentence.
fn outside(setting: &Setting<'_>) -> Option<String> {
    let wanted = Standings::at(setting).wanted();
    let is_outside = |country: &CountryIx| {
        setting.world.shape_of_country(*country).is_some_and(|shape| !is_in_sight(setting, *country, shape))
    };
    let all: CountrySet = wanted.iter().filter(is_outside).collect();
    (!all.is_empty()).then(|| format!("Beyond the edges of this map: {}.", names(setting.atlas, all)))
}

fn is_in_sight(setting: &Setting<'_>, country: CountryIx, shape: usize) -> bool {
    let (Size { width_px, height_px }, camera) = (setting.size, setting.camera);
    let is_over = |min: PlanePoint, max: PlanePoint| {
        let (min, max) = (camera.screen_from_plane(min), camera.screen_from_plane(max));
        min.x_px < width_px && max.x_px > 0.0 && min.y_px < height_px && max.y_px > 0.0
    };
    let dot = setting.world.label_of_country(country).and_then(|place| setting.projection.project(place));
    let mut parts = setting.plane.shape(shape).lines().map(|line| {
        let mut bounds = Bounds::EMPTY;
        line.iter().for_each(|point| bounds.add(PlanePoint::from(*point)));
        bounds
    });
    dot.is_some_and(|at| is_over(at, at)) || parts.any(|bounds| is_over(bounds.min, bounds.max))
}

impl Printer<'_> {
    pub(super) fn legend(&self, out: &mut String, scene: &Scene, size: Size, top_px: f64) {
        let (columns, column_px) = (columns(scene, size), column_px(scene));
        for (at, entry) in scene.legend.entries.iter().enumerate() {
            let x_px = MARGIN_PX + column_px * (at % columns) as f64;
            let y_px = top_px + MARGIN_PX + LINE_PX * (at / columns) as f64;
            self.entry(out, entry, x_px, y_px);
        }
        let lines = scene.legend.entries.len().div_ceil(columns) as f64;
        for (at, line) in notes(scene, self.setting, self.options.said).iter().enumerate() {
            let y_px = top_px + MARGIN_PX + 8.0 + LINE_PX * lines + NOTE_PX * at as f64;
            self.line(out, line, MARGIN_PX, y_px, NOTE_LETTERS_PX);
        }
    }

    fn entry(&self, out: &mut String, entry: &Entry, x_px: f64, y_px: f64) {
        match &entry.swatch {
            Swatch::Fill(paint) => {
                for (coat, fill) in coats(paint).iter().zip(self.fills(paint)) {
                    let sample = coat.sample(SWATCH_PX, SWATCH_HEIGHT_PX);
                    self.sample(out, sample, (x_px, y_px - SWATCH_HEIGHT_PX / 2.0), &fill);
                }
            }
            Swatch::Line(pen) => {
                out.push_str("<path fill=\"none\" ");
                // On the map an outline runs along a coast; a short stroke alone must be wider to show its colour.
                self.pen(out, Pen { width_px: pen.width_px.max(2.5), ..*pen });
                out.push_str(" d=\"M");
                number(x_px, out);
                out.push(' ');
                number(y_px, out);
                out.push('h');
                number(SWATCH_PX, out);
                out.push_str("\"/>\n");
            }
        }
        self.line(out, &words_of(entry), x_px + SWATCH_PX + 8.0, y_px + 4.0, ENTRY_PX);
    }

    /// A coat of a sign, its pattern where no sign is cut.
    fn sample(&self, out: &mut String, sample: Sample, corner_px: (f64, f64), fill: &str) {
        let (right, down) = sample.origin_px;
        let [x, y, width, height] = sample.area_px;
        out.push_str("<rect");
        for (name, value) in [("x", x - right), ("y", y - down), ("width", width), ("height", height)] {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            number(value, out);
            out.push('"');
        }
        out.push_str(" transform=\"translate(");
        number(corner_px.0 + right, out);
        out.push(' ');
        number(corner_px.1 + down, out);
        out.push_str(")\" fill=\"");
        out.push_str(fill);
        out.push_str("\"/>\n");
    }
}
