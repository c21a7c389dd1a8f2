//! Small parts of the page: nodes, notices, failure, theme, the reader of other shapes.

pub(crate) mod failure;
pub(crate) mod nodes;
pub(crate) mod notices;
pub(crate) mod reader;
pub(crate) mod theme;
pub(crate) mod watch;
