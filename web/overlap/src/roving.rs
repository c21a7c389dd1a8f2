//! Arrow keys within a chart: from a bar, a cell or a region to the nearest in that direction; the Tab key leaves the chart.

use wasm_bindgen::JsCast as _;
use web_sys::Element;

use crate::dom;

/// The links of a chart.
const PARTS: &str = ".part";

/// The chart that a link is a part of.
fn chart_of(link: &Element) -> Option<Element> {
    link.closest("svg.chart").ok().flatten()
}

/// Goes where the key says; whether it said anything.
pub(crate) fn pressed(from: &Element, key: &str) -> bool {
    let Some(link) = from.closest(PARTS).ok().flatten() else { return false };
    let Some(all) = chart_of(&link).and_then(|chart| chart.query_selector_all(PARTS).ok()) else { return false };
    let parts: Vec<Element> = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).collect();
    let Some(at) = parts.iter().position(|part| part.is_same_node(Some(&link))) else { return false };
    let step = match key {
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowRight" => (1.0, 0.0),
        "ArrowUp" => (0.0, -1.0),
        "ArrowDown" => (0.0, 1.0),
        "Home" => return focus(parts.first()),
        "End" => return focus(parts.last()),
        _ => return false,
    };
    // Where nothing lies that way, the next in order, so that no part is out of reach.
    let next = if step.0 + step.1 > 0.0 { at.checked_add(1) } else { at.checked_sub(1) };
    focus(nearest(&parts, at, step).or_else(|| parts.get(next?)))
}

fn focus(part: Option<&Element>) -> bool {
    part.map(dom::focus);
    true
}

/// The middle of a part in the window.
fn middle(part: &Element) -> (f64, f64) {
    let area = part.get_bounding_client_rect();
    ((area.left() + area.right()) / 2.0, (area.top() + area.bottom()) / 2.0)
}

fn nearest(parts: &[Element], at: usize, (right, down): (f64, f64)) -> Option<&Element> {
    let (x, y) = middle(parts.get(at)?);
    let mut best: Option<(f64, &Element)> = None;
    for part in parts {
        let (other_x, other_y) = middle(part);
        let along = (other_x - x) * right + (other_y - y) * down;
        let aside = ((other_x - x) * down).abs() + ((other_y - y) * right).abs();
        let far = along + 3.0 * aside;
        if along > 1.0 && best.is_none_or(|(least, _)| far < least) {
            best = Some((far, part));
        }
    }
    best.map(|(_, part)| part)
}

/// The Tab key comes back to the part that had the keyboard last.
pub(crate) fn came(target: &Element) {
    let Some(link) = target.closest(PARTS).ok().flatten() else { return };
    let Some(chart) = chart_of(&link) else { return };
    if let Some(last) = chart.query_selector(".part[tabindex=\"0\"]").ok().flatten() {
        let _ = last.set_attribute("tabindex", "-1");
    }
    let _ = link.set_attribute("tabindex", "0");
}
