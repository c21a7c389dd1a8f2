//! What a link supposes, in a sentence: it stands on everything that leaves the page.

use entente_atlas::Atlas;
use entente_atlas::records::{EditRecord, OwnBlocRecord};

use crate::link::desk;
use crate::view::View;

/// `Hypothetical: Chile joins RCEP on 1 January 2027.`; nothing where nothing is supposed.
pub fn supposed(view: &View, atlas: &Atlas) -> Option<String> {
    let (desk, _) = desk::read(view, atlas);
    let mut parts: Vec<String> = desk.edits.iter().map(|edit| edit_words(edit, atlas)).collect();
    parts.extend(desk.own.iter().map(own_words));
    (!parts.is_empty()).then(|| format!("Hypothetical: {}.", parts.join("; ")))
}

fn edit_words(edit: &EditRecord, atlas: &Atlas) -> String {
    let country = atlas.country_by_code(&edit.country);
    let country = country.map_or(edit.country.as_str(), |country| atlas.country(country).name());
    let bloc = atlas.bloc_by_id(&edit.bloc).map_or(edit.bloc.as_str(), |bloc| atlas.bloc(bloc).short.as_str());
    let verb = if edit.is_exit { "leaves" } else { "joins" };
    let status = edit.status.map(|status| format!(" as {}", status.noun(false))).unwrap_or_default();
    format!("{country} {verb} {bloc}{status} on {}", edit.on.in_words())
}

fn own_words(own: &OwnBlocRecord) -> String {
    format!("“{}” is a bloc made up by a reader", own.name)
}
