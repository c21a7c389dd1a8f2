//! Every link of a story is understood to its last word.

use entente_atlas::{Atlas, Problem, Step};
use entente_scene::link;

use super::{key, problem};

pub(super) fn problems(atlas: &Atlas) -> Vec<Problem> {
    let mut problems = Vec::new();
    for story in atlas.stories() {
        for (index, step) in story.steps.iter().enumerate() {
            for notice in link::parse(&step.view, atlas).notices {
                let path = vec![key("steps"), Step::Index(index), key("view")];
                let message = format!("\"{}\" is no link to a view: {notice}", step.view);
                problems.push(problem(
                    format!("stories/{}.toml", story.id),
                    path,
                    message,
                    "open the view on the page and copy its link",
                ));
            }
        }
    }
    problems
}
