//! The date control: a slider of years with ticks where the shown blocs changed, and a field for the day.

use entente_atlas::order::Order as _;
use entente_atlas::{Date, Status};
use entente_scene::action::Action;
use entente_scene::view::View;
use leptos::html::Section;
use leptos::prelude::*;
use web_sys::Element;

use crate::desk::Desk;
use crate::parts::find::within;
use crate::parts::watch::watch;

/// The year of the oldest cooperation that a reader may look back to.
const FIRST_YEAR: i32 = 1889;

/// The control.
#[expect(clippy::too_many_lines, reason = "a component's listeners and its markup are read together")]
#[component]
pub(crate) fn Timeline(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let first = Date::from_ymd(FIRST_YEAR, 1, 1).unwrap_or(Date::MIN);
    let today = desk.today;
    let place = NodeRef::<Section>::new();
    let show = move |date: Date| {
        let date = date.clamp(first, today);
        desk.drift(Action::SetDate((date != today).then_some(date)));
    };
    watch(move || {
        let date = desk.date();
        let ticks = desk.view.with(|view| ticks(desk, view, first));
        let Some(place) = place.get() else { return };
        let (words, days) = (date.to_string(), date.days().to_string());
        for (part, property, value) in [("[type=date]", "value", words), ("[type=range]", "value", days)] {
            set_property(&place, part, property, &value);
        }
        set_attribute(&place, "[type=range]", "aria-valuetext", &date.in_words());
        set_attribute(&place, ".tick", "d", &ticks);
    });
    let slid = move |event| {
        if let Ok(days) = event_target_value(&event).parse() {
            show(Date::from_days(days));
        }
    };
    let typed = move |event| {
        if let Ok(date) = event_target_value(&event).parse::<Date>() {
            show(date);
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
        let date = untrack(|| desk.date());
        show(if event.shift_key() { date.add_days(years.signum()) } else { in_years(date, years) });
    };
    let (least, most) = (first.days(), today.days());
    view! {
        <section class="timeline" aria-label="Date" node_ref=place>
            <input type="date" aria-label="Day" min=first.to_string() max=today.to_string() on:change=typed />
            <div class="track">
                <svg viewBox=format!("0 0 {} 1", most - least) preserveAspectRatio="none" aria-hidden="true">
                    <path class="tick"></path>
                </svg>
                <input
                    type="range"
                    aria-label="Year: arrow keys by year, with Shift by day, page keys by ten years"
                    min=least.to_string()
                    max=most.to_string()
                    step="1"
                    on:input=slid
                    on:keydown=pressed
                />
                <div class="years" aria-hidden="true">
                    {[FIRST_YEAR, 1920, 1950, 1980, 2010].map(|year| year_mark(first, today, year)).into_iter().collect::<Vec<_>>()}
                </div>
            </div>
            <button class="button" on:click=move |_| show(today)>"Today"</button>
        </section>
    }
}

fn year_mark(first: Date, last: Date, year: i32) -> AnyView {
    view! { <span style:inset-inline-start=percent(first, last, year)>{year.to_string()}</span> }.into_any()
}

fn set_property(place: &Element, selector: &str, property: &str, value: &str) {
    if let Some(part) = within(place, selector) {
        let _ = js_sys::Reflect::set(&part, &property.into(), &value.into());
    }
}

fn set_attribute(place: &Element, selector: &str, name: &str, value: &str) {
    if let Some(part) = within(place, selector) {
        let _ = part.set_attribute(name, value);
    }
}

/// Where a year lies on the track, in percent.
fn percent(first: Date, last: Date, year: i32) -> String {
    let day = Date::from_ymd(year, 1, 1).unwrap_or(first);
    let tenths = i64::from(day.days() - first.days()) * 1000 / i64::from((last.days() - first.days()).max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The same day so many years later; 29 February becomes 28 where there is none.
fn in_years(date: Date, years: i32) -> Date {
    let (year, month, day) = (date.year() + years, date.month(), date.day());
    Date::from_ymd(year, month, day).or_else(|| Date::from_ymd(year, month, 28)).unwrap_or(date)
}

/// A line for each day on which a shown bloc's membership changed, as a path of days since the first.
fn ticks(desk: Desk, view: &View, first: Date) -> String {
    let blocs = view.blocs.iter().chain(&view.outlined);
    let rows = blocs.flat_map(|bloc| desk.atlas().memberships_of_bloc(*bloc));
    let members = rows.filter(|row| matches!(row.status, Status::Member | Status::Suspended));
    let edges = members.flat_map(|row| [Some(row.span.from), row.span.to].into_iter().flatten());
    let mut days: Vec<i32> = edges.map(|edge| edge.earliest().days() - first.days()).filter(|day| *day >= 0).collect();
    days.order_by(Ord::cmp);
    days.dedup();
    days.into_iter().map(|day| format!("M{day} 0V1")).collect()
}
