//! Buttons on the map: nearer, farther, the whole world.

use entente_scene::action::Action;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::MouseEvent;

use super::controller::Controller;
use crate::desk::Desk;
use crate::parts::find::around;

/// The buttons.
#[component]
pub(super) fn Toolbar(
    /// The page's state.
    desk: Desk,
    /// What moves the map.
    controller: StoredValue<SendWrapper<Controller>>,
) -> impl IntoView {
    let pressed = move |event: MouseEvent| {
        let button = around(&event, "button");
        match button.and_then(|button| button.get_attribute("name")).as_deref() {
            Some("nearer") => controller.with_value(|controller| controller.step(true)),
            Some("farther") => controller.with_value(|controller| controller.step(false)),
            Some(_) => desk.drift(Action::SetCamera(None)),
            None => {}
        }
    };
    view! {
        <div class="toolbar" role="group" aria-label="Zoom" on:click=pressed>
            <button class="button" name="nearer" aria-label="Zoom in">
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14"></path></svg>
            </button>
            <button class="button" name="farther" aria-label="Zoom out">
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h14"></path></svg>
            </button>
            <button class="button" name="world" aria-label="Show the whole world">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18"></path>
                </svg>
            </button>
        </div>
    }
}
