//! Pictures as PNG, with the system's fonts.

use resvg::{tiny_skia, usvg};

use crate::Error;

/// Turns SVG into pixels; the system's fonts are looked for once.
pub(crate) struct Painter {
    options: usvg::Options<'static>,
}

/// The plainest fonts for words, the first that is there; without any, a PNG has no words.
const PLAIN: [&str; 6] = ["Inter", "Noto Sans", "Open Sans", "DejaVu Sans", "Liberation Sans", "Arial"];

impl Painter {
    pub(crate) fn new() -> Self {
        let mut options = usvg::Options { font_family: "sans-serif".into(), ..usvg::Options::default() };
        let fonts = options.fontdb_mut();
        fonts.load_system_fonts();
        let has = |name: &str| fonts.faces().any(|face| face.families.iter().any(|(family, _)| family == name));
        let plain = PLAIN.into_iter().find(|name| has(name)).map(str::to_owned);
        let any = || fonts.faces().find_map(|face| face.families.first().map(|(family, _)| family.clone()));
        if let Some(family) = plain.or_else(any) {
            fonts.set_sans_serif_family(family);
        }
        Self { options }
    }

    /// The picture with `scale` pixels for each of its own.
    pub(crate) fn png(&self, svg: &str, scale: u8) -> Result<Vec<u8>, Error> {
        let failed = |reason: String| {
            Error::Picture(format!("{reason}: the picture could not be turned into PNG; ask for .svg"))
        };
        let tree = usvg::Tree::from_str(svg, &self.options).map_err(|error| failed(error.to_string()))?;
        let size = tree.size().to_int_size();
        let side = |side: u32| side.saturating_mul(u32::from(scale));
        let pixels = tiny_skia::Pixmap::new(side(size.width()), side(size.height()));
        let mut pixels = pixels.ok_or_else(|| failed("too large".to_owned()))?;
        let scale = f32::from(scale);
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| failed(error.to_string()))
    }
}
