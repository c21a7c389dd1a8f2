//! Time: playing from event to event or year by year, and the second date that the first is compared with.

use entente_atlas::order::Order as _;
use entente_atlas::query::between::ordered;
use entente_atlas::query::moves::{Move, moves};
use entente_atlas::{Date, Status};
use entente_scene::page::Node;
use entente_scene::page::node::element;

use crate::setting::Setting;

/// The year of the oldest cooperation that a reader may look back to.
const FIRST_YEAR: i32 = 1889;

/// The days on which a membership in a compared bloc began or ended, up to today.
pub(crate) fn events(setting: &Setting) -> Vec<Date> {
    let blocs = setting.compared();
    let rows = blocs.iter().flat_map(|bloc| setting.atlas.memberships_of_bloc(*bloc));
    let members = rows.filter(|row| matches!(row.status, Status::Member | Status::Suspended));
    let edges = members.flat_map(|row| [Some(row.span.from), row.span.to].into_iter().flatten());
    let mut days: Vec<Date> = edges.map(|edge| edge.earliest()).filter(|day| *day <= setting.today).collect();
    days.retain(|day| day.year() >= FIRST_YEAR);
    days.order_by(Ord::cmp);
    days.dedup();
    days
}

/// The next or the last stop in time; nothing at an end of it.
pub(crate) fn stop(setting: &Setting, is_forward: bool) -> Option<Date> {
    let now = setting.date();
    if setting.own.by_year {
        let is_first = now.month() == 1 && now.day() == 1;
        let year = if is_forward {
            now.year() + 1
        } else if is_first {
            now.year() - 1
        } else {
            now.year()
        };
        let day = Date::from_ymd(year, 1, 1)?;
        let day = if is_forward && now < setting.today { day.min(setting.today) } else { day };
        return (year >= FIRST_YEAR && day <= setting.today).then_some(day);
    }
    let events = events(setting);
    if is_forward { events.into_iter().find(|day| *day > now) } else { events.into_iter().rev().find(|day| *day < now) }
}

/// Where playing begins anew: at the first event.
pub(crate) fn start(setting: &Setting) -> Option<Date> {
    let first = events(setting).into_iter().next()?;
    if setting.own.by_year { Date::from_ymd(first.year(), 1, 1) } else { Some(first) }
}

/// The buttons, the pace, and the second date.
pub(crate) fn controls(setting: &Setting) -> Vec<Node> {
    let button = |name: &'static str, words: &str, says: &str| {
        let button = element("button").class("button").with("type", "button").with("id", format!("ov-{name}"));
        button.with("data-do", name).with("aria-label", says).with("title", says).text(words)
    };
    let option = |value: &str, words: &str, is_chosen: bool| {
        let option = element("option").with("value", value).text(words);
        if is_chosen { option.with("selected", "") } else { option }
    };
    let by_year = setting.own.by_year;
    let pace = element("select")
        .with("id", "ov-pace")
        .with("aria-label", "Pace")
        .child(option("event", "from event to event", !by_year))
        .child(option("year", "year by year", by_year));
    let (words, says) = if setting.own.is_playing { ("❚❚", "Pause") } else { ("▶", "Play") };
    let player = element("span")
        .class("ov-player")
        .child(button("back", "‹", "One step back"))
        .child(button("play", words, says))
        .child(button("on", "›", "One step on"))
        .child(pace);
    vec![player, second(setting)]
}

fn second(setting: &Setting) -> Node {
    let since = setting.since();
    let field = element("input")
        .with("type", "date")
        .with("id", "ov-since")
        .with("min", format!("{FIRST_YEAR}-01-01"))
        .with("max", setting.today.to_string())
        .with("value", since.map(|day| day.to_string()).unwrap_or_default());
    let label = element("label").text("Compare with ").child(field);
    let span = element("span").class("ov-second").child(label);
    match since {
        Some(_) => {
            span.child(element("a").class("link").with("href", setting.link(&[("since", None)])).text("One date"))
        }
        None => span,
    }
}

/// Who went from one of the blocs compared to another between the two days.
pub(crate) fn moved(setting: &Setting) -> Vec<Node> {
    let (Some(since), blocs) = (setting.since(), setting.compared()) else { return Vec::new() };
    if blocs.len() < 2 {
        return Vec::new();
    }
    let moves = moves(&setting.atlas, &blocs, ordered(since, setting.date()));
    let title = match moves.len() {
        0 => "Nobody moved from one of these blocs to another.".to_owned(),
        1 => "1 country moved from one of these blocs to another".to_owned(),
        count => format!("{count} countries moved from one of these blocs to another"),
    };
    let row = |one: &Move| {
        let words = format!(": {}", one.words(&setting.atlas));
        element("li").child(setting.country(one.country)).text(words)
    };
    let list = (!moves.is_empty()).then(|| element("ul").children(moves.iter().map(row)));
    std::iter::once(element("h3").text(title)).chain(list).collect()
}
