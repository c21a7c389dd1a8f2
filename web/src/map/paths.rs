//! Paths of the plane as the browser's own, built once and kept until the plane changes.

use entente_geo::{Path, Plane};
use web_sys::Path2d;

/// The browser's paths for one plane, in plane units: panning and zooming only change the transform.
#[derive(Default)]
pub(super) struct Paths {
    shapes: Vec<Option<Path2d>>,
    lines: Vec<(Vec<usize>, Path2d)>,
    sea: Option<Path2d>,
    graticule: Option<Path2d>,
}

impl Paths {
    /// Forgets all: the plane has changed.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// A shape's area.
    pub fn shape(&mut self, plane: &Plane, at: usize) -> Option<&Path2d> {
        if self.shapes.len() <= at {
            self.shapes.resize_with(at + 1, || None);
        }
        let slot = self.shapes.get_mut(at)?;
        if slot.is_none() {
            *slot = built([plane.shape(at)]);
        }
        slot.as_ref()
    }

    /// Some arcs as one path: strokes that touch must be stroked once.
    pub fn lines(&mut self, plane: &Plane, arcs: &[usize]) -> Option<&Path2d> {
        if !self.lines.iter().any(|(known, _)| known == arcs) {
            // Outlines come and go with the date: keep the last few beside the borders.
            if self.lines.len() > 24 {
                self.lines.drain(2..12);
            }
            let path = built(arcs.iter().map(|arc| plane.arc(*arc)))?;
            self.lines.push((arcs.to_vec(), path));
        }
        self.lines.iter().find(|(known, _)| known == arcs).map(|(_, path)| path)
    }

    /// The map's outline.
    pub fn sea(&mut self, plane: &Plane) -> Option<&Path2d> {
        if self.sea.is_none() {
            self.sea = built([&plane.sphere()]);
        }
        self.sea.as_ref()
    }

    /// Meridians and parallels.
    pub fn graticule(&mut self, plane: &Plane) -> Option<&Path2d> {
        if self.graticule.is_none() {
            self.graticule = built([&plane.graticule(30.0)]);
        }
        self.graticule.as_ref()
    }
}

/// One path of the browser's from many of the plane's; `None` where the browser refuses.
pub(super) fn built<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Option<Path2d> {
    let built = Path2d::new().ok()?;
    for path in paths {
        for line in path.lines() {
            let Some(([x, y], rest)) = line.split_first() else { continue };
            built.move_to(f64::from(*x), f64::from(*y));
            for [x, y] in rest {
                built.line_to(f64::from(*x), f64::from(*y));
            }
            // Areas are only filled, and filling closes by itself: a third of the time saved.
        }
    }
    Some(built)
}
