//! What is true: countries, blocs, dated memberships, agreements and their sources, and every
//! question about them.
//!
//! [`Records`](records::Records) are what the files say. [`check`](check::check) finds everything
//! wrong with them. [`Atlas::from_records`] turns them into an [`Atlas`], which is always valid and
//! never changes. [`query`] asks it. Nothing here knows a clock, a file or a screen.

mod agreement;
mod atlas;
mod bloc;
pub mod check;
mod country;
mod country_set;
mod date;
mod id;
mod membership;
mod names;
pub mod order;
mod problem;
pub mod query;
pub mod records;
mod site;
mod source;
mod story;
mod theme;
mod word;

pub use agreement::{Agreement, AgreementKind, Party};
pub use atlas::Atlas;
pub use bloc::{Bloc, Event, Kin, Kind, Rule, Scope, Seat, Stated};
pub use country::{Country, CountryStatus};
pub use country_set::CountrySet;
pub use date::{Date, DateError, PartialDate, Precision, Span};
pub use id::{AgreementIx, BlocIx, CountryIx, SourceIx};
pub use membership::{Membership, Status, StatusSet};
pub use names::Names;
pub use problem::{Level, Place, Problem, Step};
pub use site::Site;
pub use source::{Source, SourceKind};
pub use story::{Story, StoryStep};
pub use theme::Theme;
pub use word::UnknownWord;
