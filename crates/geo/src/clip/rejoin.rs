//! Closing what a clip has cut open: pieces of rings joined along the clip's edge.
//!
//! After d3-geo's `clip/rejoin.js` (ISC licence), on the simpler ground that rings keep their inside on the left and the edge
//! is walked with the map on the left: from where a ring leaves, its polygon goes on along the edge to the next entry.

use std::ops::Range;

use super::Clip;
use crate::path::Path;
use crate::point::UnitVector;

/// An open piece of a ring between two cuts. They are kept in the order of their starts.
#[derive(Clone, Debug)]
struct Segment {
    start: f64,
    end: f64,
    points: Range<usize>,
    used: bool,
}

/// A piece of a ring while its arcs are strung together.
#[derive(Clone, Debug)]
struct Line {
    start: Option<f64>,
    end: Option<f64>,
    points: Range<usize>,
}

/// Collects the pieces of one polygon's rings, then writes it closed. Keeps its memory from polygon to polygon.
#[derive(Clone, Debug, Default)]
pub struct Rejoin {
    points: Vec<[f32; 2]>,
    lines: Vec<Line>,
    segments: Vec<Segment>,
    closed: Vec<Range<usize>>,
}

impl Rejoin {
    /// Goes on with the current ring: a piece of an arc, with the positions where it was cut.
    pub fn piece(&mut self, start: Option<f64>, end: Option<f64>, points: impl Iterator<Item = [f32; 2]>) {
        let at = self.points.len();
        let goes_on = match self.lines.last() {
            Some(line) => line.end.is_none() && start.is_none(),
            None => false,
        };
        // Arcs that follow each other share a point.
        self.points.extend(points.skip(usize::from(goes_on)));
        let to = self.points.len();
        match self.lines.last_mut() {
            Some(line) if goes_on => {
                line.points.end = to;
                line.end = end;
            }
            _ => self.lines.push(Line { start, end, points: at..to }),
        }
    }

    /// The ring's arcs are through.
    pub fn end_ring(&mut self) {
        let mut lines = std::mem::take(&mut self.lines);
        if let [first, .., last] = lines.as_mut_slice()
            && first.start.is_none()
            && last.end.is_none()
        {
            self.points.extend_from_within(first.points.clone());
            last.points.end = self.points.len();
            last.end = first.end;
            first.points.end = first.points.start;
        }
        for line in lines.drain(..).filter(|line| !line.points.is_empty()) {
            match (line.start, line.end) {
                (Some(start), Some(end)) => {
                    // Few at a time: putting each in its place is shorter than sorting.
                    let at = self.segments.partition_point(|other| other.start < start);
                    self.segments.insert(at, Segment { start, end, points: line.points, used: false });
                }
                _ => self.closed.push(line.points),
            }
        }
        self.lines = lines;
    }

    /// Whether no ring was cut and none is whole: the polygon's border is out of sight.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty() && self.closed.is_empty()
    }

    /// Writes the polygon's rings to `out` and forgets them. `project` takes places on the edge to the plane.
    pub fn finish(&mut self, clip: Clip, step_rad: f64, project: impl Fn(UnitVector) -> [f32; 2], out: &mut Path) {
        for ring in self.closed.drain(..) {
            let points = self.points.get(ring).unwrap_or(&[]);
            let open = match points {
                [first, body @ .., last] if first == last && !body.is_empty() => points.len() - 1,
                _ => points.len(),
            };
            if open >= 3 {
                out.start();
                out.points.extend(points.iter().take(open));
            }
        }
        while let Some(first) = self.segments.iter().position(|segment| !segment.used) {
            out.start();
            let mut at = first;
            while let Some(segment) = self.segments.get_mut(at).filter(|segment| !segment.used) {
                segment.used = true;
                let (end, points) = (segment.end, segment.points.clone());
                out.points.extend(self.points.get(points).unwrap_or(&[]));
                let next = self.segments.partition_point(|other| other.start < end);
                at = if next < self.segments.len() { next } else { 0 };
                let to = self.segments.get(at).map_or(end, |next| next.start);
                clip.walk_edge(end, to, step_rad, |place| out.points.push(project(place)));
            }
        }
        self.segments.clear();
        self.points.clear();
    }
}
