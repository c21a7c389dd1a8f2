//! The map as a component: listens to pointer, wheel, keys and size, and shows what the view says.

use std::sync::Arc;

use entente_geo::LonLat;
use entente_scene::camera::ScreenPoint;
use entente_scene::view::ThemeChoice;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, PointerEvent, ResizeObserver, WheelEvent};

use super::controller::Controller;
use super::gesture::Touch;
use super::stage::Stage;
use super::toolbar::Toolbar;
use super::tooltip::Tooltip;
use super::{keys, swap};
use crate::api;
use crate::parts::watch::watch;
use crate::desk::Desk;
use crate::parts::theme::system_is_dark;

/// The map with its tools.
#[component]
pub(crate) fn Map(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    let controller = StoredValue::new(SendWrapper::new(Controller::new(desk)));
    let pointer = RwSignal::new(None::<ScreenPoint>);
    let zoomed = move || desk.view.with(|view| view.camera.is_some_and(|camera| camera.zoom > 1.05));
    let dragging = RwSignal::new(false);

    watch(move || {
        if let Some(element) = element.get() {
            controller.with_value(|controller| mount(&element, desk, controller));
        }
    });
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

    watch(move || {
        let Some(element) = element.get() else { return };
        let states = [("data-zoomed", zoomed()), ("data-dragging", dragging.get()), ("data-over", pointer.with(Option::is_some))];
        for (name, state) in states {
            let _ = element.set_attribute(name, if state { "true" } else { "false" });
        }
        let _ = element.set_attribute("aria-label", &desk.words.with(|words| words.description.clone()));
    });
    let touch = move |touch: Touch, event: PointerEvent| {
        let at = point(&element, event.client_x(), event.client_y());
        controller.with_value(|controller| {
            dragging.set(controller.touch(touch, event.pointer_id(), at, event.time_stamp()));
        });
    };
    let hover = move |event: PointerEvent| {
        let at = point(&element, event.client_x(), event.client_y());
        let is_free = event.buttons() == 0 && event.pointer_type() != "touch";
        let target = if is_free { controller.with_value(|controller| controller.pick(at)) } else { None };
        pointer.set(target.map(|_| at));
        if desk.hover.get_untracked() != target {
            desk.hover.set(target);
        }
    };
    let wheel = move |event: WheelEvent| {
        // A page must scroll past its map: the wheel zooms only with a modifier, or once the map has the focus.
        let focused = element.get_untracked().is_some_and(|element| element.matches(":focus").unwrap_or(false));
        if !(event.ctrl_key() || event.meta_key() || focused) {
            return;
        }
        event.prevent_default();
        let at = point(&element, event.client_x(), event.client_y());
        let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { event.delta_y() } else { event.delta_y() * 30.0 };
        let factor = (-lines.clamp(-240.0, 240.0) * 0.0022).exp();
        controller.with_value(|controller| controller.zoom(factor, Some(at)));
    };

    view! {
        <div
            class="map"
            node_ref=element
            tabindex="0"
            role="application"
            aria-roledescription="map"
            aria-describedby="map-help"
            on:pointerdown=move |event| {
                capture(&element, event.pointer_id());
                touch(Touch::Down, event);
            }
            on:pointermove=move |event| {
                hover(event.clone());
                touch(Touch::Move, event);
            }
            on:pointerup=move |event| touch(Touch::Up, event)
            on:pointercancel=move |event| touch(Touch::Cancel, event)
            on:pointerleave=move |_| {
                pointer.set(None);
                desk.hover.set(None);
            }
            on:wheel=wheel
            on:keydown=move |event| controller.with_value(|controller| keys::press(desk, controller, &event))
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                swap::dropped(desk, &event);
            }
        >
            <Tooltip desk=desk pointer=pointer />
        </div>
        <p id="map-help" class="visually-hidden">
            "Arrow keys move the map, plus and minus zoom, zero shows the whole world. Shift and an arrow key go from country to country; Enter opens the one you are on."
        </p>
        <Toolbar desk=desk controller=controller />
    }
}

/// The theme that the map is drawn in, tracked.
fn is_dark(desk: Desk) -> bool {
    let system = system_is_dark().get();
    match desk.view.with(|view| view.theme) {
        ThemeChoice::Auto => system,
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    }
}

/// A place of the window as a place of the map.
fn point(element: &NodeRef<Div>, x: i32, y: i32) -> ScreenPoint {
    let corner = element.get_untracked().map(|element| element.get_bounding_client_rect());
    let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
    ScreenPoint { x_px: f64::from(x) - left, y_px: f64::from(y) - top }
}

/// A drag that leaves the map goes on.
fn capture(element: &NodeRef<Div>, pointer: i32) {
    if let Some(element) = element.get_untracked() {
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Gives the controller its stage and keeps that as large as the element.
fn mount(element: &HtmlElement, desk: Desk, controller: &Controller) {
    let (world, view) = (desk.world.get_untracked(), desk.view.get_untracked());
    let Some(stage) = Stage::new(element, desk.atlas, desk.today, world, view) else {
        desk.notify("This browser gives no canvas to draw on: the table below has the same facts.".into());
        return;
    };
    controller.set_stage(stage);
    #[cfg(feature = "bench")]
    super::bench::offer(controller);
    let fit = {
        let (element, controller) = (element.clone(), controller.clone());
        move || {
            let density = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
            let corner = element.get_bounding_client_rect();
            controller.with(|stage| {
                stage.set_dark(untrack(|| is_dark(desk)));
                stage.resize(corner.width(), corner.height(), density)
            })
        }
    };
    fit();
    controller.show();
    swap::take_over(desk);
    api::projecting(controller_projection(controller));
    let resized = Closure::<dyn Fn()>::new({
        let controller = controller.clone();
        move || {
            if fit() == Some(true) {
                controller.show();
            }
        }
    });
    if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    resized.forget();
}

fn controller_projection(controller: &Controller) -> impl Fn(LonLat) -> Option<ScreenPoint> + 'static {
    let controller = controller.clone();
    move |place| controller.with(|stage| stage.screen_from_lonlat(place)).flatten()
}
