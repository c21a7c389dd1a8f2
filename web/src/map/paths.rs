//! Paths of the plane as the browser's own, each built when it is first seen and kept until the plane changes.

use entente_geo::{Bounds, Path, Plane};
use web_sys::Path2d;

/// How many sets of lines are kept.
const KEPT: usize = 24;

/// Many lines are cut into so many columns and rows of the map.
const COLUMNS: usize = 8;
const ROWS: usize = 4;

/// So few are left together.
const FEW: usize = 64;

/// The browser's paths for one plane, in plane units: panning and zooming only change the transform.
#[derive(Default)]
pub(super) struct Paths {
    shapes: Vec<Option<Piece>>,
    lines: Vec<(Vec<usize>, Vec<Piece>)>,
    sea: Option<Path2d>,
    graticule: Option<Path2d>,
}

/// A path and the box around it.
struct Piece {
    bounds: Bounds,
    /// What it is made of: a shape, or some arcs.
    of: Vec<usize>,
    path: Option<Path2d>,
}

impl Piece {
    /// The path, built now if need be; `None` where nothing of it is seen.
    fn seen<'p>(&mut self, seen: &Bounds, parts: impl Fn(usize) -> &'p Path) -> Option<&Path2d> {
        if !self.bounds.intersects(seen) {
            return None;
        }
        if self.path.is_none() {
            self.path = built(self.of.iter().map(|at| parts(*at)));
        }
        self.path.as_ref()
    }
}

impl Paths {
    /// Forgets all: the plane has changed.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// A shape's area, where any of it is seen.
    pub fn shape(&mut self, plane: &Plane, at: usize, seen: &Bounds) -> Option<&Path2d> {
        if self.shapes.len() <= at {
            self.shapes.resize_with(at + 1, || None);
        }
        let slot = self.shapes.get_mut(at)?;
        let piece = slot.get_or_insert_with(|| Piece { bounds: plane.shape(at).bounds(), of: vec![at], path: None });
        piece.seen(seen, |at| plane.shape(at))
    }

    /// Strokes some arcs as far as they are seen.
    pub fn lines(&mut self, plane: &Plane, arcs: &[usize], seen: &Bounds, stroke: impl Fn(&Path2d)) {
        // Outlines come and go with the date: the last used stay, at the end.
        let mut known = match self.lines.iter().position(|(known, _)| known == arcs) {
            Some(at) => self.lines.remove(at),
            None => (arcs.to_vec(), cut(plane, arcs)),
        };
        for piece in &mut known.1 {
            if let Some(path) = piece.seen(seen, |arc| plane.arc(arc)) {
                stroke(path);
            }
        }
        if self.lines.len() == KEPT {
            self.lines.remove(0);
        }
        self.lines.push(known);
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

/// Arcs by where they lie: of a near view, only those about it are built and stroked.
fn cut(plane: &Plane, arcs: &[usize]) -> Vec<Piece> {
    let world = plane.projection().bounds();
    let (columns, rows) = if arcs.len() > FEW { (COLUMNS, ROWS) } else { (1, 1) };
    let mut pieces: Vec<Piece> = Vec::new();
    pieces.resize_with(columns * rows, || Piece { bounds: Bounds::EMPTY, of: Vec::new(), path: None });
    for arc in arcs {
        let bounds = plane.arc(*arc).bounds();
        if bounds.is_empty() {
            continue;
        }
        let middle = bounds.centre();
        let column = (middle.x - world.min.x) / world.width() * columns as f64;
        let row = (middle.y - world.min.y) / world.height() * rows as f64;
        let at = (column as usize).min(columns - 1) + (row as usize).min(rows - 1) * columns;
        if let Some(piece) = pieces.get_mut(at) {
            piece.bounds = piece.bounds.union(&bounds);
            piece.of.push(*arc);
        }
    }
    pieces.retain(|piece| !piece.of.is_empty());
    pieces
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
