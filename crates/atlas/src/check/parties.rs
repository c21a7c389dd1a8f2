//! An agreement has two parties or more, each once.

use super::{Problem, Records, each_agreement};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_agreement(records, |_, agreement, at| {
        let at = at.key("parties");
        let parties = &agreement.parties;
        if parties.len() < 2 {
            let message = format!("{} is too few parties", parties.len());
            problems.push(at.error(message, "an agreement links two parties or more"));
        }
        for (index, party) in parties.iter().enumerate() {
            if parties.iter().take(index).any(|other| other == party) {
                let at = at.index(index);
                problems.push(at.error(format!("\"{party}\" stands twice"), "name each party once"));
            }
        }
    });
}
