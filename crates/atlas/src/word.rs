//! Closed vocabularies: an enum, the word of the files for each of its values, and the way back.

use std::fmt;

/// A word that is none of a closed vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// What was written.
    pub value: String,
    /// What it should have been one of: `status`, `theme` …
    pub what: &'static str,
    /// The words there are.
    pub known: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is no {}: use one of {}", self.value, self.what, self.known.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

/// Makes an enum with `ALL`, `WORDS`, `as_str`, `Display` and `FromStr`.
macro_rules! words {
    (
        $(#[$about:meta])*
        $name:ident ($what:literal) { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of their weight.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// The words of the files, in the same order.
            pub const WORDS: &[&str] = &[$($word),+];

            /// The word of the files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownWord {
                        value: text.to_owned(),
                        what: $what,
                        known: Self::WORDS,
                    }),
                }
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use crate::{AgreementKind, CountryStatus, Kind, Rule, Scope, SourceKind, Status, Theme};

    #[test]
    fn every_word_is_read_back() {
        fn check<T: Copy + PartialEq + std::fmt::Debug + ToString + std::str::FromStr>(all: &[T]) {
            for value in all {
                assert_eq!(value.to_string().parse::<T>().ok(), Some(*value));
            }
        }
        check(AgreementKind::ALL);
        check(CountryStatus::ALL);
        check(Kind::ALL);
        check(Rule::ALL);
        check(Scope::ALL);
        check(SourceKind::ALL);
        check(Status::ALL);
        check(Theme::ALL);
    }

    #[test]
    fn an_unknown_word_is_named_with_those_there_are() {
        let error = "friend".parse::<Scope>().unwrap_err();
        let expected = "\"friend\" is no scope: use one of regional, cross-regional, global";
        assert_eq!(error.to_string(), expected);
    }
}
