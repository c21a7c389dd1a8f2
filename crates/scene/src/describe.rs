//! The whole picture in words: what a screen reader hears.

use entente_atlas::Status;
use entente_atlas::query::at::with_status;
use entente_atlas::query::sentence::names;

use crate::build::links;
use crate::scene::Scene;
use crate::setting::Setting;

/// The whole picture in words, for those who cannot see it: sentence, standings with names, outlines, links, what is missing.
pub fn describe(scene: &Scene, setting: &Setting<'_>) -> String {
    let mut parts = vec![scene.sentence.clone()];
    for bloc in setting.view.blocs.iter().chain(&setting.view.outlined) {
        let short = &setting.atlas.bloc(*bloc).short;
        let is_filled = setting.view.expression.is_none() && setting.view.blocs.contains(bloc);
        for status in Status::ALL {
            let who = with_status(setting.atlas, *bloc, setting.date(), (*status).into());
            let is_told = *status == Status::Member || is_filled && setting.view.shows(*status);
            if is_told && !who.is_empty() {
                let names = names(setting.atlas, who);
                let noun = if *status == Status::Member { "" } else { status.noun(who.len() != 1) };
                parts.push(format!("{short}{}{noun}: {names}.", if noun.is_empty() { "" } else { " " }));
            }
        }
    }
    let links: Vec<&str> = links::shown(setting).iter().map(|(agreement, _)| agreement.name.as_str()).collect();
    if !links.is_empty() {
        parts.push(format!("Agreements drawn: {}.", links.join("; ")));
    }
    parts.extend(missing(scene));
    parts.join(" ")
}

/// What belongs into the picture and has no place on its map, in a sentence.
pub fn missing(scene: &Scene) -> Option<String> {
    (!scene.missing.is_empty()).then(|| format!("Not drawn on this map: {}.", scene.missing.join(", ")))
}
