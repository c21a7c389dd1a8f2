//! What a reader's hands do on the map, from the browser's events to the controller.

use std::sync::Arc;

use entente_scene::camera::ScreenPoint;
use entente_scene::view::ThemeChoice;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

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
    dragging: StoredValue<bool>,
}

impl Hands {
    /// Hands on a map that has no stage yet.
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            element: NodeRef::new(),
            controller: StoredValue::new(SendWrapper::new(Controller::new(desk))),
            pointer: RwSignal::new(None),
            dragging: StoredValue::new(false),
        }
    }

    /// Keeps the picture, what is set off in it, and the element's state up to the view.
    pub fn follow(self) {
        let Self { desk, controller, .. } = self;
        watch(move || {
            // The stage is mounted by then: that effect is the older.
            self.element.track();
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
        let description = self.desk.words.with(|words| words.description.clone());
        let Some(element) = self.element.get() else { return };
        let _ = element.set_attribute("aria-label", &description);
        self.mark("data-zoomed", zoomed);
    }

    fn mark(self, name: &str, state: bool) {
        if let Some(element) = self.element.get_untracked() {
            let _ = element.set_attribute(name, if state { "true" } else { "false" });
        }
    }

    /// Hears what is done on the map: by one listener, which weighs less than one each.
    pub fn listen(self, element: &HtmlElement) {
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| match event.type_().as_str() {
            "pointerdown" => self.touch(Touch::Down, event.unchecked_ref()),
            "pointermove" => self.touch(Touch::Move, event.unchecked_ref()),
            "pointerup" => self.touch(Touch::Up, event.unchecked_ref()),
            "pointercancel" => self.touch(Touch::Cancel, event.unchecked_ref()),
            "wheel" => self.wheel(event.unchecked_ref()),
            "keydown" => self.press(event.unchecked_ref()),
            _ => self.leave(),
        });
        for kind in ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave", "wheel", "keydown"] {
            let _ = element.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        }
        heard.forget();
    }

    /// A pointer came down, moved, or left.
    fn touch(self, touch: Touch, event: &PointerEvent) {
        if let (Touch::Down, Some(element)) = (touch, self.element.get_untracked()) {
            // A drag that leaves the map goes on.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        // Asked once, and before anything is written: else the browser lays the page out again.
        let at = self.point(event.client_x(), event.client_y());
        if touch == Touch::Move {
            self.hover(at, event.buttons() == 0 && event.pointer_type() != "touch");
        }
        self.controller.with_value(|controller| {
            let is_dragging = controller.touch(touch, event.pointer_id(), at, event.time_stamp());
            if self.dragging.get_value() != is_dragging {
                self.dragging.set_value(is_dragging);
                self.mark("data-dragging", is_dragging);
            }
        });
    }

    /// A pointer moved: over what?
    fn hover(self, at: ScreenPoint, is_free: bool) {
        let target = if is_free { self.controller.with_value(|controller| controller.pick(at)) } else { None };
        self.point_at(target.map(|_| at));
        if self.desk.hover.get_untracked() != target {
            self.desk.hover.set(target);
        }
    }

    /// The pointer left the map.
    fn leave(self) {
        self.point_at(None);
        self.desk.hover.set(None);
    }

    fn point_at(self, at: Option<ScreenPoint>) {
        let before = self.pointer.get_untracked();
        if before.is_some() != at.is_some() {
            self.mark("data-over", at.is_some());
        }
        if before != at {
            self.pointer.set(at);
        }
    }

    /// A page must scroll past its map: the wheel zooms only with a modifier, or once the map has the focus.
    fn wheel(self, event: &WheelEvent) {
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
    fn press(self, event: &KeyboardEvent) {
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
