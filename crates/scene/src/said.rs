//! What an editor says around a picture.

/// What an editor says around a picture, in their own words; each may be empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// Above it all, in place of a title of ours.
    pub title: &'a str,
    /// Below the picture.
    pub note: &'a str,
    /// Who made it, below our own source.
    pub credit: &'a str,
}
