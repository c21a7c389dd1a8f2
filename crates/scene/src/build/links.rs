//! Agreements as great-circle arcs between their parties.

use entente_atlas::query::at::members;
use entente_atlas::{Agreement, AgreementKind, BlocIx, CountrySet, Date, PartialDate, Party};
use entente_geo::great_circle::arc_path;
use entente_geo::{LonLat, Path};

use crate::framing::middle;
use crate::mark::{Dash, Mark, Pen};
use crate::setting::Setting;
use crate::style::{Colour, measure};
use crate::view::{LinksShown, Selection, View};

/// How far an arc may stray from its great circle, in plane units.
const ARC_TOLERANCE: f64 = 0.002;

/// How an agreement stands on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// In force, or under way where it never needed to enter into force.
    InForce,
    /// Signed, not yet in force.
    Signed,
    /// Ended.
    Ended,
}

impl Force {
    /// How its arc is broken.
    pub fn dash(self) -> Dash {
        match self {
            Self::InForce => Dash::Solid,
            Self::Signed => Dash::Dotted,
            Self::Ended => Dash::Dashed,
        }
    }

    /// In words, for a legend.
    pub fn words(self) -> &'static str {
        match self {
            Self::InForce => "in force",
            Self::Signed => "signed, not in force",
            Self::Ended => "ended",
        }
    }
}

/// How an agreement stands on a date; `None` before it was signed.
pub fn force(agreement: &Agreement, date: Date) -> Option<Force> {
    let by = |edge: PartialDate| edge.earliest() <= date;
    if !by(agreement.signed) {
        return None;
    }
    let ended = agreement.ended.is_some_and(by);
    let in_force = agreement.in_force.is_some_and(by) || !needs_force(agreement.kind);
    Some(match (ended, in_force) {
        (true, _) => Force::Ended,
        (_, true) => Force::InForce,
        _ => Force::Signed,
    })
}

/// Whether agreements of a kind are signed first and bind later; summits, missions and the like hold from their beginning.
pub fn needs_force(kind: AgreementKind) -> bool {
    match kind {
        AgreementKind::FreeTrade
        | AgreementKind::CustomsUnion
        | AgreementKind::Association
        | AgreementKind::Recognition
        | AgreementKind::Safeguards
        | AgreementKind::Residence
        | AgreementKind::Digital
        | AgreementKind::Defence
        | AgreementKind::Other => true,
        AgreementKind::Partnership
        | AgreementKind::Dialogue
        | AgreementKind::Summit
        | AgreementKind::Mediation
        | AgreementKind::Peace
        | AgreementKind::Mission
        | AgreementKind::Judgment
        | AgreementKind::Declaration
        | AgreementKind::JointBody => false,
    }
}

/// The agreements that a view draws on its date, in the order of their ids.
pub fn shown<'a>(setting: &Setting<'a>) -> Vec<(&'a Agreement, Force)> {
    let Setting { atlas, view, .. } = *setting;
    let selected = |agreement: &Agreement| match view.select {
        Some(Selection::Agreement(ix)) => agreement.ix == ix,
        _ => selected_party(view).is_some_and(|party| agreement.parties.contains(&party)),
    };
    let wanted =
        |agreement: &Agreement| whole(view, agreement) || view.links != LinksShown::None && selected(agreement);
    let date = setting.date();
    atlas
        .agreements()
        .iter()
        .filter(|agreement| wanted(agreement))
        .filter_map(|agreement| force(agreement, date).map(|force| (agreement, force)))
        // What has ended is drawn only where it is asked for by name.
        .filter(|(agreement, force)| *force != Force::Ended || view.select == Some(Selection::Agreement(agreement.ix)))
        .collect()
}

/// The party that is selected.
fn selected_party(view: &View) -> Option<Party> {
    match view.select? {
        Selection::Country(ix) => Some(Party::Country(ix)),
        Selection::Bloc(ix) => Some(Party::Bloc(ix)),
        Selection::Agreement(_) => None,
    }
}

/// Whether a view asks for an agreement by more than one of its parties, so that all its arcs are drawn.
fn whole(view: &View, agreement: &Agreement) -> bool {
    match view.links {
        LinksShown::None => false,
        LinksShown::All => true,
        _ if view.select == Some(Selection::Agreement(agreement.ix)) => true,
        LinksShown::Selected => false,
        LinksShown::Shown => {
            let mut blocs = view.blocs.iter().chain(&view.outlined);
            blocs.any(|bloc| agreement.parties.contains(&Party::Bloc(*bloc)))
        }
    }
}

/// One mark an agreement, and the names of those with a party that has no place.
pub fn links(setting: &Setting<'_>) -> (Vec<Mark>, Vec<String>) {
    let mut marks = Vec::new();
    let mut unplaced = Vec::new();
    for (agreement, force) in shown(setting) {
        let ends: Vec<LonLat> = agreement.parties.iter().filter_map(|party| place(setting, *party)).collect();
        if ends.len() < agreement.parties.len() {
            unplaced.push(agreement.name.clone());
        }
        let path = arcs(setting, agreement, &ends);
        if path.is_empty() {
            continue;
        }
        let width_px = match setting.view.select {
            Some(Selection::Agreement(ix)) if ix == agreement.ix => measure::LINK_PX * 1.6,
            _ => measure::LINK_PX,
        };
        let pen = Pen { colour: Colour::Theme(agreement.theme as u8), width_px, dash: force.dash() };
        marks.push(Mark::Link { path, pen, agreement: agreement.ix });
    }
    (marks, unplaced)
}

/// Two parties are joined by one arc; more meet where it happened, or in their middle. An agreement that is drawn for a selected
/// party's sake shows that party's ties alone: the others tie what nobody asked about.
fn arcs(setting: &Setting<'_>, agreement: &Agreement, ends: &[LonLat]) -> Path {
    let site = agreement.site.as_ref().map(|site| LonLat::new(site.lon_deg(), site.lat_deg()));
    let own = selected_party(setting.view).filter(|_| !whole(setting.view, agreement));
    let own = own.and_then(|party| place(setting, party));
    let mut path = Path::new(false);
    let pairs: Vec<(LonLat, LonLat)> = match (own, ends, site) {
        (Some(own), _, Some(site)) => vec![(own, site)],
        (Some(own), ends, None) => ends.iter().map(|end| (own, *end)).collect(),
        (None, [one, other], None) => vec![(*one, *other)],
        (None, ends, site) => {
            let Some(hub) = site.or_else(|| middle(ends)) else { return path };
            ends.iter().map(|end| (*end, hub)).collect()
        }
    };
    for (from, to) in pairs.into_iter().filter(|(from, to)| from.distance_rad(*to) > 1e-3) {
        let arc = arc_path(from, to, setting.projection, ARC_TOLERANCE);
        for line in arc.lines() {
            path.start();
            path.points.extend_from_slice(line);
        }
    }
    path
}

/// Where a party's end of an arc sits: a country's middle, a bloc's seat or else its members' middle.
pub fn place(setting: &Setting<'_>, party: Party) -> Option<LonLat> {
    match party {
        Party::Country(country) => setting.world.label_of_country(country),
        Party::Bloc(bloc) => bloc_place(setting, bloc),
    }
}

fn bloc_place(setting: &Setting<'_>, bloc: BlocIx) -> Option<LonLat> {
    let seat = setting.atlas.bloc(bloc).seat.as_ref();
    let seat = seat.map(|seat| LonLat::new(seat.site.lon_deg(), seat.site.lat_deg()));
    seat.or_else(|| centre_of(setting, members(setting.atlas, bloc, setting.date())))
}

/// The middle of a set of countries on the sphere, each counted once.
pub fn centre_of(setting: &Setting<'_>, countries: CountrySet) -> Option<LonLat> {
    let places: Vec<LonLat> = countries.iter().filter_map(|country| setting.world.label_of_country(country)).collect();
    middle(&places)
}
