//! A picture printed as SVG text: for files, for the page's first map, and for golden tests.

mod defs;
mod head;
mod legend;
mod lines;
mod marks;

use entente_geo::Affine;

use crate::emphasis::emphasis;
use crate::mark::{LAYERS, Layer};
use crate::page::node::escape as text;
use crate::said::Said;
use crate::scene::Scene;
use crate::setting::Setting;
use crate::style::{Colour, Palette, custom_property};
use crate::supposed::supposed;

/// How colours are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// As values of one palette: for a file that stands alone.
    Fixed(&'static Palette),
    /// As CSS custom properties: for a picture inside our page, which follows its theme.
    Page,
}

impl Colours {
    fn write(self, colour: Colour) -> String {
        match self {
            Self::Fixed(palette) => palette.hex(colour).to_owned(),
            Self::Page => format!("var({})", custom_property(colour)),
        }
    }
}

/// What goes into the file beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// How colours are written.
    pub colours: Colours,
    /// The sentence above and the legend below the map.
    pub words: bool,
    /// Names on the land.
    pub labels: bool,
    /// What an editor says, among those words.
    pub said: Said<'a>,
}

/// Room for one line of the legend, in pixels.
pub const LINE_PX: f64 = 20.0;

/// The picture as one SVG document of the setting's size, with room added for words where they are asked for.
pub fn svg(scene: &Scene, setting: &Setting<'_>, options: Options<'_>) -> String {
    let printer = Printer::new(setting, options);
    let room_px = || (head::height_px(setting, options.said), legend::height_px(scene, setting, options.said));
    let (head_px, foot_px) = if options.words { room_px() } else { (0.0, 0.0) };
    let mut out = String::new();
    printer.open(&mut out, setting.size.height_px + head_px + foot_px);
    printer.defs(&mut out, scene);
    if options.words {
        printer.head(&mut out);
        // A picture within the picture: what a closer look moves past its edges does not run under the words.
        out.push_str("<svg y=\"");
        number(head_px, &mut out);
        out.push_str("\" width=\"");
        number(setting.size.width_px, &mut out);
        out.push_str("\" height=\"");
        number(setting.size.height_px, &mut out);
        out.push_str("\">\n");
    }
    printer.layers(&mut out, scene);
    for mark in setting.view.select.iter().flat_map(|selection| emphasis(setting, (*selection).into())) {
        printer.mark(&mut out, &mark);
    }
    if options.words {
        out.push_str("</svg>\n");
        printer.legend(&mut out, scene, setting.size, head_px + setting.size.height_px);
    }
    out.push_str("</svg>\n");
    out
}

/// Everything the parts of the printer share.
struct Printer<'a> {
    setting: &'a Setting<'a>,
    options: Options<'a>,
    affine: Affine,
}

impl<'a> Printer<'a> {
    fn new(setting: &'a Setting<'a>, options: Options<'a>) -> Self {
        let camera = setting.camera;
        let affine = Affine { scale: camera.scale_px, x: camera.x_px, y: camera.y_px };
        Self { setting, options, affine }
    }

    fn layers(&self, out: &mut String, scene: &Scene) {
        for layer in LAYERS {
            let strokes_land = layer == Layer::Land && self.is_sketch();
            if strokes_land {
                out.push_str("<g stroke-width=\"1\" stroke-linejoin=\"round\" stroke=\"");
                out.push_str(&self.colour(Colour::Border));
                out.push_str("\">\n");
                self.plain_land(out, scene);
            }
            for mark in scene.layer(layer) {
                self.mark(out, mark);
            }
            if strokes_land {
                out.push_str("</g>\n");
            }
        }
    }

    /// In a page every byte waits for the line: there a country's own edge stands for the borders, and what is faint waits for the live map.
    fn is_sketch(&self) -> bool {
        self.options.colours == Colours::Page
    }

    fn colour(&self, colour: Colour) -> String {
        self.options.colours.write(colour)
    }

    /// Left, top, width and height of what is seen: a sketch of the whole world ends at the sea's edge, so that the page can lay it
    /// exactly where the live map's sea will be.
    fn frame(&self, height_px: f64) -> [f64; 4] {
        if !self.is_sketch() || self.setting.view.camera.is_some() {
            return [0.0, 0.0, self.setting.size.width_px, height_px];
        }
        let bounds = self.setting.projection.bounds();
        let (least, most) = (self.affine.apply(bounds.min), self.affine.apply(bounds.max));
        [least.x, least.y, most.x - least.x, most.y - least.y]
    }

    fn open(&self, out: &mut String, height_px: f64) {
        out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
        for (at, side) in self.frame(height_px).into_iter().enumerate() {
            if at > 0 {
                out.push(' ');
            }
            number(side, out);
        }
        if self.options.words {
            out.push_str("\" width=\"");
            number(self.setting.size.width_px, out);
            out.push_str("\" height=\"");
            number(height_px, out);
        }
        out.push_str("\" role=\"img\">\n<title>");
        match self.options.said.title {
            "" => text(&crate::sentence::title(self.setting), out),
            title => text(title, out),
        }
        out.push_str("</title>\n<desc>");
        text(&crate::sentence::caption(self.setting), out);
        if let Some(supposed) = supposed(self.setting.view, self.setting.atlas) {
            out.push(' ');
            text(&supposed, out);
        }
        out.push_str("</desc>\n");
        if self.options.words {
            // The ground is a shape, not a style: programs that read SVG without CSS show it too.
            out.push_str("<rect width=\"100%\" height=\"100%\" fill=\"");
            out.push_str(&self.colour(Colour::Border));
            out.push_str("\"/>\n");
        }
    }
}

/// A number to one decimal.
fn number(value: f64, out: &mut String) {
    entente_geo::svg_path::push_number(value, out);
}
