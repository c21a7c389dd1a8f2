//! Asking by writing: the field of the question, coloured as it is written, completed at the caret, its faults under the character.

use entente_atlas::query::complete::complete;
use entente_atlas::query::parse;
use entente_atlas::query::search::Index;
use entente_atlas::query::tokens::{TokenKind, tokens};
use entente_scene::page::Node;
use entente_scene::page::node::element;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::dom::{self, part, part_as, replace};
use crate::host;
use crate::setting::Setting;

/// So many candidates are offered.
const OFFERED: usize = 8;

/// The field as it stands in the desk for good: it is never built anew, so that typing goes on.
pub(crate) fn field() -> Node {
    let input = element("input")
        .with("id", "ov-expression")
        .with("type", "text")
        .with("role", "combobox")
        .with("aria-autocomplete", "list")
        .with("aria-expanded", "false")
        .with("aria-controls", "ov-offers")
        .with("aria-describedby", "ov-fault")
        .with("spellcheck", "false")
        .with("autocomplete", "off")
        .with("autocapitalize", "none")
        .with("placeholder", "cptpp & rcep - asean");
    let paint = element("pre").class("ov-paint").with("aria-hidden", "true");
    let offers = element("ul").with("id", "ov-offers").with("role", "listbox").with("aria-label", "Candidates");
    let write = element("div").class("ov-write").child(paint).child(input).child(offers.with("hidden", ""));
    element("div")
        .class("ov-field")
        .child(element("label").with("for", "ov-expression").text("Question"))
        .child(write)
        .child(element("div").class("ov-fault").with("id", "ov-fault").with("role", "status"))
}

fn input(place: &Element) -> Option<HtmlInputElement> {
    part_as(place, "#ov-expression")
}

/// Brings the field up to the view, unless what somebody writes in it means the same or is not done.
pub(crate) fn show(place: &Element, setting: &Setting) {
    let Some(input) = input(place) else { return };
    let active = dom::document().and_then(|document| document.active_element());
    let is_writing = active.is_some_and(|active| active.is_same_node(Some(&input)));
    let said = parse(&setting.atlas, &input.value());
    let is_other = said.is_ok() && said.ok() != setting.expression() && setting.view.expression.is_some();
    if !is_writing || is_other {
        let question = setting.expression();
        let text = question.map(|question| question.written(&setting.atlas).to_string()).unwrap_or_default();
        input.set_value(&text);
        tell(place, setting, &text);
    }
}

/// What was written: asked if it makes sense, else said what does not, under the character.
pub(crate) fn written(place: &Element, setting: &Setting, text: &str) {
    tell(place, setting, text);
    offer(place, setting);
    if text.trim().is_empty() {
        host::drift("q", None);
    } else if let Ok(question) = parse(&setting.atlas, text)
        && setting.view.expression.as_ref() != Some(&question)
    {
        host::drift("q", Some(&question.written(&setting.atlas).to_string()));
    }
}

fn tell(place: &Element, setting: &Setting, text: &str) {
    let fault = parse(&setting.atlas, text).err().filter(|_| !text.trim().is_empty());
    let says: Vec<Node> = fault.into_iter().map(|fault| element("pre").text(fault.render(text))).collect();
    if let Some(input) = input(place) {
        let _ = input.set_attribute("aria-invalid", if says.is_empty() { "false" } else { "true" });
    }
    let spans = tokens(&setting.atlas, text).into_iter().map(|token| {
        let words = text.get(token.range).unwrap_or_default();
        element("span").class(class(token.kind)).text(words)
    });
    for (selector, nodes) in [(".ov-fault", says), (".ov-paint", spans.collect())] {
        if let Some(place) = part(place, selector) {
            replace(&place, &nodes);
        }
    }
}

fn class(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Bloc => "ov-t-bloc",
        TokenKind::Call | TokenKind::Number => "ov-t-call",
        TokenKind::Status | TokenKind::Date => "ov-t-when",
        TokenKind::Operator | TokenKind::Mark => "ov-t-sign",
        TokenKind::Blank => "ov-t-blank",
        TokenKind::Wrong => "ov-t-wrong",
    }
}

/// The text and the caret in it, in bytes.
fn caret(input: &HtmlInputElement) -> (String, usize) {
    let text = input.value();
    let units = input.selection_start().ok().flatten().and_then(|at| usize::try_from(at).ok()).unwrap_or(text.len());
    let at = text.chars().scan(0, |seen, letter| {
        let before = *seen;
        *seen += letter.len_utf16();
        Some((before, letter.len_utf8()))
    });
    let bytes = at.take_while(|(before, _)| *before < units).map(|(_, bytes)| bytes).sum();
    (text, bytes)
}

fn offer(place: &Element, setting: &Setting) {
    let (Some(input), Some(list)) = (input(place), part(place, "#ov-offers")) else { return };
    let (text, at) = caret(&input);
    let found = complete(&setting.atlas, &Index::new(&setting.atlas), &text, at, OFFERED);
    let (start, end) = (found.replaces.start, found.replaces.end);
    let now = text.get(start..end).unwrap_or_default();
    let is_done = matches!(found.candidates.as_slice(), [only] if only.text == now);
    let candidates = if is_done || now.is_empty() { Vec::new() } else { found.candidates };
    let rows: Vec<Node> = (candidates.iter().enumerate())
        .map(|(nth, candidate)| {
            let whole = format!("{}{}", text.get(..start).unwrap_or_default(), candidate.text);
            let rest = text.get(end..).unwrap_or_default();
            element("li")
                .with("role", "option")
                .with("id", format!("ov-offer-{nth}"))
                .with("data-before", whole)
                .with("data-after", rest)
                .child(element("b").text(candidate.text.as_str()))
                .text(format!(" {}", candidate.name))
        })
        .collect();
    let is_open = !rows.is_empty();
    replace(&list, &rows);
    let _ = list.toggle_attribute_with_force("hidden", !is_open);
    let _ = input.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    let _ = input.remove_attribute("aria-activedescendant");
}

/// Puts the candidates away.
pub(crate) fn close(place: &Element) {
    if let (Some(input), Some(list)) = (input(place), part(place, "#ov-offers")) {
        let _ = list.toggle_attribute_with_force("hidden", true);
        let _ = input.set_attribute("aria-expanded", "false");
        let _ = input.remove_attribute("aria-activedescendant");
    }
}

/// Writes a candidate in place of what was begun.
pub(crate) fn take(place: &Element, setting: &Setting, candidate: &Element) {
    let Some(input) = input(place) else { return };
    let [before, after] = ["data-before", "data-after"].map(|name| candidate.get_attribute(name).unwrap_or_default());
    let at = u32::try_from(before.encode_utf16().count()).unwrap_or(0);
    let text = before + &after;
    input.set_value(&text);
    let _ = input.set_selection_range(at, at);
    written(place, setting, &text);
    close(place);
}

/// Arrow keys go through the candidates, Enter and Tab take one, Escape puts them away.
pub(crate) fn pressed(place: &Element, setting: &Setting, event: &KeyboardEvent) {
    let (Some(input), Some(list)) = (input(place), part(place, "#ov-offers")) else { return };
    if list.has_attribute("hidden") {
        return;
    }
    let now = part(&list, "[aria-selected]");
    match event.key().as_str() {
        "ArrowDown" | "ArrowUp" => {
            let is_down = event.key() == "ArrowDown";
            let next = now
                .as_ref()
                .and_then(|now| if is_down { now.next_element_sibling() } else { now.previous_element_sibling() });
            let end = || if is_down { list.first_element_child() } else { list.last_element_child() };
            if let Some(now) = now {
                let _ = now.remove_attribute("aria-selected");
            }
            if let Some(next) = next.or_else(end) {
                let _ = next.set_attribute("aria-selected", "true");
                let _ = input.set_attribute("aria-activedescendant", &next.id());
            }
        }
        "Enter" | "Tab" => match now {
            Some(now) => take(place, setting, &now),
            None => return close(place),
        },
        "Escape" => close(place),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}
