//! Small parts of the page: icons, notices, failure, theme, the reader of other shapes.

pub(crate) mod failure;
pub(crate) mod icon;
pub(crate) mod nodes;
pub(crate) mod notices;
pub(crate) mod reader;
pub(crate) mod theme;
