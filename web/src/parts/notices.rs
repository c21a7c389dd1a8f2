//! Sentences about what went wrong, each with a button that puts it away.

use leptos::prelude::*;

use super::icon::{Icon, Sign};
use crate::desk::Desk;

/// The notices, in the order they came.
#[component]
pub(crate) fn Notices(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    view! {
        <div class="notices" role="status" aria-label="Notices">
            <For each=move || desk.notices.get() key=Clone::clone let(sentence)>
                {
                    let known = sentence.clone();
                    view! {
                        <div class="notice">
                            <span>{sentence}</span>
                            <button
                                class="plain"
                                aria-label="Put this notice away"
                                on:click=move |_| {
                                    desk.notices.update(|notices| notices.retain(|other| *other != known));
                                }
                            >
                                <span class="cross"><Icon sign=Sign::Cross /></span>
                            </button>
                        </div>
                    }
                }
            </For>
        </div>
    }
}
