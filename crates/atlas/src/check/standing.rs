//! A country's status and the keys that go with it: `of`, `exists_to`, `successors`, `un_since`.

use super::{Problem, Records, each_country};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_country(records, |code, country, at| {
        let status = country.status.as_str();
        let mut say = |key: &str, message: String, remedy: &str| {
            problems.push(at.key(key).error(message, remedy));
        };
        if country.name.is_empty() {
            say("name", format!("{code} has no name"), "write its common English name");
        }
        match (status == "territory", country.of.is_empty()) {
            (true, true) => {
                say("status", format!("{code} is a territory of no state"), "name the state in `of`");
            }
            (false, false) => {
                say("of", format!("{code} is no territory"), "drop `of`, or say status = \"territory\"");
            }
            _ => {}
        }
        let ended = !country.exists_to.is_empty() && !country.successors.is_empty();
        if status == "vanished" && !ended {
            let remedy = "say when in `exists_to` and what came after in `successors`";
            say("status", format!("{code} vanished without an end"), remedy);
        }
        if status != "vanished" && !(country.exists_to.is_empty() && country.successors.is_empty()) {
            let remedy = "drop `exists_to` and `successors`, or say status = \"vanished\"";
            say("status", format!("{code} has an end but has not vanished"), remedy);
        }
        if status == "un-member" && country.un_since.is_empty() {
            say("status", format!("{code} is a UN member since no day"), "add `un_since`");
        }
    });
}
