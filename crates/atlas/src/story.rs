//! A story: steps of text, each with the link of the view it speaks of.

use crate::SourceIx;

/// A story as its file states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The name of its file.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it tells, in a sentence.
    pub lead: String,
    /// Its place among the stories: they are told from the least on, and those of one place in the order of their ids.
    pub part: u32,
    /// One after the other.
    pub steps: Vec<StoryStep>,
    /// Where this is stated.
    pub sources: Vec<SourceIx>,
}

/// One step of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryStep {
    /// What is told.
    pub text: String,
    /// The link of the view beside it, for `scene` to read: `?blocs=asean`.
    pub view: String,
}
