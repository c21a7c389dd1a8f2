//! What the signs of the picture mean, with counts.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::{members, with_status};
use entente_atlas::query::sentence::phrase;
use entente_atlas::{BlocIx, CountryIx, Status};

use super::inks;
use super::land::{SHADED_FROM, Standings, is_member};
use super::links::{self, Force};
use super::outlines::OUTLINED_UNASKED;
use crate::change::{self, FATES};
use crate::legend::{BORDER_POLICY, Entry, Legend, Swatch};
use crate::mark::{Dash, Pen};
use crate::pattern::{Base, Paint, Sign};
use crate::setting::Setting;
use crate::style::{Colour, Ink, SHADES, measure};

/// The legend of a picture: blocs, what they share, standings, outlines, links.
pub fn legend(setting: &Setting<'_>, standings: &Standings) -> Legend {
    let mut entries = asked(setting, standings);
    entries.extend(blocs(setting, standings));
    entries.extend(shared(setting, standings));
    entries.extend(if setting.view.blocs.len() < SHADED_FROM { signs(setting) } else { ties(setting, standings) });
    entries.extend(outlined(setting));
    entries.extend(forces(setting));
    Legend { entries, policy: BORDER_POLICY }
}

/// The answer to a question, or what became of countries between two days.
fn asked(setting: &Setting<'_>, standings: &Standings) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut push = |paint: Paint, text: String, count: usize| {
        entries.push(Entry { swatch: Swatch::Fill(paint), text, count, bloc: None });
    };
    if let Some(change) = setting.change {
        for (fate, (countries, word)) in change.fates.iter().zip(FATES).enumerate() {
            if !countries.is_empty() {
                push(change::swatch(fate), word.to_owned(), countries.len());
            }
        }
    } else if let (Some(answer), Some(asked)) = (standings.answer(), &setting.view.expression) {
        push(Paint::plain(Base::Answer), phrase(setting.atlas, asked), answer.len());
    }
    entries
}

fn filled(setting: &Setting<'_>) -> Vec<(BlocIx, Ink)> {
    let all = inks::inks(setting.view);
    all.into_iter().filter(|(bloc, _)| setting.view.blocs.contains(bloc)).collect()
}

/// One, two or three blocs by colour; four or more by the steps of the shading.
fn blocs(setting: &Setting<'_>, standings: &Standings) -> Vec<Entry> {
    let filled = filled(setting);
    let is_member_painted = setting.view.shows(Status::Member) || setting.view.shows(Status::Suspended);
    if standings.answer().is_some() || !is_member_painted {
        // Their members are not painted; of few blocs the outlines remain.
        let is_few = filled.len() <= OUTLINED_UNASKED;
        return filled.into_iter().filter(|_| is_few).map(|one| outline(setting, one)).collect();
    }
    if filled.len() < SHADED_FROM {
        let entry = |(bloc, ink): (BlocIx, Ink)| Entry {
            swatch: Swatch::Fill(Paint::plain(Base::One(ink))),
            text: setting.atlas.bloc(bloc).short.clone(),
            count: members(setting.atlas, bloc, setting.date()).len(),
            bloc: Some(bloc),
        };
        return filled.into_iter().map(entry).collect();
    }
    let step_of = |country: CountryIx| own_inks(standings, country).len().min(SHADES);
    (1..=SHADES.min(filled.len()) as u8)
        .map(|step| Entry {
            swatch: Swatch::Fill(Paint::plain(Base::Shade(step))),
            text: shade_text(step, filled.len()),
            count: standings.countries().filter(|country| step_of(*country) == usize::from(step)).count(),
            bloc: None,
        })
        .filter(|entry| entry.count > 0)
        .collect()
}

/// The colours of the blocs that a country is itself a member of: what it has only as a part of a state is not counted twice.
fn own_inks(standings: &Standings, country: CountryIx) -> Vec<Ink> {
    let own = standings.of(country).iter().filter(|one| one.is_own && is_member(one.statuses));
    own.map(|one| one.ink).collect()
}

fn shade_text(step: u8, blocs: usize) -> String {
    let is_open = usize::from(step) == SHADES && blocs > SHADES;
    format!("in {step}{} of the {blocs}", if is_open { " or more" } else { "" })
}

/// The stripes: each combination of blocs that some country shares.
fn shared(setting: &Setting<'_>, standings: &Standings) -> Vec<Entry> {
    let filled = filled(setting);
    if !(2..SHADED_FROM).contains(&filled.len()) || standings.answer().is_some() {
        return Vec::new();
    }
    let mut combinations: Vec<(Vec<Ink>, usize)> = Vec::new();
    for country in standings.countries() {
        let inks = own_inks(standings, country);
        match combinations.iter_mut().find(|(known, _)| *known == inks) {
            Some((_, count)) => *count += 1,
            None if inks.len() >= 2 => combinations.push((inks, 1)),
            None => {}
        }
    }
    combinations.order_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.0.cmp(&b.0)));
    let short = |ink: &Ink| {
        let bloc = filled.iter().find(|(_, other)| other == ink).map(|(bloc, _)| *bloc);
        bloc.map_or("", |bloc| setting.atlas.bloc(bloc).short.as_str())
    };
    let text = |inks: &[Ink]| match inks {
        all if all.len() == filled.len() && all.len() == 2 => "in both".to_owned(),
        all if all.len() == filled.len() => "in all three".to_owned(),
        some => some.iter().map(short).collect::<Vec<_>>().join(" and "),
    };
    combinations
        .into_iter()
        .map(|(inks, count)| Entry {
            text: text(&inks),
            swatch: Swatch::Fill(Paint::plain(Base::Striped(inks))),
            count,
            bloc: None,
        })
        .collect()
}

/// The standings other than membership that are on the map.
fn signs(setting: &Setting<'_>) -> Vec<Entry> {
    let filled = filled(setting);
    if setting.view.expression.is_some() || setting.change.is_some() {
        return Vec::new();
    }
    let mut entries = Vec::new();
    for status in Status::ALL.iter().copied().filter(|status| *status != Status::Member && setting.view.shows(*status))
    {
        for (bloc, ink) in &filled {
            let count = with_status(setting.atlas, *bloc, setting.date(), status.into()).len();
            if count == 0 {
                continue;
            }
            let base = if status == Status::Suspended { Base::One(*ink) } else { Base::Land };
            let text = format!("{} {}", setting.atlas.bloc(*bloc).short, status.noun(count != 1));
            let swatch = Swatch::Fill(Paint { base, signs: vec![Sign { status, ink: Some(*ink) }] });
            entries.push(Entry { swatch, text, count, bloc: Some(*bloc) });
        }
    }
    entries
}

/// What the signs say where land is shaded by count: each country has one.
fn ties(setting: &Setting<'_>, standings: &Standings) -> Vec<Entry> {
    let signed = |status: Status| {
        let sign = Sign { status, ink: None };
        let has = move |country: &CountryIx| standings.paint(*country).signs.first() == Some(&sign);
        let count = standings.countries().filter(has).count();
        let is_troubled = status == Status::Suspended;
        let base = if is_troubled { Base::Shade(1) } else { Base::Land };
        let text = format!("{}{}", status.noun(count != 1), if is_troubled { "" } else { ", in none" });
        Entry { swatch: Swatch::Fill(Paint { base, signs: vec![sign] }), text, count, bloc: None }
    };
    let all = Status::ALL.iter().copied().filter(|status| *status != Status::Member);
    if setting.view.expression.is_some() || setting.change.is_some() {
        Vec::new()
    } else {
        all.map(signed).filter(|entry| entry.count > 0).collect()
    }
}

fn outlined(setting: &Setting<'_>) -> Vec<Entry> {
    let all = inks::inks(setting.view).into_iter();
    all.filter(|(bloc, _)| setting.view.outlined.contains(bloc)).map(|one| outline(setting, one)).collect()
}

fn outline(setting: &Setting<'_>, (bloc, ink): (BlocIx, Ink)) -> Entry {
    Entry {
        swatch: Swatch::Line(Pen { colour: Colour::Bloc(ink), width_px: measure::OUTLINE_PX, dash: Dash::Solid }),
        text: format!("{}, outlined", setting.atlas.bloc(bloc).short),
        count: members(setting.atlas, bloc, setting.date()).len(),
        bloc: Some(bloc),
    }
}

/// The drawn agreements, by theme and by how they stand.
fn forces(setting: &Setting<'_>) -> Vec<Entry> {
    let shown = links::shown(setting);
    let mut kinds: Vec<(entente_atlas::Theme, Force)> =
        shown.iter().map(|(agreement, force)| (agreement.theme, *force)).collect();
    kinds.order_by(Ord::cmp);
    kinds.dedup();
    kinds
        .into_iter()
        .map(|(theme, force)| Entry {
            swatch: Swatch::Line(Pen {
                colour: Colour::Theme(theme as u8),
                width_px: measure::LINK_PX,
                dash: force.dash(),
            }),
            text: format!("{} agreement, {}", theme.name(), force.words()),
            count: shown.iter().filter(|(agreement, other)| agreement.theme == theme && *other == force).count(),
            bloc: None,
        })
        .collect()
}
