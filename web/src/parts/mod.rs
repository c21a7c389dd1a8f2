//! Small parts of the page: nodes and how to find them, notices, failure, theme, the reader of other shapes.

pub(crate) mod failure;
pub(crate) mod find;
pub(crate) mod later;
pub(crate) mod nodes;
pub(crate) mod notices;
pub(crate) mod reader;
pub(crate) mod theme;
pub(crate) mod watch;
