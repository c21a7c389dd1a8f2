//! Paths as the text of an SVG path's `d`, to a tenth of a unit.
//!
//! Tenths are counted as integers: the text is the same on every machine, and no float formatting swells the WebAssembly.

use crate::affine::Affine;
use crate::path::Path;

/// Beyond any picture; keeps the integers small.
const FARTHEST_TENTHS: f64 = 1e8;

/// Adds the path to `out`, moved by `affine`: `M` and relative `l`, `z` for closed paths. Points that round to the one before
/// are left out, and lines of which nothing is left, unless they are all there is to a closed ring.
pub fn write_path(path: &Path, affine: &Affine, out: &mut String) {
    for line in path.lines() {
        let mut tenths = line.iter().map(|&point| {
            let point = affine.apply(point.into());
            (in_tenths(point.x), in_tenths(point.y))
        });
        let Some(first) = tenths.next() else { continue };
        out.push('M');
        push_pair(first, out);
        let mut last = first;
        let mut command = Some('l');
        for point in tenths {
            let step = (point.0 - last.0, point.1 - last.1);
            if step != (0, 0) {
                match command.take() {
                    Some(command) => out.push(command),
                    None if step.0 >= 0 => out.push(' '),
                    None => {}
                }
                push_pair(step, out);
                last = point;
            }
        }
        if path.closed {
            out.push('z');
        }
    }
}

/// The path's `d` by itself.
pub fn svg_path(path: &Path, affine: &Affine) -> String {
    let mut out = String::new();
    write_path(path, affine, &mut out);
    out
}

/// A number to a tenth, as [`write_path`] writes it: `-1.5`, `.3`, `12`.
pub fn push_number(number: f64, out: &mut String) {
    push_tenths(in_tenths(number), out);
}

fn in_tenths(number: f64) -> i32 {
    (number * 10.0).clamp(-FARTHEST_TENTHS, FARTHEST_TENTHS).round() as i32
}

fn push_pair((x, y): (i32, i32), out: &mut String) {
    push_tenths(x, out);
    if y >= 0 {
        out.push(' ');
    }
    push_tenths(y, out);
}

fn push_tenths(tenths: i32, out: &mut String) {
    if tenths < 0 {
        out.push('-');
    }
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if whole != 0 || tenth == 0 {
        push_digits(whole, out);
    }
    if tenth != 0 {
        out.push('.');
        push_digits(tenth, out);
    }
}

fn push_digits(number: u32, out: &mut String) {
    if number >= 10 {
        push_digits(number / 10, out);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_short_and_exact() {
        let written = |number| {
            let mut out = String::new();
            push_number(number, &mut out);
            out
        };
        for (number, text) in
            [(0.0, "0"), (-0.04, "0"), (0.3, ".3"), (-1.55, "-1.6"), (12.0, "12"), (1203.46, "1203.5"), (f64::NAN, "0")]
        {
            assert_eq!(written(number), text);
        }
    }

    #[test]
    fn a_ring_is_written_with_relative_steps_that_do_not_drift() {
        let mut path = Path::new(true);
        path.start();
        path.points.extend([[0.0, 0.0], [0.33, 0.0], [0.66, 0.0], [1.0, 1.0]]);
        let affine = Affine { scale: 1.0, x: 10.0, y: -5.0 };
        assert_eq!(svg_path(&path, &affine), "M10-5l.3 0 .4 0 .3 1z");
    }
}
