//! Pointers to meanings: drag, pinch, tap, double tap; knows no browser, so that it can be tested as plain Rust.

use entente_scene::camera::ScreenPoint;

/// Movement below this is a tap, not a drag.
const TAP_SLOP_PX: f64 = 6.0;
/// Two taps within this time and distance are one double tap.
const DOUBLE_TAP_MILLIS: f64 = 320.0;
const DOUBLE_TAP_PX: f64 = 24.0;

/// What a pointer did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Touch {
    /// It came down.
    Down,
    /// It moved while down.
    Move,
    /// It was lifted.
    Up,
    /// The browser took it away, for a scroll for instance.
    Cancel,
}

/// What the map should do about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Gesture {
    /// Move the picture.
    Drag {
        /// Pixels to the right.
        right_px: f64,
        /// Pixels down.
        down_px: f64,
    },
    /// Magnify and move at once.
    Pinch {
        /// By how much.
        factor: f64,
        /// About which point.
        anchor: ScreenPoint,
        /// Pixels to the right.
        right_px: f64,
        /// Pixels down.
        down_px: f64,
    },
    /// Choose what lies there.
    Tap(ScreenPoint),
    /// Come closer there.
    DoubleTap(ScreenPoint),
    /// The last finger left after a drag or a pinch.
    Settle,
}

/// The pointers that are down, and what they have done so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Pointers {
    down: Vec<(i32, ScreenPoint)>,
    start: Option<ScreenPoint>,
    moved: bool,
    last_tap: Option<(ScreenPoint, f64)>,
}

impl Pointers {
    /// Whether a drag or a pinch is under way.
    pub fn is_moving(&self) -> bool {
        self.moved && !self.down.is_empty()
    }

    /// Takes one event of a pointer, and says what it means.
    pub fn take(&mut self, touch: Touch, pointer: i32, at: ScreenPoint, now_millis: f64) -> Option<Gesture> {
        match touch {
            Touch::Down => {
                self.down.retain(|(other, _)| *other != pointer);
                self.down.push((pointer, at));
                if self.down.len() == 1 {
                    self.start = Some(at);
                    self.moved = false;
                } else {
                    self.moved = true;
                }
                None
            }
            Touch::Move => self.drag(pointer, at),
            Touch::Up => self.lift(pointer, at, now_millis),
            Touch::Cancel => {
                self.down.retain(|(other, _)| *other != pointer);
                (self.down.is_empty() && self.moved).then_some(Gesture::Settle)
            }
        }
    }

    fn drag(&mut self, pointer: i32, at: ScreenPoint) -> Option<Gesture> {
        let before = self.down.iter().find(|(other, _)| *other == pointer).map(|(_, point)| *point)?;
        if !self.moved && self.start.is_some_and(|start| distance_px(start, at) < TAP_SLOP_PX) {
            return None;
        }
        self.moved = true;
        let partner = self.down.iter().find(|(other, _)| *other != pointer).map(|(_, point)| *point);
        for (_, point) in self.down.iter_mut().filter(|(other, _)| *other == pointer) {
            *point = at;
        }
        Some(match partner {
            None => Gesture::Drag { right_px: at.x_px - before.x_px, down_px: at.y_px - before.y_px },
            Some(partner) => pinch(before, at, partner),
        })
    }

    fn lift(&mut self, pointer: i32, at: ScreenPoint, now_millis: f64) -> Option<Gesture> {
        self.down.retain(|(other, _)| *other != pointer);
        if !self.down.is_empty() {
            return None;
        }
        if self.moved {
            return Some(Gesture::Settle);
        }
        let is_second = self.last_tap.is_some_and(|(place, millis)| {
            now_millis - millis < DOUBLE_TAP_MILLIS && distance_px(place, at) < DOUBLE_TAP_PX
        });
        self.last_tap = (!is_second).then_some((at, now_millis));
        Some(if is_second { Gesture::DoubleTap(at) } else { Gesture::Tap(at) })
    }
}

fn pinch(before: ScreenPoint, at: ScreenPoint, partner: ScreenPoint) -> Gesture {
    let factor = (distance_px(at, partner) / distance_px(before, partner).max(1.0)).clamp(0.2, 5.0);
    let middle =
        |one: ScreenPoint| ScreenPoint { x_px: (one.x_px + partner.x_px) / 2.0, y_px: (one.y_px + partner.y_px) / 2.0 };
    let (old, new) = (middle(before), middle(at));
    Gesture::Pinch { factor, anchor: new, right_px: new.x_px - old.x_px, down_px: new.y_px - old.y_px }
}

fn distance_px(one: ScreenPoint, other: ScreenPoint) -> f64 {
    (one.x_px - other.x_px).hypot(one.y_px - other.y_px)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x_px: f64, y_px: f64) -> ScreenPoint {
        ScreenPoint { x_px, y_px }
    }

    #[test]
    fn a_trembling_finger_is_a_tap() {
        let mut pointers = Pointers::default();
        pointers.take(Touch::Down, 1, at(10.0, 10.0), 0.0);
        assert_eq!(pointers.take(Touch::Move, 1, at(13.0, 11.0), 20.0), None);
        assert_eq!(pointers.take(Touch::Up, 1, at(13.0, 11.0), 40.0), Some(Gesture::Tap(at(13.0, 11.0))));
    }

    #[test]
    fn two_quick_taps_come_closer_and_a_third_is_a_tap_again() {
        let mut pointers = Pointers::default();
        let mut tap = |millis| {
            pointers.take(Touch::Down, 1, at(5.0, 5.0), millis);
            pointers.take(Touch::Up, 1, at(5.0, 5.0), millis + 10.0)
        };
        assert_eq!(tap(0.0), Some(Gesture::Tap(at(5.0, 5.0))));
        assert_eq!(tap(100.0), Some(Gesture::DoubleTap(at(5.0, 5.0))));
        assert_eq!(tap(200.0), Some(Gesture::Tap(at(5.0, 5.0))));
    }

    #[test]
    fn a_drag_moves_by_each_step_and_settles() {
        let mut pointers = Pointers::default();
        pointers.take(Touch::Down, 1, at(0.0, 0.0), 0.0);
        let first = pointers.take(Touch::Move, 1, at(10.0, 0.0), 1.0);
        assert_eq!(first, Some(Gesture::Drag { right_px: 10.0, down_px: 0.0 }));
        let second = pointers.take(Touch::Move, 1, at(10.0, 4.0), 2.0);
        assert_eq!(second, Some(Gesture::Drag { right_px: 0.0, down_px: 4.0 }));
        assert_eq!(pointers.take(Touch::Up, 1, at(10.0, 4.0), 3.0), Some(Gesture::Settle));
    }

    #[test]
    fn fingers_that_part_magnify_about_their_middle() {
        let mut pointers = Pointers::default();
        pointers.take(Touch::Down, 1, at(0.0, 0.0), 0.0);
        pointers.take(Touch::Down, 2, at(100.0, 0.0), 1.0);
        let gesture = pointers.take(Touch::Move, 2, at(200.0, 0.0), 2.0);
        let expected = Gesture::Pinch { factor: 2.0, anchor: at(100.0, 0.0), right_px: 50.0, down_px: 0.0 };
        assert_eq!(gesture, Some(expected));
    }

    #[test]
    fn a_scroll_that_the_browser_takes_over_chooses_nothing() {
        let mut pointers = Pointers::default();
        pointers.take(Touch::Down, 1, at(0.0, 0.0), 0.0);
        assert_eq!(pointers.take(Touch::Cancel, 1, at(0.0, 30.0), 9.0), None);
    }
}
