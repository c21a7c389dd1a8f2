//! What each country is filled with.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::members;
use entente_atlas::query::{Context, eval};
use entente_atlas::{Atlas, CountryIx, CountrySet, Status, StatusSet};

use super::inks;
use crate::change::{self, Fates};
use crate::mark::Mark;
use crate::pattern::{Base, Paint, Sign};
use crate::setting::Setting;
use crate::style::{Ink, SHADES};

/// From this many filled blocs on, land is shaded by count instead of striped.
pub const SHADED_FROM: usize = 4;

/// One country's standing in one shown bloc.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Which of the filled blocs, in the order of the view.
    pub slot: usize,
    /// The bloc's colour.
    pub ink: Ink,
    /// The standings it has there, those shown only.
    pub statuses: StatusSet,
    /// Whether it is the country's own, not that of the state it is a part of.
    pub is_own: bool,
}

/// Every country's standings in the filled blocs on a date, by country.
#[derive(Debug, Clone, PartialEq)]
pub struct Standings {
    by_country: Vec<Vec<Standing>>,
    blocs: usize,
    answer: Option<CountrySet>,
    outlined: CountrySet,
    fates: Option<Fates>,
}

impl Standings {
    /// Looks up every row of the filled blocs that holds on the date.
    pub fn at(setting: &Setting<'_>) -> Self {
        let Setting { atlas, view, .. } = *setting;
        let date = setting.date();
        let inks = inks::inks(view);
        let mut by_country: Vec<Vec<Standing>> = vec![Vec::new(); atlas.countries().len()];
        for (slot, bloc) in view.blocs.iter().copied().enumerate() {
            let ink = inks.iter().find(|(other, _)| *other == bloc).map_or(Ink(0), |(_, ink)| *ink);
            let rows = atlas.memberships_of_bloc(bloc).iter();
            for row in rows.filter(|row| view.shows(row.status) && row.span.contains(date)) {
                let Some(standings) = by_country.get_mut(row.country.index()) else { continue };
                match standings.last_mut().filter(|last| last.slot == slot) {
                    Some(last) => last.statuses.insert(row.status),
                    None => standings.push(Standing { slot, ink, statuses: row.status.into(), is_own: true }),
                }
            }
        }
        share_with_parts(atlas, &mut by_country);
        let answer = match setting.change {
            Some(change) => Some(change.fates.iter().fold(CountrySet::EMPTY, |all, fate| all | *fate)),
            None => view.expression.as_ref().map(|expression| eval(atlas, expression, Context::members_at(date))),
        };
        let fates = setting.change.map(|change| change.fates.map(|fate| with_parts(atlas, fate)));
        let outlined = view.outlined.iter().fold(CountrySet::EMPTY, |all, bloc| all | members(atlas, *bloc, date));
        Self { by_country, blocs: view.blocs.len(), answer, outlined, fates }
    }

    /// One country's standings, in the order of the blocs.
    pub fn of(&self, country: CountryIx) -> &[Standing] {
        self.by_country.get(country.index()).map_or(&[], Vec::as_slice)
    }

    /// Countries with any standing of their own, ascending: parts of a state are not counted beside it.
    pub fn countries(&self) -> impl Iterator<Item = CountryIx> {
        let counts = |all: &[Standing]| all.iter().any(|one| one.is_own);
        self.by_country.iter().enumerate().filter(move |(_, all)| counts(all)).map(|(at, _)| CountryIx::new(at))
    }

    /// The answer to the view's question, where it asks one; of two days, to either.
    pub fn answer(&self) -> Option<CountrySet> {
        self.answer
    }

    /// The members of the blocs that are shown by their outline alone.
    pub fn outlined(&self) -> CountrySet {
        self.outlined
    }

    /// What a country is filled with.
    pub fn paint(&self, country: CountryIx) -> Paint {
        if let Some(fates) = &self.fates {
            return change::paint(fates, country);
        }
        if let Some(answer) = self.answer {
            return Paint::plain(if answer.contains(country) { Base::Answer } else { Base::Land });
        }
        let standings = self.of(country);
        let members: Vec<Ink> = standings.iter().filter(|one| is_member(one.statuses)).map(|one| one.ink).collect();
        let base = match members.as_slice() {
            [] => Base::Land,
            _ if self.blocs >= SHADED_FROM => Base::Shade(members.len().min(SHADES) as u8),
            [ink] => Base::One(*ink),
            _ => Base::Striped(members),
        };
        let telling = |one: &Standing| one.statuses.telling().filter(|status| *status != Status::Member);
        if self.blocs < SHADED_FROM {
            let sign = |one: &Standing| telling(one).map(|status| Sign { status, ink: Some(one.ink) });
            return Paint { signs: standings.iter().filter_map(sign).collect(), base };
        }
        // Shaded by count, colours no longer tell blocs apart: one sign says the closest tie of those who are members of none,
        // or what troubles a membership.
        let closest = standings.iter().filter_map(telling).min();
        let is_signed = |status: &Status| base == Base::Land || *status == Status::Suspended;
        let signs = closest.filter(is_signed).map(|status| Sign { status, ink: None }).into_iter().collect();
        Paint { base, signs }
    }

    /// Those with a standing in the shown blocs, or in the answer to the question.
    pub fn wanted(&self) -> CountrySet {
        let mut wanted: CountrySet = self.countries().collect();
        wanted |= self.answer.unwrap_or(CountrySet::EMPTY);
        wanted |= self.outlined;
        wanted
    }

    /// Those of them that the world has no shape for, by name.
    pub fn not_drawn(&self, setting: &Setting<'_>) -> Vec<String> {
        let all = self.wanted();
        let missing = all.iter().filter(|country| setting.world.shape_of_country(*country).is_none());
        missing.map(|country| setting.atlas.country(country).name().to_owned()).collect()
    }
}

/// Integral parts of a state stand as it does in every bloc where they have no standing of their own.
fn share_with_parts(atlas: &Atlas, by_country: &mut [Vec<Standing>]) {
    for part in atlas.countries().iter().filter(|country| country.integral) {
        let of_state = part.of.and_then(|of| by_country.get(of.index())).cloned().unwrap_or_default();
        let Some(own) = by_country.get_mut(part.ix.index()) else { continue };
        for standing in of_state {
            if !own.iter().any(|one| one.slot == standing.slot) {
                own.push(Standing { is_own: false, ..standing });
            }
        }
        own.order_by_key(|standing| standing.slot);
    }
}

/// A set of countries with their integral parts, as it is drawn.
pub fn with_parts(atlas: &Atlas, mut countries: CountrySet) -> CountrySet {
    for part in atlas.countries().iter().filter(|country| country.integral) {
        if part.of.is_some_and(|of| countries.contains(of)) {
            countries.insert(part.ix);
        }
    }
    countries
}

/// Whether a standing is full membership, suspended or not.
pub fn is_member(statuses: StatusSet) -> bool {
    statuses.contains(Status::Member) || statuses.contains(Status::Suspended)
}

/// One mark a shape, in the order of the shapes.
pub fn areas(setting: &Setting<'_>, standings: &Standings) -> Vec<Mark> {
    (0..setting.world.topology.shapes().len())
        .map(|shape| {
            let country = setting.world.country_of_shape(shape);
            Mark::Land { shape, paint: country.map_or(Paint::LAND, |country| standings.paint(country)) }
        })
        .collect()
}
