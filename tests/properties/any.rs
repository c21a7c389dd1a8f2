//! Invented facts, questions and edits.

use arbtest::arbitrary::{Result, Unstructured};
use entente_atlas::query::Expr;
use entente_atlas::records::{
    BlocRecord, CountryRecord, EditRecord, Ids, MembershipRecord, Records, SourceRecord, Written,
};
use entente_atlas::{Atlas, BlocIx, Date, Status};

const BLOCS: usize = 4;
const COUNTRIES: usize = 9;

pub(crate) fn any_date(u: &mut Unstructured<'_>) -> Result<Date> {
    // Few years, so that spells meet.
    let days = u.int_in_range(-4000..=4000)?;
    Ok(if u.ratio(1, 50)? { Date::from_days(u.arbitrary()?) } else { Date::from_days(days) })
}

pub(crate) fn any_partial(u: &mut Unstructured<'_>) -> Result<String> {
    let mut text = any_date(u)?.to_string();
    text.truncate(*u.choose(&[4, 7, 10])?);
    Ok(text)
}

pub(crate) fn any_expr(u: &mut Unstructured<'_>, depth: usize) -> Result<Expr> {
    let kind = if depth == 0 { 0 } else { u.int_in_range(0..=6)? };
    let inner = |u: &mut Unstructured<'_>| any_expr(u, depth.saturating_sub(1));
    Ok(match kind {
        1 => inner(u)?.and(inner(u)?),
        2 => inner(u)?.or(inner(u)?),
        3 => inner(u)?.without(inner(u)?),
        4 | 5 => {
            let count = u.int_in_range(1..=3)?;
            let all = (0..count).map(|_| inner(u)).collect::<Result<Vec<Expr>>>()?;
            let n = u.int_in_range(1..=count)?;
            if kind == 4 { Expr::Exactly(n, all) } else { Expr::AtLeast(n, all) }
        }
        6 => Expr::At(Box::new(inner(u)?), any_date(u)?),
        _ => {
            let bloc = BlocIx::new(u.int_in_range(0..=BLOCS - 1)?);
            let status = if u.ratio(1, 4)? { Some(*u.choose(Status::ALL)?) } else { None };
            Expr::Bloc { bloc, status }
        }
    })
}

/// Four blocs, nine countries, any spells at all, overlapping ones too.
pub(crate) fn any_atlas(u: &mut Unstructured<'_>) -> Result<Atlas> {
    Ok(Atlas::from_records(any_records(u)?).unwrap())
}

/// The records of [`any_atlas`].
pub(crate) fn any_records(u: &mut Unstructured<'_>) -> Result<Records> {
    let text = str::to_owned;
    let sources = || Ids(vec!["s".to_owned()]);
    let mut records = Records::default();
    for index in 0..COUNTRIES {
        let (name, status) = (format!("Country {index}"), text("other"));
        let record = CountryRecord { name, status, sources: sources(), ..Default::default() };
        records.countries.push((format!("C{index:02}"), record));
    }
    for index in 0..BLOCS {
        let record = BlocRecord {
            short: format!("Bloc {index}"),
            kind: text("forum"),
            themes: vec![text("trade")],
            scope: text("global"),
            founded: text("1900"),
            rule: text("accession"),
            sources: sources(),
            memberships: (0..u.int_in_range(0..=12)?).map(|_| any_row(u)).collect::<Result<_>>()?,
            ..Default::default()
        };
        records.blocs.push((format!("b{index}"), record));
    }
    let (kind, read) = (text("body"), text("2026"));
    let source = SourceRecord { kind, read, ..Default::default() };
    records.sources.push((text("s"), source));
    Ok(records)
}

fn any_row(u: &mut Unstructured<'_>) -> Result<MembershipRecord> {
    let member = u.ratio(2, 3)?;
    let status = if member { Status::Member } else { *u.choose(Status::ALL)? };
    Ok(MembershipRecord {
        country: any_code(u)?,
        status: status.to_string(),
        from: any_partial(u)?.as_str().into(),
        to: if u.arbitrary()? { any_partial(u)?.as_str().into() } else { Written::Nothing },
        source: Ids(vec!["s".to_owned()]),
        ..Default::default()
    })
}

/// A join or an exit, possible or not.
pub(crate) fn any_edit(u: &mut Unstructured<'_>) -> Result<EditRecord> {
    Ok(EditRecord {
        country: any_code(u)?,
        bloc: format!("b{}", u.int_in_range(0..=BLOCS - 1)?),
        status: if u.arbitrary()? { Some(*u.choose(Status::ALL)?) } else { None },
        on: any_date(u)?,
        is_exit: u.arbitrary()?,
    })
}

/// The code of one of the countries.
pub(crate) fn any_code(u: &mut Unstructured<'_>) -> Result<String> {
    Ok(format!("C{:02}", u.int_in_range(0..=COUNTRIES - 1)?))
}

/// Text that is often nearly an expression.
pub(crate) fn any_text(u: &mut Unstructured<'_>) -> Result<String> {
    let pieces = ["b0", "b1", " ", "&", "-", "|", "(", ")", "@", ":", ",", "exactly(", "1", "é", "member", "~", "~a"];
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=12)? {
        text += if u.ratio(1, 8)? { u.arbitrary()? } else { *u.choose(&pieces)? };
    }
    Ok(text)
}
