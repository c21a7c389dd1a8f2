//! One region of the diagram: its outline, and how far it reaches at a height.

use entente_atlas::order::Order as _;

use super::circles::{Arc, Circle, Mask, arcs};
use crate::chart::draw::px;

/// The outline as the `d` of a path; empty where the region is.
pub(super) fn outline(circles: &[Circle], mask: Mask) -> String {
    let mut left: Vec<Edge> = arcs(circles).iter().filter_map(|arc| Edge::of(arc, circles, mask)).collect();
    let mut path = String::new();
    while let Some(first) = left.pop() {
        path.push_str(&format!("M{} {}", px(first.start.0), px(first.start.1)));
        first.write(&mut path);
        let mut end = first.end;
        while gap(end, first.start) > 1e-3 {
            let nearest =
                left.iter().enumerate().min_by(|(_, a), (_, b)| gap(end, a.start).total_cmp(&gap(end, b.start)));
            let Some((at, _)) = nearest else { break };
            let next = left.remove(at);
            next.write(&mut path);
            end = next.end;
        }
        path.push('z');
    }
    path
}

fn gap(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).abs() + (a.1 - b.1).abs()
}

/// An arc in the direction that keeps the region on one side.
struct Edge {
    start: (f64, f64),
    middle: (f64, f64),
    end: (f64, f64),
    radius: f64,
    is_forward: bool,
}

impl Edge {
    fn of(arc: &Arc, circles: &[Circle], mask: Mask) -> Option<Self> {
        let circle = circles.get(arc.circle)?;
        let is_forward = arc.others | 1 << arc.circle == mask;
        let is_edge = is_forward || arc.others == mask;
        let (from, to) = if is_forward { (arc.from, arc.to) } else { (arc.to, arc.from) };
        let middle = circle.at((from + to) / 2.0);
        let (start, end) = (circle.at(from), circle.at(to));
        is_edge.then_some(Self { start, middle, end, radius: circle.r, is_forward })
    }

    /// In two halves, each of less than half a turn or just that.
    fn write(&self, path: &mut String) {
        let sweep = u8::from(self.is_forward);
        for (x, y) in [self.middle, self.end] {
            path.push_str(&format!("A{0} {0} 0 0 {sweep} {1} {2}", px(self.radius), px(x), px(y)));
        }
    }
}

/// From where to where the region reaches at a height, left to right.
pub(super) fn pieces(circles: &[Circle], mask: Mask, y: f64) -> Vec<(f64, f64)> {
    let mut cuts: Vec<f64> = Vec::new();
    for circle in circles {
        let half = circle.r * circle.r - (y - circle.y).powi(2);
        if half > 0.0 {
            cuts.extend([circle.x - half.sqrt(), circle.x + half.sqrt()]);
        }
    }
    cuts.order_by(f64::total_cmp);
    let spans = cuts.iter().zip(cuts.iter().skip(1)).map(|(from, to)| (*from, *to));
    spans.filter(|(from, to)| mask_at(circles, ((from + to) / 2.0, y)) == mask).collect()
}

fn mask_at(circles: &[Circle], point: (f64, f64)) -> Mask {
    circles.iter().enumerate().filter(|(_, circle)| circle.holds(point)).fold(0, |mask, (at, _)| mask | 1 << at)
}
