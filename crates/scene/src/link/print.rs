//! From a view to the query string of its link.

use std::fmt::Write as _;

use entente_atlas::{Atlas, BlocIx, StatusSet};

use super::{LINKS, THEMES, join, projection_word, word_of};
use crate::view::{CameraView, Centre, Panel, Selection, View};

/// The query string of a view, such as `?blocs=cptpp,rcep&at=2025-01-01&select=SGP`; empty for the default view.
pub fn print(view: &View, atlas: &Atlas) -> String {
    // Named one by one, so that a new part of the view does not compile until it has a place in the link.
    let View {
        blocs,
        outlined,
        expression,
        at,
        select,
        projection,
        centre,
        camera,
        statuses,
        links,
        theme,
        panel,
        map,
        further,
    } = view;
    let home = View::default_for(atlas);
    let mut pairs = shown(blocs, outlined, &home, atlas);
    pairs.extend(expression.as_ref().map(|expression| ("q", expression.written(atlas).to_string())));
    pairs.extend(at.map(|date| ("at", date.to_string())));
    pairs.extend(select.map(|selection| ("select", selection_word(selection, atlas))));
    pairs.extend((*projection != home.projection).then(|| ("projection", projection_word(*projection).to_owned())));
    pairs.extend(centre_word(*centre).map(|word| ("centre", word)));
    pairs.extend(camera.map(|CameraView { lon_deg, lat_deg, zoom }| ("camera", degrees(&[lon_deg, lat_deg, zoom]))));
    pairs.extend(statuses.map(|chosen| ("status", status_words(chosen))));
    pairs.extend((*links != home.links).then(|| ("links", word_of(&LINKS, *links).to_owned())));
    pairs.extend((*theme != home.theme).then(|| ("theme", word_of(&THEMES, *theme).to_owned())));
    pairs.extend((*panel == Panel::Closed).then(|| ("panel", "closed".to_owned())));
    pairs.extend(map.clone().map(|file| ("map", file)));
    pairs.extend(further.iter().cloned());
    join(&pairs)
}

/// Both parts or neither: blocs chosen without outlines have none, not those of the default.
fn shown(blocs: &[BlocIx], outlined: &[BlocIx], home: &View, atlas: &Atlas) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    if blocs != home.blocs || outlined != home.outlined {
        pairs.push(("blocs", ids(blocs, atlas)));
        pairs.extend((!outlined.is_empty()).then(|| ("outline", ids(outlined, atlas))));
    }
    pairs
}

fn centre_word(centre: Centre) -> Option<String> {
    match centre {
        Centre::Auto => None,
        Centre::Fixed { lon_deg, lat_deg } => Some(degrees(&[lon_deg, lat_deg])),
    }
}

fn status_words(chosen: StatusSet) -> String {
    chosen.iter().map(|status| status.as_str()).collect::<Vec<_>>().join(",")
}

fn ids(blocs: &[BlocIx], atlas: &Atlas) -> String {
    let ids: Vec<&str> = blocs.iter().map(|ix| atlas.bloc(*ix).id.as_str()).collect();
    ids.join(",")
}

fn selection_word(selection: Selection, atlas: &Atlas) -> String {
    match selection {
        Selection::Country(ix) => atlas.country(ix).code.clone(),
        Selection::Bloc(ix) => atlas.bloc(ix).id.clone(),
        Selection::Agreement(ix) => format!("agreement:{}", atlas.agreement(ix).id),
    }
}

/// Numbers to a hundredth, without a trailing zero, joined by commas. Written with integers: float formatting weighs 6 KB in the page.
fn degrees(values: &[f64]) -> String {
    let mut text = String::new();
    for value in values {
        if !text.is_empty() {
            text.push(',');
        }
        let hundredths = (value * 100.0).round() as i64;
        if hundredths < 0 {
            text.push('-');
        }
        let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
        let _ = match (part, part % 10) {
            (0, _) => write!(text, "{whole}"),
            (_, 0) => write!(text, "{whole}.{}", part / 10),
            _ => write!(text, "{whole}.{part:02}"),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::degrees;

    #[test]
    fn numbers_are_as_short_as_a_hundredth_allows() {
        assert_eq!(degrees(&[150.0, -7.5, 0.256, -0.04, 12.999]), "150,-7.5,0.26,-0.04,13");
    }
}
