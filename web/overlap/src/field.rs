//! Asking by writing: the field of the expression, its errors under the character.

use entente_atlas::query::parse;
use entente_scene::page::Node;
use entente_scene::page::node::element;
use web_sys::{Element, HtmlInputElement};

use crate::dom::{part, part_as, replace};
use crate::host;
use crate::setting::Setting;

/// The field as it stands in the desk for good: it is never built anew, so that typing goes on.
pub(crate) fn field() -> Node {
    let input = element("input")
        .with("id", "ov-expression")
        .with("type", "text")
        .with("spellcheck", "false")
        .with("autocomplete", "off")
        .with("autocapitalize", "none")
        .with("aria-describedby", "ov-fault")
        .with("placeholder", "cptpp & rcep - asean");
    element("div")
        .class("ov-field")
        .child(element("label").with("for", "ov-expression").text("Question"))
        .child(input)
        .child(element("div").class("ov-fault").with("id", "ov-fault").with("role", "status"))
}

/// Brings the field up to the view, unless somebody writes in it.
pub(crate) fn show(place: &Element, setting: &Setting) {
    let Some(input) = part_as::<HtmlInputElement>(place, "#ov-expression") else { return };
    let written =
        setting.open_question().map(|question| question.written(&setting.atlas).to_string()).unwrap_or_default();
    let is_active = crate::dom::document().and_then(|document| document.active_element());
    let is_writing = is_active.is_some_and(|active| active.is_same_node(Some(&input)));
    let is_same = parse(&setting.atlas, &input.value()).ok() == setting.open_question();
    if !is_writing || (!is_same && !input.value().trim().is_empty() && parse(&setting.atlas, &input.value()).is_ok()) {
        input.set_value(&written);
        tell(place, setting, &written);
    }
}

/// What was written: asked if it makes sense, else said what does not, under the character.
pub(crate) fn written(place: &Element, setting: &Setting, text: &str) {
    tell(place, setting, text);
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
    if let Some(input) = part(place, "#ov-expression") {
        let _ = input.set_attribute("aria-invalid", if says.is_empty() { "false" } else { "true" });
    }
    if let Some(below) = part(place, ".ov-fault") {
        replace(&below, &says);
    }
}
