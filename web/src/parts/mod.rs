//! Small parts that know no facts: icons, notices, failure, theme.

pub(crate) mod failure;
pub(crate) mod icon;
pub(crate) mod notices;
pub(crate) mod reader;
pub(crate) mod theme;
