//! Lines on the plane, ready to draw or to measure.

use crate::bounds::Bounds;
use crate::point::PlanePoint;
use crate::sink::Sink;

/// Lines or rings in one buffer; in plane units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// All points, line after line.
    pub points: Vec<[f32; 2]>,
    /// Where in `points` each line begins.
    pub starts: Vec<u32>,
    /// Whether each line's end is joined to its beginning; the first point is then not repeated.
    pub closed: bool,
}

impl Path {
    /// A path of open lines or of rings, still empty.
    pub fn new(closed: bool) -> Self {
        Self { closed, ..Self::default() }
    }

    /// Forgets all lines and keeps the memory.
    pub fn clear(&mut self) {
        self.points.clear();
        self.starts.clear();
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// Begins a new line.
    pub fn start(&mut self) {
        self.starts.push(self.points.len() as u32);
    }

    /// Each line's points in turn.
    pub fn lines(&self) -> impl Iterator<Item = &[[f32; 2]]> {
        let ends = self.starts.iter().skip(1).map(|&start| start as usize).chain([self.points.len()]);
        self.starts.iter().zip(ends).map(|(&start, end)| self.points.get(start as usize..end).unwrap_or(&[]))
    }

    /// The least box around all points.
    pub fn bounds(&self) -> Bounds {
        let mut bounds = Bounds::EMPTY;
        for &point in &self.points {
            bounds.add(point.into());
        }
        bounds
    }

    /// The area within closed rings in square plane units; holes count against it. 0 for open lines.
    pub fn area(&self) -> f64 {
        self.moments().0.abs()
    }

    /// The centre of mass of the area within closed rings; `None` for open lines and empty areas.
    pub fn centroid(&self) -> Option<PlanePoint> {
        let (area, x, y) = self.moments();
        (area != 0.0).then(|| PlanePoint::new(x / (3.0 * area), y / (3.0 * area)))
    }

    /// Signed area (positive where rings run clockwise on the screen), and three times its first moments.
    fn moments(&self) -> (f64, f64, f64) {
        let mut sums = (0.0, 0.0, 0.0);
        if !self.closed {
            return sums;
        }
        for line in self.lines() {
            let points = line.iter().map(|&point| PlanePoint::from(point));
            let next = points.clone().cycle().skip(1);
            for (a, b) in points.zip(next) {
                let cross = a.x * b.y - b.x * a.y;
                sums.0 += cross / 2.0;
                sums.1 += (a.x + b.x) * cross / 2.0;
                sums.2 += (a.y + b.y) * cross / 2.0;
            }
        }
        sums
    }
}

impl Sink<PlanePoint> for Path {
    fn line_start(&mut self, _edge: Option<f64>) {
        self.start();
    }

    fn point(&mut self, point: PlanePoint) {
        self.points.push(point.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_with_a_hole_has_the_area_and_centroid_of_the_frame() {
        let mut path = Path::new(true);
        for ring in [[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]], [[1.0, 1.0], [1.0, 3.0], [3.0, 3.0], [3.0, 1.0]]]
        {
            path.start();
            path.points.extend(ring);
        }
        assert_eq!(path.area(), 12.0);
        assert_eq!(path.centroid(), Some(PlanePoint::new(2.0, 2.0)));
        assert_eq!(path.lines().count(), 2);
        assert_eq!(path.bounds().width(), 4.0);
    }
}
