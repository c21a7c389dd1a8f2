//! Ids have the shape that file names, links and expressions need.

use super::{At, Problem, Records};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    for (code, _) in &records.countries {
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let at = At::file("countries.toml");
            let remedy = "a country's id is its ISO 3166-1 alpha-3 code: three capitals";
            problems.push(at.key(code).error(format!("\"{code}\" is no alpha-3 code"), remedy));
        }
    }
    let blocs = records.blocs.iter().map(|(id, _)| (id, At::entry("blocs", id)));
    let agreements = records.agreements.iter().map(|(id, _)| (id, At::entry("agreements", id)));
    for (id, at) in blocs.chain(agreements).filter(|(id, _)| !is_id(id)) {
        let remedy = "name the file in lower case: letters and digits with single hyphens between";
        problems.push(at.error(format!("\"{id}\" is no id"), remedy));
    }
    let file = At::file("sources.toml");
    for (id, _) in records.sources.iter().filter(|(id, _)| !is_id(id)) {
        let remedy = "write lower case: letters and digits with single hyphens between";
        problems.push(file.key(id).error(format!("\"{id}\" is no id"), remedy));
    }
}

fn is_id(id: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(part)
}
