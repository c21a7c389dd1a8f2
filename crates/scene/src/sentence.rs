//! A picture's title, and the sentence above it.

use entente_atlas::query::at::{members, with_status};
use entente_atlas::query::sentence::{phrase, sentence as words};
use entente_atlas::query::{Context, Expr, eval};
use entente_atlas::{BlocIx, PartialDate, Precision, Status};

use crate::setting::Setting;

/// What the picture is of, such as `CPTPP and RCEP, 23 November 2026`.
pub fn title(setting: &Setting<'_>) -> String {
    let view = setting.view;
    let date = setting.change.map_or_else(|| setting.date().in_words(), |change| change.days.clone());
    match (&view.expression, list(setting, &view.blocs)) {
        (Some(expression), _) => {
            let phrase = phrase(setting.atlas, expression);
            if phrase.starts_with("in ") { format!("Countries {phrase}, {date}") } else { format!("{phrase}, {date}") }
        }
        (None, blocs) if blocs.is_empty() => format!("The world, {date}"),
        (None, blocs) => format!("{blocs}, {date}"),
    }
}

fn list(setting: &Setting<'_>, blocs: &[BlocIx]) -> String {
    let names: Vec<&str> = blocs.iter().map(|bloc| setting.atlas.bloc(*bloc).short.as_str()).collect();
    joined(&names)
}

pub(crate) fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The sentence that says what the picture shows.
pub fn sentence(setting: &Setting<'_>) -> String {
    let view = setting.view;
    if let Some(change) = setting.change {
        return change.sentence.clone();
    }
    if let Some(expression) = &view.expression {
        return answer(setting, expression);
    }
    match view.blocs.as_slice() {
        [] => empty(setting),
        [one] => bloc_sentence(setting, *one),
        [first, others @ ..] => {
            let all = others.iter().fold(Expr::bloc(*first), |all, bloc| all.and(Expr::bloc(*bloc)));
            answer(setting, &all)
        }
    }
}

/// What a picture that stands alone says of itself: nothing that could only be done on a page.
pub fn caption(setting: &Setting<'_>) -> String {
    let view = setting.view;
    if view.expression.is_none() && view.blocs.is_empty() && view.outlined.is_empty() {
        return format!("No bloc is shown. The date is {}.", setting.date().in_words());
    }
    sentence(setting)
}

fn answer(setting: &Setting<'_>, expression: &Expr) -> String {
    let context = Context::members_at(setting.date());
    words(setting.atlas, expression, context, eval(setting.atlas, expression, context))
}

fn empty(setting: &Setting<'_>) -> String {
    match setting.view.outlined.as_slice() {
        [] => "No bloc is chosen. Choose some from the list, or click a country to see where it belongs.".into(),
        outlined => format!("{}, outlined, on {}.", list(setting, outlined), setting.date().in_words()),
    }
}

/// `on 5 August 1971`, or `in 1971` where no more is known.
fn when(date: PartialDate) -> String {
    let word = if date.precision() == Precision::Day { "on" } else { "in" };
    format!("{word} {}", date.in_words())
}

fn bloc_sentence(setting: &Setting<'_>, bloc: BlocIx) -> String {
    let date = setting.date();
    let count = members(setting.atlas, bloc, date).len();
    let one = setting.atlas.bloc(bloc);
    if count == 0 && date < one.founded.earliest() {
        return format!("{} did not exist yet on {}: it began {}.", one.short, date.in_words(), when(one.founded));
    }
    if let Some(ended) = one.ended.filter(|ended| ended.earliest() <= date) {
        return format!("{} no longer existed on {}: it ended {}.", one.short, date.in_words(), when(ended));
    }
    let others: Vec<String> = Status::ALL
        .iter()
        .filter(|status| !matches!(status, Status::Member | Status::Suspended))
        .filter_map(|status| {
            let count = with_status(setting.atlas, bloc, date, (*status).into()).len();
            (count > 0).then(|| format!("{count} {}", status.noun(count != 1)))
        })
        .collect();
    let suspended = match with_status(setting.atlas, bloc, date, Status::Suspended.into()).len() {
        0 => String::new(),
        _ if count == 1 => ", suspended".into(),
        some if some == count => ", all of them suspended".into(),
        some => format!(", {some} of them suspended"),
    };
    let members = format!("{count} {}{suspended}", Status::Member.noun(count != 1));
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let rest = if others.is_empty() { String::new() } else { format!(", and {}", joined(&others)) };
    format!("{} has {members}{rest} on {}.", one.short, date.in_words())
}
