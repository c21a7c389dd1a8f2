//! Who belongs to what, how, and when.

use crate::word::words;
use crate::{BlocIx, CountryIx, SourceIx, Span};

words! {
    /// How a country belongs to a bloc, from the closest tie to the loosest.
    Status ("status") {
        /// Belongs fully, with a voice and a vote.
        Member = "member",
        /// Still a member, but barred from taking part; lies inside a `member` spell.
        Suspended = "suspended",
        /// Belongs in part, by a treaty of its own or without a vote.
        Associate = "associate",
        /// Has applied, or is acceding.
        Candidate = "candidate",
        /// Has signed, but it is not in force for it.
        Signatory = "signatory",
        /// May listen, and mostly speak.
        Observer = "observer",
        /// Works with it under a standing arrangement, from outside.
        Partner = "partner",
    }
}

impl Status {
    /// What countries of that status are called, many or one: `members`, `signatory`.
    #[must_use]
    pub const fn noun(self, many: bool) -> &'static str {
        match (self, many) {
            (Self::Member, true) => "members",
            (Self::Suspended, true) => "suspended members",
            (Self::Suspended, false) => "suspended member",
            (Self::Associate, true) => "associates",
            (Self::Candidate, true) => "candidates",
            (Self::Signatory, true) => "signatories",
            (Self::Observer, true) => "observers",
            (Self::Partner, true) => "partners",
            _ => self.as_str(),
        }
    }

    const fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// A set of statuses; a country may be several things to a bloc at once (member and suspended,
/// observer and candidate).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatusSet(u8);

impl StatusSet {
    /// No status at all.
    pub const EMPTY: Self = Self(0);
    /// Full members, suspended ones counted: what a bare bloc in a question means.
    pub const MEMBERS: Self = Self(Status::Member.bit());

    /// Whether it is one of them.
    #[must_use]
    pub const fn contains(self, status: Status) -> bool {
        self.0 & status.bit() != 0
    }

    /// Adds it.
    pub const fn insert(&mut self, status: Status) {
        self.0 |= status.bit();
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The statuses in it, from the closest tie to the loosest.
    pub fn iter(self) -> impl Iterator<Item = Status> {
        Status::ALL.iter().copied().filter(move |status| self.contains(*status))
    }

    /// The one to name first: `suspended` says more than `member`, else the closest tie.
    #[must_use]
    pub fn telling(self) -> Option<Status> {
        let suspended = self.contains(Status::Suspended).then_some(Status::Suspended);
        suspended.or_else(|| self.iter().next())
    }
}

impl FromIterator<Status> for StatusSet {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut set = Self::EMPTY;
        statuses.into_iter().for_each(|status| set.insert(status));
        set
    }
}

impl From<Status> for StatusSet {
    fn from(status: Status) -> Self {
        Self(status.bit())
    }
}

/// One spell of one country in one bloc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// What it belongs to.
    pub bloc: BlocIx,
    /// Who belongs.
    pub country: CountryIx,
    /// How it belongs.
    pub status: Status,
    /// When.
    pub span: Span,
    /// Where this is stated.
    pub sources: Vec<SourceIx>,
    /// What is contested or particular, empty where nothing is.
    pub note: String,
    /// Whether it could not be read in any source; the note says what it rests on.
    pub unverified: bool,
    /// Whether sources or states disagree about it; the note gives the views.
    pub contested: bool,
    /// Whether a reader supposed it: it is no fact.
    pub hypothetical: bool,
    /// Whether a reader supposed its end, of a spell that is a fact until then.
    pub hypothetical_end: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suspended_member_is_called_suspended() {
        let set: StatusSet = [Status::Member, Status::Suspended].into_iter().collect();
        assert_eq!(set.telling(), Some(Status::Suspended));
        let set: StatusSet = [Status::Partner, Status::Candidate].into_iter().collect();
        assert_eq!(set.telling(), Some(Status::Candidate));
        assert_eq!(StatusSet::EMPTY.telling(), None);
    }
}
