//! All facts, resolved and immutable: slices in the order of their ids, and look-ups.

mod build;
mod resolve;

use std::ops::Range;

use crate::problem::Problem;
use crate::records::Records;
use crate::{Agreement, AgreementIx, Bloc, BlocIx, Country, CountryIx, Membership, Party, Source, SourceIx, Story};

pub(crate) use build::build;

static NO_COUNTRY: Country = Country::NONE;
static NO_BLOC: Bloc = Bloc::NONE;
static NO_AGREEMENT: Agreement = Agreement::NONE;
static NO_SOURCE: Source = Source::NONE;

/// Every country, bloc, membership, agreement and source.
///
/// Countries are in the order of their codes, the rest in the order of their ids; memberships lie
/// bloc by bloc in the order of the files. Indices belong to the atlas that gave them; one that
/// this atlas does not have finds a nameless entry, never a panic.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    version: String,
    countries: Vec<Country>,
    blocs: Vec<Bloc>,
    agreements: Vec<Agreement>,
    sources: Vec<Source>,
    stories: Vec<Story>,
    memberships: Vec<Membership>,
    /// For each bloc its range of `memberships`.
    rows_of_bloc: Vec<Range<usize>>,
    /// For each country its positions in `memberships`, ascending.
    rows_of_country: Vec<Vec<usize>>,
}

impl Atlas {
    /// Resolves every word, date and reference, or says all that cannot be.
    ///
    /// It does not judge whether the facts fit together: that is [`check`](crate::check::check).
    ///
    /// # Errors
    /// Every word, date and reference that means nothing.
    pub fn from_records(records: Records) -> Result<Self, Vec<Problem>> {
        let (atlas, problems) = build(records);
        if problems.is_empty() { Ok(atlas) } else { Err(problems) }
    }

    /// Which edition of the facts this is, for citing: `2026-11-23 · 3f2a9c1b`, the last day on which something was read, and a digest.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Every country, in the order of their codes.
    #[must_use]
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// Every bloc, in the order of their ids.
    #[must_use]
    pub fn blocs(&self) -> &[Bloc] {
        &self.blocs
    }

    /// Every agreement, in the order of their ids.
    #[must_use]
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }

    /// Every source, in the order of their ids.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Every story, in the order of their ids.
    #[must_use]
    pub fn stories(&self) -> &[Story] {
        &self.stories
    }

    /// Every membership, bloc by bloc.
    #[must_use]
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// The country of that index.
    #[must_use]
    pub fn country(&self, ix: CountryIx) -> &Country {
        self.countries.get(ix.index()).unwrap_or(&NO_COUNTRY)
    }

    /// The bloc of that index.
    #[must_use]
    pub fn bloc(&self, ix: BlocIx) -> &Bloc {
        self.blocs.get(ix.index()).unwrap_or(&NO_BLOC)
    }

    /// The agreement of that index.
    #[must_use]
    pub fn agreement(&self, ix: AgreementIx) -> &Agreement {
        self.agreements.get(ix.index()).unwrap_or(&NO_AGREEMENT)
    }

    /// The source of that index.
    #[must_use]
    pub fn source(&self, ix: SourceIx) -> &Source {
        self.sources.get(ix.index()).unwrap_or(&NO_SOURCE)
    }

    /// The country of an alpha-3, alpha-2 or numeric code, in either case.
    #[must_use]
    pub fn country_by_code(&self, code: &str) -> Option<CountryIx> {
        let same = |known: &str| !known.is_empty() && known.eq_ignore_ascii_case(code);
        self.countries
            .iter()
            .find(|country| [&country.code, &country.alpha2, &country.numeric].into_iter().any(|c| same(c)))
            .map(|country| country.ix)
    }

    /// The bloc of that id.
    #[must_use]
    pub fn bloc_by_id(&self, id: &str) -> Option<BlocIx> {
        let found = self.blocs.binary_search_by(|bloc| bloc.id.as_str().cmp(id));
        found.ok().map(BlocIx::new)
    }

    /// The agreement of that id.
    #[must_use]
    pub fn agreement_by_id(&self, id: &str) -> Option<AgreementIx> {
        let found = self.agreements.binary_search_by(|agreement| agreement.id.as_str().cmp(id));
        found.ok().map(AgreementIx::new)
    }

    /// The source of that id.
    #[must_use]
    pub fn source_by_id(&self, id: &str) -> Option<SourceIx> {
        let found = self.sources.binary_search_by(|source| source.id.as_str().cmp(id));
        found.ok().map(SourceIx::new)
    }

    /// All spells in one bloc, in the order of its file.
    #[must_use]
    pub fn memberships_of_bloc(&self, bloc: BlocIx) -> &[Membership] {
        let rows = self.rows_of_bloc.get(bloc.index()).cloned();
        rows.and_then(|rows| self.memberships.get(rows)).unwrap_or_default()
    }

    /// All spells of one country, bloc by bloc.
    pub fn memberships_of_country(&self, country: CountryIx) -> impl Iterator<Item = &Membership> {
        let rows = self.rows_of_country.get(country.index());
        rows.into_iter().flatten().filter_map(|row| self.memberships.get(*row))
    }

    /// All spells of one country in one bloc, in the order of the file.
    pub fn memberships_between(&self, country: CountryIx, bloc: BlocIx) -> impl Iterator<Item = &Membership> {
        self.memberships_of_bloc(bloc).iter().filter(move |row| row.country == country)
    }

    /// The agreements that a bloc as a whole is a party to.
    pub fn agreements_of_bloc(&self, bloc: BlocIx) -> impl Iterator<Item = &Agreement> {
        self.agreements_of(Party::Bloc(bloc))
    }

    /// The agreements that a country by itself is a party to.
    pub fn agreements_of_country(&self, country: CountryIx) -> impl Iterator<Item = &Agreement> {
        self.agreements_of(Party::Country(country))
    }

    fn agreements_of(&self, party: Party) -> impl Iterator<Item = &Agreement> {
        self.agreements.iter().filter(move |agreement| agreement.parties.contains(&party))
    }
}
