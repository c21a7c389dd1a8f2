//! The dialog as it stands in the page: what it was opened on, which tab is shown, and what each shows.

use std::cell::RefCell;

use entente_scene::page::Node;
use entente_scene::press::{Citation, Embed, read};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use crate::frame::TABS;
use crate::kit::{Kit, Words};
use crate::{builder, dom, frame, hands, page, preview};

/// What the dialog keeps while it is open.
#[derive(Clone)]
struct Stand {
    dialog: Element,
    kit: Kit,
    words: Words,
    embed: Embed,
    site: String,
}

thread_local! {
    static STAND: RefCell<Option<Stand>> = const { RefCell::new(None) };
}

fn stand() -> Option<Stand> {
    STAND.with_borrow(Clone::clone)
}

/// Opens the dialog on the page's view, with an embed's settings if a link brought any. What was typed before is kept.
pub(crate) fn open(fragment: &str) -> Result<(), String> {
    let (link, address) = (page::link(), page::address());
    let kit = Kit::of(&link)?;
    let fresh = Embed::new(&address, &link)?;
    let known = stand();
    let is_asked = !fragment.is_empty();
    let (embed, notices) = match &known {
        Some(stand) if !is_asked => (Embed { view: fresh.view, ..stand.embed.clone() }, Vec::new()),
        _ => {
            let read = read(fragment, fresh);
            (read.embed, read.notices)
        }
    };
    let words = kit.words(&embed);
    let dialog = match known {
        Some(stand) => stand.dialog,
        None => built()?,
    };
    let site = embed.site.clone();
    STAND.set(Some(Stand { dialog: dialog.clone(), kit, words, embed, site }));
    fill();
    say(&notices.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    let native: &HtmlDialogElement = dialog.unchecked_ref();
    if !native.open() {
        native.show_modal().map_err(|_| "The browser could not open the dialog".to_owned())?;
    }
    let tab = if is_asked { "embed" } else { "link" };
    choose(tab);
    focus(tab);
    Ok(())
}

fn built() -> Result<Element, String> {
    let document = dom::document().ok_or("There is no page")?;
    let dialog = document.create_element("dialog").map_err(|_| "The browser has no dialogs")?;
    dialog.set_class_name("press");
    let _ = dialog.set_attribute("aria-labelledby", "pr-heading");
    page::adopt(include_str!("style.css"));
    dom::replace(&dialog, &frame::frame());
    document.body().ok_or("There is no page")?.append_child(&dialog).map_err(|_| "The dialog has no place")?;
    hands::listen(&dialog);
    preview::listen(&dialog);
    Ok(dialog)
}

/// Fills every tab from what the dialog was opened on.
fn fill() {
    let Some(Stand { dialog, kit, words, embed, .. }) = stand() else { return };
    let put = |tab: &str, nodes: Vec<Node>| {
        if let Some(place) = dom::part(&dialog, &format!("#pr-{tab}")) {
            dom::replace(&place, &nodes);
        }
    };
    let named = dom::document().and_then(|document| document.query_selector("[data-entente=data]").ok().flatten());
    let data = named.and_then(|named| named.get_attribute("content"));
    put("link", frame::link(&Embed { view: kit.link.clone(), ..embed.clone() }.page(), &words, page::has_sheet()));
    put("files", frame::files(&kit, data));
    let forms = kit.cited(&embed, &words.title, |cited| {
        [Citation::text, Citation::bibtex, Citation::csl_json].map(|form| form(cited))
    });
    put("cite", frame::cite(&kit, &forms));
    put("embed", builder::form(&embed, &words, page::is_narrow()));
    make("tag");
}

/// Shows one tab.
pub(crate) fn choose(tab: &str) {
    let Some(Stand { dialog, embed, .. }) = stand() else { return };
    for (id, _) in TABS {
        let is_chosen = id == tab;
        if let Some(button) = dom::part(&dialog, &format!("#pr-tab-{id}")) {
            let _ = button.set_attribute("aria-selected", if is_chosen { "true" } else { "false" });
            let _ = button.set_attribute("tabindex", if is_chosen { "0" } else { "-1" });
        }
        if let Some(panel) = dom::part(&dialog, &format!("#pr-{id}")) {
            let _ = panel.toggle_attribute_with_force("hidden", !is_chosen);
        }
    }
    let _ = dialog.set_attribute("data-tab", tab);
    if tab == "embed" {
        preview::show(&dialog, &embed);
    }
}

/// Gives a tab the keyboard.
pub(crate) fn focus(tab: &str) {
    let Some(stand) = stand() else { return };
    if let Some(button) = dom::part_as::<HtmlElement>(&stand.dialog, &format!("#pr-tab-{tab}")) {
        let _ = button.focus();
    }
}

/// The tab beside the one that is shown; the first or the last for no step.
pub(crate) fn beside(steps: isize) -> Option<&'static str> {
    let shown = stand()?.dialog.get_attribute("data-tab")?;
    let at = TABS.iter().position(|(id, _)| *id == shown)?;
    let count = TABS.len();
    let next = (at + count).checked_add_signed(steps)? % count;
    TABS.get(next).map(|(id, _)| *id)
}

/// Takes what the form says, and shows what comes of it; the preview waits until the reader rests.
pub(crate) fn changed() {
    let Some(Stand { dialog, kit, words, site, .. }) = stand() else { return };
    match builder::described(&dialog, &kit, &words, &site) {
        Ok(embed) => {
            STAND.with_borrow_mut(|stand| {
                if let Some(stand) = stand {
                    stand.embed = embed;
                }
            });
            make(&builder::chosen(&dialog, "form"));
        }
        Err(says) => say(&says),
    }
}

/// Writes the code in one of its forms.
fn make(form: &str) {
    let Some(Stand { dialog, kit, embed, .. }) = stand() else { return };
    let Some(place) = dom::part(&dialog, ".pr-made") else { return };
    let form = if form.is_empty() { "tag" } else { form };
    let code = kit.snippet(&embed, builder::form_of(form));
    dom::replace(&place, &builder::made(form, &code, &embed.again()));
}

/// Shows the embed as it is now.
pub(crate) fn look() {
    if let Some(Stand { dialog, embed, .. }) =
        stand().filter(|stand| stand.dialog.get_attribute("data-tab").as_deref() == Some("embed"))
    {
        preview::show(&dialog, &embed);
    }
}

/// Empties the builder.
pub(crate) fn reset() {
    STAND.with_borrow_mut(|stand| {
        if let Some(stand) = stand
            && let Ok(embed) = Embed::new(&stand.site, &stand.kit.link)
        {
            stand.embed = embed;
        }
    });
    fill();
    look();
}

/// What is to be saved or copied is made from this.
pub(crate) fn held() -> Option<(Kit, Embed, Words)> {
    stand().map(|stand| (stand.kit, stand.embed, stand.words))
}

/// Says something where the reader is.
pub(crate) fn say(words: &str) {
    let place = stand().and_then(|stand| dom::part(&stand.dialog, ".pr-says"));
    if let Some(place) = place {
        place.set_text_content(Some(words));
    }
}
