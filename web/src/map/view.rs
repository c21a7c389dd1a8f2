//! The map as a component: its element, its stage, and the tools on it.

use entente_geo::LonLat;
use entente_scene::camera::ScreenPoint;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use super::controller::Controller;
use super::hands::{Hands, is_dark};
use super::stage::Stage;
use super::swap;
use super::toolbar::Toolbar;
use super::tooltip::Tooltip;
use crate::api;
use crate::desk::Desk;
use crate::parts::watch::watch;

/// The map with its tools.
#[component]
pub(crate) fn Map(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let hands = Hands::new(desk);
    watch(move || {
        if let Some(element) = hands.element.get() {
            hands.listen(&element);
            hands.controller.with_value(|controller| mount(&element, desk, controller));
        }
    });
    hands.follow();
    view! {
        <div
            class="map"
            id="map"
            node_ref=hands.element
            tabindex="0"
            role="application"
            aria-roledescription="map"
            aria-describedby="map-help"
        >
            <Tooltip desk=desk pointer=hands.pointer />
        </div>
        <p id="map-help" class="visually-hidden">
            "Arrow keys move the map, plus and minus zoom, zero shows the whole world. Shift and an arrow key go from country to country; Enter opens the one you are on."
        </p>
        <Toolbar desk=desk controller=hands.controller />
    }
}

/// Gives the controller its stage and keeps that as large as the element. The first picture goes in the frame that shows the live one.
fn mount(element: &HtmlElement, desk: Desk, controller: &Controller) {
    let (world, view) = (desk.world.get_untracked(), desk.view.get_untracked());
    let Some(stage) = Stage::new(element, desk.today, world, view) else {
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
