//! Words for a picture: what stands for it where it cannot be seen, and the name of its file.

use crate::sentence::caption;
use crate::setting::Setting;
use crate::supposed::supposed;

/// A proposal for the alternative text: what the picture is, and what it says.
pub fn alternative(setting: &Setting<'_>) -> String {
    let supposed = supposed(setting.view, setting.atlas).map(|words| format!(" {words}")).unwrap_or_default();
    let kind = if setting.view.projection.is_globe() { "A globe" } else { "A world map" };
    let kind = if setting.view.camera.is_some() { "A map of a part of the world" } else { kind };
    format!("{kind}. {}{supposed}", caption(setting))
}

/// A name for a file of the picture, without its ending: `entente-cptpp-rcep-2025-01-01`.
pub fn file_name(setting: &Setting<'_>) -> String {
    let mut name = String::from("entente");
    for bloc in setting.view.blocs.iter().chain(&setting.view.outlined) {
        let id = setting.atlas.bloc(*bloc).id.trim_start_matches('~');
        if name.len() + id.len() < 80 {
            name.push('-');
            name.push_str(id);
        }
    }
    name.push('-');
    name.push_str(&setting.date().to_string());
    if supposed(setting.view, setting.atlas).is_some() {
        name.push_str("-hypothetical");
    }
    name
}
