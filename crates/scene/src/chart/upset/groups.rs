//! What an UpSet chart shows before it is laid out: groups of countries by exactly which blocs they are in, sorted and in sections.

use entente_atlas::order::Order as _;
use entente_atlas::query::Expr;
use entente_atlas::query::at::members;
use entente_atlas::query::overlap::{Overlap, overlaps};
use entente_atlas::query::sentence::overlap_sentence;
use entente_atlas::{BlocIx, CountrySet};

use super::super::Ask;
use crate::view::{Grouping, Layout, Sort};

/// The countries that are in exactly some of the blocs compared.
#[derive(Clone)]
pub(super) struct Group {
    /// The places of those blocs in the comparison, ascending.
    pub(super) places: Vec<usize>,
    /// Who.
    pub(super) countries: CountrySet,
    /// How many of them answer to the view's own question; `None` where it has none.
    pub(super) chosen: Option<usize>,
    /// The link to their question.
    pub(super) href: String,
    /// Whether that is the view's own question.
    pub(super) is_asked: bool,
    /// Whether somebody is in it by what is supposed.
    pub(super) is_supposed: bool,
    /// The sentence that says who they are.
    pub(super) says: String,
}

impl Group {
    pub(super) fn len(&self) -> usize {
        self.countries.len()
    }

    /// Their number, with a star where some of it is supposed.
    pub(super) fn number(&self) -> String {
        let star = if self.is_supposed { "*" } else { "" };
        format!("{}{star}", self.len())
    }
}

/// Groups under one heading.
pub(super) struct Section {
    /// Empty where the groups are not divided.
    pub(super) heading: String,
    pub(super) groups: Vec<Group>,
}

/// One of the blocs compared.
pub(super) struct Set {
    pub(super) bloc: BlocIx,
    pub(super) len: usize,
    pub(super) href: String,
    pub(super) says: String,
}

/// Everything that is shown.
pub(super) struct Groups {
    pub(super) sets: Vec<Set>,
    pub(super) sections: Vec<Section>,
    /// Everyone who is in any of the blocs.
    pub(super) union: CountrySet,
    /// How many groups are too small to be shown, and how many countries are in them.
    pub(super) hidden: (usize, usize),
}

impl Groups {
    /// How many bars there are, a group in two sections counted twice.
    pub(super) fn bars(&self) -> usize {
        self.sections.iter().map(|section| section.groups.len()).sum()
    }

    /// The length of the longest bar.
    pub(super) fn longest(&self) -> usize {
        self.sections.iter().flat_map(|section| &section.groups).map(Group::len).max().unwrap_or(0)
    }

    /// The size of the largest bloc.
    pub(super) fn largest_set(&self) -> usize {
        self.sets.iter().map(|set| set.len).max().unwrap_or(0)
    }
}

/// Who is in exactly which of the blocs, as the layout asks; of more groups than `most`, the largest.
pub(super) fn groups(ask: &Ask<'_>, layout: Layout, most: usize) -> Groups {
    let parts = overlaps(ask.atlas, ask.blocs, ask.date());
    let union = parts.iter().fold(CountrySet::EMPTY, |union, part| union | part.countries);
    let shown = parts.iter().filter(|part| part.countries.len() >= usize::from(layout.at_least)).take(most).count();
    let hidden = parts.get(shown..).unwrap_or_default();
    let hidden = (hidden.len(), hidden.iter().map(|part| part.countries.len()).sum());
    let (chosen, supposed) = (ask.chosen(), ask.supposed());
    let mut all: Vec<Group> = parts.iter().take(shown).map(|part| group(ask, part, chosen, supposed)).collect();
    match layout.sort {
        Sort::Size => {}
        Sort::Degree => all.order_by_key(|group| group.places.len()),
        Sort::Blocs => all.order_by(|a, b| a.places.cmp(&b.places)),
    }
    Groups { sets: sets(ask), sections: sections(ask, layout.group, all), union, hidden }
}

fn group(ask: &Ask<'_>, part: &Overlap, chosen: Option<CountrySet>, supposed: CountrySet) -> Group {
    let places = ask.blocs.iter().enumerate().filter(|(_, bloc)| part.blocs.contains(bloc)).map(|(place, _)| place);
    let question = ask.exclusive(&part.blocs);
    Group {
        places: places.collect(),
        countries: part.countries,
        chosen: chosen.map(|chosen| (chosen & part.countries).len()),
        is_supposed: !(part.countries & supposed).is_empty(),
        is_asked: question.is_some() && question == ask.view.expression.as_ref().map(|asked| ask.whole(asked)),
        href: question.map_or_else(|| "?".to_owned(), |question| ask.asking(question)),
        says: overlap_sentence(ask.atlas, part, ask.blocs, ask.date()),
    }
}

fn sets(ask: &Ask<'_>) -> Vec<Set> {
    let set = |bloc: &BlocIx| {
        let len = members(ask.atlas, *bloc, ask.date()).len();
        let says = format!("{}: {} on {}", ask.atlas.bloc(*bloc).name(), count(len), ask.date().in_words());
        Set { bloc: *bloc, len, href: ask.asking(Expr::bloc(*bloc)), says }
    };
    ask.blocs.iter().map(set).collect()
}

fn count(len: usize) -> String {
    if len == 1 { "1 member".into() } else { format!("{len} members") }
}

fn in_blocs(degree: usize) -> String {
    if degree == 1 { "In 1 bloc".into() } else { format!("In {degree} blocs") }
}

fn sections(ask: &Ask<'_>, by: Grouping, groups: Vec<Group>) -> Vec<Section> {
    let part = |heading: String, fits: &dyn Fn(&Group) -> bool| Section {
        heading,
        groups: groups.iter().filter(|group| fits(group)).cloned().collect(),
    };
    let mut sections: Vec<Section> = match by {
        Grouping::None => return vec![Section { heading: String::new(), groups }],
        Grouping::Degree => (1..=ask.blocs.len())
            .map(|degree| part(in_blocs(degree), &|group: &Group| group.places.len() == degree))
            .collect(),
        Grouping::Bloc => (ask.blocs.iter().enumerate())
            .map(|(place, bloc)| part(ask.short(*bloc).to_owned(), &|group: &Group| group.places.contains(&place)))
            .collect(),
    };
    sections.retain(|section| !section.groups.is_empty());
    sections
}
