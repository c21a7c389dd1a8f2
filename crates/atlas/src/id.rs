//! Indices of things in their atlas: two bytes each, in the order of their ids.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(u16);

        impl $name {
            /// The index of nothing.
            pub(crate) const NONE: Self = Self(u16::MAX);

            /// The index of that position; positions beyond 65,535 become that one.
            #[must_use]
            pub fn new(position: usize) -> Self {
                Self(u16::try_from(position).unwrap_or(u16::MAX))
            }

            /// The position in the atlas' slice.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index! {
    /// A country of one atlas: its position among [`Atlas::countries`](crate::Atlas::countries).
    CountryIx
    /// A bloc of one atlas: its position among [`Atlas::blocs`](crate::Atlas::blocs).
    BlocIx
    /// An agreement of one atlas: its position among [`Atlas::agreements`](crate::Atlas::agreements).
    AgreementIx
    /// A source of one atlas: its position among [`Atlas::sources`](crate::Atlas::sources).
    SourceIx
}
