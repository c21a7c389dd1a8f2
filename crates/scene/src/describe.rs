//! The whole picture in words: what a screen reader hears.

use entente_atlas::query::at::members;

use crate::build::links;
use crate::scene::Scene;
use crate::setting::Setting;

/// The whole picture in words, for those who cannot see it: sentence, standings with names, outlines, links, what is missing.
pub fn describe(scene: &Scene, setting: &Setting<'_>) -> String {
    let mut parts = vec![scene.sentence.clone()];
    for bloc in setting.view.blocs.iter().chain(&setting.view.outlined) {
        let who = members(setting.atlas, *bloc, setting.date());
        let names = entente_atlas::query::sentence::names(setting.atlas, who);
        if !who.is_empty() {
            parts.push(format!("{}: {names}.", setting.atlas.bloc(*bloc).short));
        }
    }
    let links: Vec<&str> = links::shown(setting).iter().map(|(agreement, _)| agreement.name.as_str()).collect();
    if !links.is_empty() {
        parts.push(format!("Agreements drawn: {}.", links.join("; ")));
    }
    if !scene.missing.is_empty() {
        parts.push(format!("Not drawn on this map: {}.", scene.missing.join(", ")));
    }
    parts.join(" ")
}
