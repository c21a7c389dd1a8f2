//! The date control: a slider of years with ticks where the shown blocs changed, and a field for the day.

use entente_atlas::order::Order as _;
use entente_atlas::{Date, Status};
use entente_scene::action::Action;
use leptos::prelude::*;

use crate::desk::Desk;

/// The year of the oldest cooperation that a reader may look back to.
const FIRST_YEAR: i32 = 1889;

/// The control.
#[component]
pub(crate) fn Timeline(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let first = Date::from_ymd(FIRST_YEAR, 1, 1).unwrap_or(Date::MIN);
    let today = desk.today;
    let shown = Memo::new(move |_| desk.date());
    let move_to = move |date: Date| {
        let date = date.clamp(first, today);
        desk.drift(Action::SetDate((date != today).then_some(date)));
    };
    let slid = move |event| {
        if let Ok(days) = event_target_value(&event).parse() {
            move_to(Date::from_days(days));
        }
    };
    let typed = move |event| {
        if let Ok(date) = event_target_value(&event).parse::<Date>() {
            move_to(date);
        }
    };
    let pressed = move |event: web_sys::KeyboardEvent| {
        let years: i32 = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => -1,
            "ArrowRight" | "ArrowUp" => 1,
            "PageDown" => -10,
            "PageUp" => 10,
            _ => return,
        };
        event.prevent_default();
        let date = shown.get_untracked();
        move_to(if event.shift_key() { date.add_days(years.signum()) } else { in_years(date, years) });
    };
    view! {
        <section class="timeline" aria-label="Date">
            <input
                type="date"
                aria-label="Day"
                min=first.to_string()
                max=today.to_string()
                prop:value=move || shown.get().to_string()
                on:change=typed
            />
            <div class="track">
                <Ticks desk=desk first=first />
                <input
                    type="range"
                    aria-label="Year: arrow keys by year, with Shift by day, page keys by ten years"
                    aria-valuetext=move || shown.get().in_words()
                    min=first.days()
                    max=today.days()
                    step="1"
                    prop:value=move || shown.get().days()
                    on:input=slid
                    on:keydown=pressed
                />
                <div class="years" aria-hidden="true">
                    {[FIRST_YEAR, 1920, 1950, 1980, 2010]
                        .map(|year| view! { <span style:inset-inline-start=place(first, today, year)>{year}</span> })
                        .collect_view()}
                </div>
            </div>
            <button class="button" disabled=move || shown.get() == today on:click=move |_| move_to(today)>
                "Today"
            </button>
        </section>
    }
}

/// Where a year lies on the track, in percent.
fn place(first: Date, last: Date, year: i32) -> String {
    let day = Date::from_ymd(year, 1, 1).unwrap_or(first);
    let tenths = i64::from(day.days() - first.days()) * 1000 / i64::from((last.days() - first.days()).max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The same day so many years later; 29 February becomes 28 where there is none.
fn in_years(date: Date, years: i32) -> Date {
    let (year, month, day) = (date.year() + years, date.month(), date.day());
    Date::from_ymd(year, month, day).or_else(|| Date::from_ymd(year, month, 28)).unwrap_or(date)
}

/// A line for each day on which a shown bloc's membership changed.
#[component]
fn Ticks(desk: Desk, first: Date) -> impl IntoView {
    let blocs = Memo::new(move |_| {
        desk.view.with(|view| view.blocs.iter().chain(&view.outlined).copied().collect::<Vec<_>>())
    });
    let path = Memo::new(move |_| {
        let rows = blocs.get().into_iter().flat_map(|bloc| desk.atlas.memberships_of_bloc(bloc));
        let members = rows.filter(|row| matches!(row.status, Status::Member | Status::Suspended));
        let edges = members.flat_map(|row| [Some(row.span.from), row.span.to].into_iter().flatten());
        let mut days: Vec<i32> = edges.map(|edge| edge.earliest().days() - first.days()).filter(|day| *day >= 0).collect();
        days.order_by(Ord::cmp);
        days.dedup();
        days.into_iter().map(|day| format!("M{day} 0V1")).collect::<String>()
    });
    let width = desk.today.days() - first.days();
    view! {
        <svg viewBox=format!("0 0 {width} 1") preserveAspectRatio="none" aria-hidden="true">
            <path class="tick" d=move || path.get() />
        </svg>
    }
}
