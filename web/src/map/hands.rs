//! What a reader's hands do on the map, from the browser's events to the controller.

use std::sync::Arc;

use entente_scene::camera::ScreenPoint;
use entente_scene::view::ThemeChoice;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::{KeyboardEvent, PointerEvent, WheelEvent};

use super::controller::Controller;
use super::gesture::Touch;
use super::{keys, swap};
use crate::api;
use crate::desk::Desk;
use crate::parts::theme::system_is_dark;
use crate::parts::watch::watch;

/// How much one pixel of the wheel magnifies, as an exponent.
const WHEEL_STEP: f64 = 0.0022;

/// The element of the map, what moves it, and where the pointer is. Copied freely: it holds handles.
#[derive(Clone, Copy)]
pub(super) struct Hands {
    /// The page's state.
    pub desk: Desk,
    /// The element that listens.
    pub element: NodeRef<Div>,
    /// What moves the map.
    pub controller: StoredValue<SendWrapper<Controller>>,
    /// Where the pointer is, while it is on something.
    pub pointer: RwSignal<Option<ScreenPoint>>,
    dragging: RwSignal<bool>,
}

impl Hands {
    /// Hands on a map that has no stage yet.
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            element: NodeRef::new(),
            controller: StoredValue::new(SendWrapper::new(Controller::new(desk))),
            pointer: RwSignal::new(None),
            dragging: RwSignal::new(false),
        }
    }

    /// Keeps the picture, what is set off in it, and the element's state up to the view.
    pub fn follow(self) {
        let Self { desk, controller, .. } = self;
        watch(move || {
            let dark = is_dark(desk);
            let world = desk.world.get();
            desk.view.track();
            controller.with_value(|controller| {
                controller.with(|stage| {
                    stage.set_dark(dark);
                    stage.set_world(Arc::clone(&world));
                });
                controller.show();
                swap::finer_if_near(desk, controller);
                api::shown(desk);
            });
        });
        watch(move || {
            let target = desk.hover.get();
            controller.with_value(|controller| controller.with(|stage| stage.hover(target)));
            api::hovered(desk, target);
        });
        watch(move || {
            if let Some(target) = desk.fly_to.get() {
                controller.with_value(|controller| controller.fly_to(target));
                desk.fly_to.set(None);
            }
        });
        watch(move || self.write_state());
    }

    fn write_state(self) {
        let zoomed = self.desk.view.with(|view| view.camera.is_some_and(|camera| camera.zoom > 1.05));
        let states = [
            ("data-zoomed", zoomed),
            ("data-dragging", self.dragging.get()),
            ("data-over", self.pointer.with(Option::is_some)),
        ];
        let description = self.desk.words.with(|words| words.description.clone());
        let Some(element) = self.element.get() else { return };
        for (name, state) in states {
            let _ = element.set_attribute(name, if state { "true" } else { "false" });
        }
        let _ = element.set_attribute("aria-label", &description);
    }

    /// A pointer came down, moved while down, or left.
    pub fn touch(self, touch: Touch, event: &PointerEvent) {
        if let (Touch::Down, Some(element)) = (touch, self.element.get_untracked()) {
            // A drag that leaves the map goes on.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        let at = self.point(event.client_x(), event.client_y());
        self.controller.with_value(|controller| {
            self.dragging.set(controller.touch(touch, event.pointer_id(), at, event.time_stamp()));
        });
    }

    /// A pointer moved: over what?
    pub fn hover(self, event: &PointerEvent) {
        let at = self.point(event.client_x(), event.client_y());
        let is_free = event.buttons() == 0 && event.pointer_type() != "touch";
        let target = if is_free { self.controller.with_value(|controller| controller.pick(at)) } else { None };
        self.pointer.set(target.map(|_| at));
        if self.desk.hover.get_untracked() != target {
            self.desk.hover.set(target);
        }
    }

    /// The pointer left the map.
    pub fn leave(self) {
        self.pointer.set(None);
        self.desk.hover.set(None);
    }

    /// A page must scroll past its map: the wheel zooms only with a modifier, or once the map has the focus.
    pub fn wheel(self, event: &WheelEvent) {
        let focused = self.element.get_untracked().is_some_and(|element| element.matches(":focus").unwrap_or(false));
        if !(event.ctrl_key() || event.meta_key() || focused) {
            return;
        }
        event.prevent_default();
        let at = self.point(event.client_x(), event.client_y());
        let in_pixels = event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL;
        let delta_px = if in_pixels { event.delta_y() } else { event.delta_y() * 30.0 };
        let factor = (-delta_px.clamp(-240.0, 240.0) * WHEEL_STEP).exp();
        self.controller.with_value(|controller| controller.zoom(factor, Some(at)));
    }

    /// A key was pressed on the map.
    pub fn press(self, event: &KeyboardEvent) {
        self.controller.with_value(|controller| keys::press(self.desk, controller, event));
    }

    /// A place of the window as a place of the map.
    fn point(self, x: i32, y: i32) -> ScreenPoint {
        let corner = self.element.get_untracked().map(|element| element.get_bounding_client_rect());
        let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
        ScreenPoint { x_px: f64::from(x) - left, y_px: f64::from(y) - top }
    }
}

/// The theme that the map is drawn in, tracked.
pub(super) fn is_dark(desk: Desk) -> bool {
    let system = system_is_dark().get();
    match desk.view.with(|view| view.theme) {
        ThemeChoice::Auto => system,
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    }
}
