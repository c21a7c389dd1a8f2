//! Buttons on the map: nearer, farther, the whole world.

use entente_scene::action::Action;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::controller::Controller;
use crate::desk::Desk;
use crate::parts::icon::{Icon, Sign};

/// The buttons.
#[component]
pub(super) fn Toolbar(
    /// The page's state.
    desk: Desk,
    /// What moves the map.
    controller: StoredValue<SendWrapper<Controller>>,
) -> impl IntoView {
    let step = move |nearer: bool| controller.with_value(|controller| controller.step(nearer));
    view! {
        <div class="toolbar" role="group" aria-label="Zoom">
            <button class="button" aria-label="Zoom in" on:click=move |_| step(true)><Icon sign=Sign::Plus /></button>
            <button class="button" aria-label="Zoom out" on:click=move |_| step(false)><Icon sign=Sign::Minus /></button>
            <button
                class="button"
                aria-label="Show the whole world"
                on:click=move |_| desk.drift(Action::SetCamera(None))
            >
                <Icon sign=Sign::World />
            </button>
        </div>
    }
}
