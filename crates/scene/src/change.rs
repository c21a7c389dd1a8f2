//! How an answer changed between two days, as the map shows it: who joined, who left, who was suspended, who stayed.

use entente_atlas::query::between::{Between, between, ordered};
use entente_atlas::query::question::{Question, in_all};
use entente_atlas::query::sentence::change_sentence;
use entente_atlas::query::{Context, Expr};
use entente_atlas::{Atlas, BlocIx, CountryIx, CountrySet, Date, Status};

use crate::link::desk;
use crate::pattern::{Base, Paint, Sign};
use crate::style::Ink;
use crate::view::View;

/// What becomes of a country between two days, in the order in which it is told.
pub const FATES: [&str; 4] = ["joined", "left", "suspended", "unchanged"];

/// The countries of each of the [`FATES`].
pub type Fates = [CountrySet; FATES.len()];

/// A change, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Who met which fate; no country meets two.
    pub fates: Fates,
    /// `Between 1 January 2016 and 1 January 2026, …`
    pub sentence: String,
    /// `1 January 2016 to 1 January 2026`
    pub days: String,
}

impl Change {
    /// What a view asks for that names a second day; nothing of another, or where nothing is asked.
    pub fn of(atlas: &Atlas, view: &View, today: Date) -> Option<Self> {
        let (desk, _) = desk::read(view, atlas);
        let days = ordered(desk.since?, view.date(today));
        let expr = view.expression.clone().or_else(|| in_all(&view.blocs))?;
        let shown = view.blocs.iter().chain(&view.outlined).copied();
        let compared: Vec<BlocIx> = shown.chain(expr.blocs()).collect();
        let context = Context::members_at(days.1);
        let whole: Expr = Question { expr: &expr, context, compared: &compared, is_exact: desk.is_exact }.whole();
        let Between { joined, left, suspended, unchanged } = between(atlas, &whole, context, days);
        Some(Self {
            fates: [joined, left, suspended, unchanged],
            sentence: change_sentence(atlas, &whole, context, days),
            days: format!("{} to {}", days.0.in_words(), days.1.in_words()),
        })
    }

    /// The fates as codes, for the page's program: countries with commas, fates with semicolons between.
    pub fn codes(&self, atlas: &Atlas) -> String {
        let codes = |set: &CountrySet| {
            let codes: Vec<&str> = set.iter().map(|country| atlas.country(country).code.as_str()).collect();
            codes.join(",")
        };
        self.fates.iter().map(codes).collect::<Vec<_>>().join(";")
    }
}

/// The fates that such codes tell; what is no code of a country is left out.
pub fn fates(codes: &str, atlas: &Atlas) -> Fates {
    let mut fates = Fates::default();
    for (fate, codes) in fates.iter_mut().zip(codes.split(';')) {
        *fate = codes.split(',').filter_map(|code| atlas.country_by_code(code)).collect();
    }
    fates
}

/// What a country is filled with: newcomers dark, those who stayed light, those who went hatched, so that it is read without colour.
pub fn paint(fates: &Fates, country: CountryIx) -> Paint {
    let fate = fates.iter().position(|countries| countries.contains(country));
    fate.map_or(Paint::LAND, swatch)
}

/// The fill of one of the [`FATES`].
pub fn swatch(fate: usize) -> Paint {
    /// The red of losses.
    const GONE: Ink = Ink(4);
    let (step, sign) = match fate {
        0 => (5, None),
        1 => (0, Some(Sign { status: Status::Signatory, ink: Some(GONE) })),
        2 => (2, Some(Sign { status: Status::Suspended, ink: None })),
        _ => (2, None),
    };
    Paint { base: if step == 0 { Base::Land } else { Base::Shade(step) }, signs: sign.into_iter().collect() }
}
