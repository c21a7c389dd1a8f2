//! `un_since` and `status` of countries agree with the rows of `blocs/un.toml`.

use std::collections::BTreeMap;

use super::{Problem, Records, each_country};
use crate::PartialDate;

/// First day of a country in the United Nations, and whether it is a member still.
struct Member {
    since: PartialDate,
    still: bool,
}

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    let Some((_, un)) = records.blocs.iter().find(|(id, _)| id == "un") else {
        return;
    };
    let mut members: BTreeMap<&str, Member> = BTreeMap::new();
    for row in un.memberships.iter().filter(|row| row.status == "member") {
        let Some(since) = row.from.date() else {
            continue;
        };
        let new = Member { since, still: false };
        let member = members.entry(&row.country).or_insert(new);
        member.since = member.since.min(since);
        member.still |= row.to.is_nothing();
    }
    each_country(records, |code, country, at| {
        let member = members.get(code);
        let since = member.map(|member| member.since.to_string()).unwrap_or_default();
        if since != country.un_since {
            let (here, there) = (or_none(&country.un_since), or_none(&since));
            let message = format!("{here} is not the first day of {code} in blocs/un.toml, {there}");
            problems.push(at.key("un_since").error(message, "correct one of the two"));
        }
        let still = member.is_some_and(|member| member.still);
        if still != (country.status == "un-member") {
            let is = if still { "a member" } else { "no member" };
            let message = format!("\"{}\" is wrong: by blocs/un.toml {code} is {is}", country.status);
            problems.push(at.key("status").error(message, "correct one of the two"));
        }
    });
}

fn or_none(date: &str) -> String {
    if date.is_empty() { "none".to_owned() } else { format!("\"{date}\"") }
}
