//! The desk as it stands in the page: its frame, what was shown last, and showing the page's link.

use std::cell::RefCell;
use std::rc::Rc;

use entente_atlas::query::search::folded;
use entente_atlas::query::sentence::question_sentence;
use entente_atlas::records::Records;
use entente_scene::change::Change;
use entente_scene::page::Node;
use entente_scene::page::node::element;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, HtmlElement};

use crate::setting::{Own, Setting};
use crate::{ask, charts, clock, country, dom, field, host, list, own, suppose, time, whatif};

/// Charts are no narrower: where there is less room, they are scrolled.
const LEAST_PX: u32 = 272;

/// What the desk keeps between two views.
struct Stand {
    place: Element,
    base: Records,
    own: Own,
    setting: Setting,
    /// What each part holds: a part that stays the same is left alone.
    shown: Vec<(&'static str, Vec<Node>)>,
    /// What of two days was last handed to the map.
    marked: String,
}

thread_local! {
    static STAND: RefCell<Option<Stand>> = const { RefCell::new(None) };
}

/// Builds the frame.
pub(crate) fn build(place: &Element, records: Records) -> Result<(), String> {
    let link = host::link();
    let (atlas, faults) = suppose::atlas(&records, &link).ok_or("The facts contradict themselves: reload the page")?;
    adopt(include_str!("style.css"));
    dom::replace(place, &frame());
    let asks_of_countries = host::link().contains("countries=");
    if let Some(fold) = dom::part(place, "details:has(.ov-country)").filter(|_| asks_of_countries) {
        let _ = fold.set_attribute("open", "");
    }
    let own = Own::default();
    let setting = Setting::of(atlas, &link, clock::today(), own.clone(), faults);
    STAND.set(Some(Stand {
        place: place.clone(),
        base: records,
        own,
        setting,
        shown: Vec::new(),
        marked: String::new(),
    }));
    // Whoever opened it goes on here; whoever came by a link begins at the top.
    let is_waiting = dom::document()
        .and_then(|document| document.active_element())
        .is_some_and(|active| active.tag_name() != "BODY");
    if let Some(heading) = dom::part_as::<HtmlElement>(place, "h2").filter(|_| is_waiting) {
        let _ = heading.focus();
    }
    Ok(())
}

/// A style sheet of the desk's own; not text in the page, so that a strict policy lets it in.
fn adopt(text: &str) {
    let (Ok(sheet), Some(document)) = (CssStyleSheet::new(), dom::document()) else { return };
    let replace = js_sys::Reflect::get(&sheet, &"replaceSync".into()).map(JsCast::unchecked_into::<js_sys::Function>);
    let _ = replace.and_then(|replace| replace.call1(&sheet, &JsValue::from_str(text)));
    let known = js_sys::Reflect::get(&document, &"adoptedStyleSheets".into()).map(|known| js_sys::Array::from(&known));
    if let Ok(sheets) = known {
        sheets.push(&sheet);
        let _ = js_sys::Reflect::set(&document, &"adoptedStyleSheets".into(), &sheets);
    }
}

fn frame() -> Vec<Node> {
    let part = |name: &'static str| element("div").class(name);
    let head = element("header")
        .class("ov-head")
        .child(element("h2").with("tabindex", "-1").text("Overlap desk"))
        .child(part("ov-close"));
    let sentence = element("p").class("ov-sentence").with("role", "status").with("aria-live", "polite");
    let filter = element("input")
        .with("id", "ov-filter")
        .with("type", "search")
        .with("placeholder", "Filter by name")
        .with("aria-label", "Filter the list by name");
    let button = |name: &str, words: &str| {
        element("button").class("button").with("type", "button").with("data-do", name).text(words)
    };
    let tools = part("ov-tools")
        .child(filter)
        .child(button("copy-text", "Copy as text"))
        .child(button("copy-csv", "Copy as CSV"))
        .child(element("span").class("says").with("role", "status"));
    let names =
        element("div").class("ov-list").with("role", "region").with("aria-label", "Who answers").with("tabindex", "0");
    vec![
        head,
        part("ov-ask"),
        field::field(),
        part("ov-choice"),
        sentence,
        part("ov-time"),
        part("ov-years"),
        part("ov-moved"),
        element("nav").class("ov-tabs").with("aria-label", "Charts"),
        part("ov-chart"),
        tools,
        names,
        country::form(),
        part("ov-supposals").with("role", "status"),
        whatif::form(),
        own::form(),
        part("ov-lists").with("hidden", ""),
    ]
}

/// Shows the page's link.
pub(crate) fn show() {
    let marked = STAND.with_borrow_mut(|stand| {
        let stand = stand.as_mut()?;
        let link = host::link();
        let (atlas, faults) = suppose::atlas(&stand.base, &link)?;
        stand.setting = Setting::of(atlas, &link, clock::today(), stand.own.clone(), faults);
        let is_open = stand.setting.desk.chart.is_some();
        let _ = stand.place.toggle_attribute_with_force("hidden", !is_open);
        if is_open {
            stand.measure();
            stand.draw();
        }
        stand.marked()
    });
    // The page may ask back at once.
    if let Some(change) = marked {
        host::mark(&change);
    }
    suppose::hand_over(&host::link());
}

impl Stand {
    /// How wide a chart may be; asked once, and again when the window's size changed.
    fn measure(&mut self) {
        if self.own.width_px == 0 {
            let width_px = dom::part(&self.place, ".ov-chart").map_or(0, |chart| chart.client_width());
            self.own.width_px = u32::try_from(width_px).unwrap_or(0).max(LEAST_PX);
            self.setting.own.width_px = self.own.width_px;
        }
    }

    /// What the map should show of two days, if it is something else than it shows.
    fn marked(&mut self) -> Option<String> {
        let told = |change: &Rc<Change>| format!("{} {}", change.codes(&self.setting.atlas), change.sentence);
        let marked = self.setting.change.as_ref().map(told).unwrap_or_default();
        let is_other = marked != self.marked;
        self.marked.clone_from(&marked);
        is_other.then_some(marked)
    }

    fn draw(&mut self) {
        let setting = self.setting.clone();
        let close = element("a")
            .class("button")
            .with("href", setting.link(&[("chart", None)]))
            .with("aria-label", "Close the overlap desk")
            .text("×");
        field::show(&self.place, &setting);
        self.put(".ov-close", vec![close]);
        self.put(".ov-ask", ask::chips(&setting));
        self.put(".ov-choice", ask::switch(&setting));
        self.put(".ov-sentence", vec![element("span").text(told(&setting))]);
        self.put(".ov-supposals", whatif::suppositions(&setting));
        // Much is asked for it, so it is made for those who look at it.
        if dom::part(&self.place, "details[open] .ov-country").is_some() {
            self.put(".ov-country", country::answers(&setting));
        }
        self.put(".ov-lists", whatif::lists(&setting));
        self.banner(&setting);
        self.put(".ov-time", time::controls(&setting));
        self.put(".ov-moved", time::moved(&setting));
        self.put(".ov-years", charts::years(&setting));
        self.put(".ov-tabs", charts::tabs(&setting));
        self.put(".ov-chart", charts::chart(&setting));
        self.put(".ov-list", list::list(&setting));
    }

    /// On the map itself, what of it is supposed.
    fn banner(&self, setting: &Setting) {
        let Some(stage) = dom::document().and_then(|document| document.query_selector(".stage").ok().flatten()) else {
            return;
        };
        if let Some(old) = dom::part(&stage, ".ov-banner") {
            old.remove();
        }
        if let Some(condition) = whatif::condition(setting) {
            let words = format!("Hypothetical: {}.", condition.trim_start_matches("If "));
            dom::add(&stage, &element("p").class("ov-banner").text(words));
        }
    }

    fn put(&mut self, selector: &'static str, nodes: Vec<Node>) {
        let known = self.shown.iter_mut().find(|(known, _)| *known == selector);
        if known.as_ref().is_some_and(|(_, shown)| *shown == nodes) {
            return;
        }
        if let Some(place) = dom::part(&self.place, selector) {
            dom::replace(&place, &nodes);
        }
        match known {
            Some((_, shown)) => *shown = nodes,
            None => self.shown.push((selector, nodes)),
        }
    }
}

/// The answer as a sentence.
fn told(setting: &Setting) -> String {
    let answer = answered(setting);
    whatif::condition(setting).map(|condition| format!("{condition}: {answer}")).unwrap_or(answer)
}

fn answered(setting: &Setting) -> String {
    let changed = setting.change.as_ref().map(|change| change.sentence.clone());
    let told = changed.or_else(|| setting.asked(|question| question_sentence(&setting.atlas, question)));
    told.unwrap_or_else(|| "Nothing is asked: choose a bloc that countries must be in.".into())
}

/// What is shown, if the desk stands and is not just being drawn: drawing moves the keyboard, which is an event too.
pub(crate) fn setting() -> Option<Setting> {
    STAND.with(|stand| stand.try_borrow().ok()?.as_ref().map(|stand| stand.setting.clone()))
}

/// Changes what no link carries, and shows it.
pub(crate) fn choose(change: impl FnOnce(&mut Own)) {
    STAND.with_borrow_mut(|stand| {
        if let Some(stand) = stand {
            change(&mut stand.own);
        }
    });
    show();
}

/// The window has another size: the charts are made to fit it.
pub(crate) fn resized() {
    choose(|own| own.width_px = 0);
}

/// Whether time goes year by year.
pub(crate) fn pace(by_year: bool) {
    choose(|own| own.by_year = by_year);
}

/// Sorts the list by a column; again, from the last.
pub(crate) fn sort(column: usize) {
    choose(|own| own.sort = (column, own.sort.0 == column && !own.sort.1));
}

/// Keeps those in the list whose name contains this.
pub(crate) fn filter(text: &str) {
    choose(|own| own.filter = folded(text));
}

/// The list to be copied, as CSV or with the sentence as text.
pub(crate) fn copied(as_csv: bool) -> Option<String> {
    let setting = setting()?;
    Some(if as_csv { list::csv(&setting) } else { list::text(&setting, &told(&setting)) })
}
