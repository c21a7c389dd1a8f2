//! A story has a title, a lead and steps, each with text and a view. What the views say is for `scene` to read.

use super::{At, Problem, Records};

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    for (id, story) in &records.stories {
        let at = At::entry("stories", id);
        for (key, text) in [("title", &story.title), ("lead", &story.lead)] {
            if text.trim().is_empty() {
                problems.push(at.key(key).error(format!("{id} has no {key}"), "write one"));
            }
        }
        let list = at.key("steps");
        if story.steps.is_empty() {
            problems.push(list.error(format!("{id} has no steps"), "write one or more, each with text and view"));
        }
        for (index, step) in story.steps.iter().enumerate() {
            if step.text.trim().is_empty() {
                let message = format!("step {} says nothing", index + 1);
                problems.push(list.index(index).key("text").error(message, "write what the view shows"));
            }
        }
    }
}
