//! `entente export map`: the shapes with their memberships at a date, as GeoJSON.

use std::fs;
use std::io::Write;

use entente_atlas::query::at::standings;
use entente_atlas::{Atlas, Date};
use serde_json::{Map, Value, json};

use crate::{Error, Setting};

/// Writes the world's shapes as they are kept, each with its country's name, status and memberships.
pub(super) fn export(atlas: &Atlas, setting: &Setting, at: Date, out: &mut dyn Write) -> Result<(), Error> {
    let path = setting.data.join("geometry/world.geojson");
    let text = fs::read_to_string(&path).map_err(|error| Error::Read { path: path.clone(), error })?;
    let broken = |reason: String| Error::Shapes(format!("{reason}; in {}", path.display()));
    let mut world: Value = serde_json::from_str(&text).map_err(|error| broken(error.to_string()))?;
    let features = world.get_mut("features").and_then(Value::as_array_mut);
    for feature in features.ok_or_else(|| broken("there is no list of features".into()))? {
        let Some(properties) = feature.get_mut("properties").and_then(Value::as_object_mut) else { continue };
        describe(atlas, at, properties);
    }
    if let Some(world) = world.as_object_mut() {
        world.insert("version".into(), atlas.version().into());
        world.insert("at".into(), at.to_string().into());
    }
    serde_json::to_writer(&mut *out, &world).map_err(|error| Error::Write(error.into()))?;
    Ok(writeln!(out)?)
}

fn describe(atlas: &Atlas, at: Date, properties: &mut Map<String, Value>) {
    let code = properties.get("code").and_then(Value::as_str).unwrap_or_default();
    let Some(ix) = atlas.country_by_code(code) else { return };
    let country = atlas.country(ix);
    let memberships: Vec<Value> = standings(atlas, ix, at)
        .iter()
        .map(|standing| {
            json!({
                "bloc": atlas.bloc(standing.bloc).id,
                "status": standing.status.as_str(),
                "from": standing.row.span.from.to_string(),
            })
        })
        .collect();
    properties.insert("name".into(), country.name().into());
    properties.insert("status".into(), country.status.as_str().into());
    properties.insert("at".into(), at.to_string().into());
    properties.insert("memberships".into(), memberships.into());
}
