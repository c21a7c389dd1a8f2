//! Rows stand in the order of their first days, then of their countries, so that diffs stay small.

use super::{Problem, Records, each_bloc};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_bloc(records, |_, bloc, at| {
        let list = at.key("memberships");
        let key = |index: usize| {
            let row = bloc.memberships.get(index)?;
            Some((row.from.date()?, row.country.as_str()))
        };
        for index in 1..bloc.memberships.len() {
            let (Some(before), Some(here)) = (key(index - 1), key(index)) else {
                continue;
            };
            if here < before {
                let message = format!("{} from {} stands too late", here.1, here.0);
                let remedy = "order rows by `from`, then by country";
                problems.push(list.index(index).warning(message, remedy));
            }
        }
    });
}
