//! From records to an atlas: resolves text, keeps what could not be resolved as problems.

use std::collections::BTreeMap;

use super::Atlas;
use super::resolve::Resolver;
use crate::names::Names;
use crate::problem::{At, Problem};
use crate::records::{
    AgreementRecord, BlocRecord, CountryRecord, Entries, EventRecord, MembershipRecord, Records, SeatRecord,
    SourceRecord, StatedRecord, StepRecord, StoryRecord,
};
use crate::{
    Agreement, AgreementIx, AgreementKind, Bloc, BlocIx, Country, CountryIx, CountrySet, CountryStatus, Event, Kin,
    Kind, Membership, Rule, Scope, Seat, Source, SourceIx, SourceKind, Span, Stated, Status, Story, StoryStep, Theme,
};

/// The atlas of what could be resolved, and problems for the rest.
pub(crate) fn build(mut records: Records) -> (Atlas, Vec<Problem>) {
    let mut resolver = Resolver::default();
    resolver.sort("countries.toml", &mut records.countries);
    resolver.sort("blocs", &mut records.blocs);
    resolver.sort("agreements", &mut records.agreements);
    resolver.sort("sources.toml", &mut records.sources);
    resolver.sort("stories", &mut records.stories);
    resolver.countries = ids(&records.countries);
    resolver.blocs = ids(&records.blocs);
    resolver.sources = ids(&records.sources);
    limit(&mut resolver, records.countries.len());

    let mut atlas = Atlas { version: records.version, ..Atlas::default() };
    for (id, record) in records.sources {
        let ix = SourceIx::new(atlas.sources.len());
        atlas.sources.push(source(&mut resolver, ix, id, record));
    }
    for (code, record) in records.countries {
        let ix = CountryIx::new(atlas.countries.len());
        atlas.countries.push(country(&mut resolver, ix, code, record));
    }
    atlas.rows_of_country = vec![Vec::new(); atlas.countries.len()];
    for (id, record) in records.blocs {
        bloc(&mut resolver, &mut atlas, id, record);
    }
    for (id, record) in records.agreements {
        let ix = AgreementIx::new(atlas.agreements.len());
        atlas.agreements.push(agreement(&mut resolver, ix, id, record));
    }
    for (id, record) in records.stories {
        atlas.stories.push(story(&mut resolver, id, record));
    }
    (atlas, resolver.problems)
}

fn ids<T>(entries: &Entries<T>) -> Vec<String> {
    entries.iter().map(|(id, _)| id.clone()).collect()
}

fn limit(resolver: &mut Resolver, countries: usize) {
    if countries > CountrySet::CAPACITY {
        let message = format!("{countries} countries are more than a set can hold");
        let remedy = format!("keep at most {}, or widen CountrySet", CountrySet::CAPACITY);
        resolver.problems.push(At::file("countries.toml").error(message, remedy));
    }
}

fn source(resolver: &mut Resolver, ix: SourceIx, id: String, record: SourceRecord) -> Source {
    let file = At::file("sources.toml");
    let at = file.key(&id);
    let SourceRecord { title, publisher, url, kind, published, read } = record;
    let kind = resolver.word(at.key("kind"), &kind, SourceKind::Encyclopaedia);
    let read = resolver.date(at.key("read"), &read);
    Source { ix, title, publisher, url, kind, published, read, id }
}

fn country(resolver: &mut Resolver, ix: CountryIx, code: String, record: CountryRecord) -> Country {
    let file = At::file("countries.toml");
    let at = file.key(&code);
    let successors = at.key("successors");
    Country {
        ix,
        alpha2: record.alpha2,
        numeric: record.numeric,
        names: names(record.name, record.names, BTreeMap::new(), record.aliases),
        region: record.region,
        subregion: record.subregion,
        capital: record.capital,
        status: resolver.word(at.key("status"), &record.status, CountryStatus::Other),
        un_since: resolver.maybe_date(at.key("un_since"), &record.un_since),
        exists_from: resolver.maybe_date(at.key("exists_from"), &record.exists_from),
        exists_to: resolver.maybe_date(at.key("exists_to"), &record.exists_to),
        successors: (record.successors.iter().enumerate())
            .map(|(index, code)| resolver.country(successors.index(index), code))
            .collect(),
        integral: record.integral,
        of: (!record.of.is_empty()).then(|| resolver.country(at.key("of"), &record.of)),
        sources: resolver.sources(at.key("sources"), &record.sources),
        code,
    }
}

fn bloc(resolver: &mut Resolver, atlas: &mut Atlas, id: String, record: BlocRecord) {
    let ix = BlocIx::new(atlas.blocs.len());
    let at = At::entry("blocs", &id);
    rows(resolver, atlas, at.key("memberships"), ix, record.memberships);
    let themes = at.key("themes");
    let (stated, events) = (at.key("stated"), at.key("events"));
    let bloc = Bloc {
        ix,
        short: record.short,
        names: names(record.name, record.names, record.shorts, record.aliases),
        kind: resolver.word(at.key("kind"), &record.kind, Kind::Forum),
        themes: (record.themes.iter().enumerate())
            .map(|(index, theme)| resolver.word(themes.index(index), theme, Theme::General))
            .collect(),
        scope: resolver.word(at.key("scope"), &record.scope, Scope::Global),
        instrument: record.instrument,
        founded: resolver.date(at.key("founded"), &record.founded),
        in_force: resolver.maybe_date(at.key("in_force"), &record.in_force),
        ended: resolver.maybe_date(at.key("ended"), &record.ended),
        rule: resolver.word(at.key("rule"), &record.rule, Rule::Participation),
        website: record.website,
        seat: record.seat.map(|record| seat(resolver, at.key("seat"), record)),
        predecessors: kin(resolver, record.predecessors),
        successors: kin(resolver, record.successors),
        summary: record.summary.trim().to_owned(),
        sources: resolver.sources(at.key("sources"), &record.sources),
        checked: resolver.maybe_date(at.key("checked"), &record.checked),
        stated: (record.stated.into_iter().enumerate())
            .map(|(index, record)| said(resolver, stated.index(index), record))
            .collect(),
        events: (record.events.into_iter().enumerate())
            .map(|(index, record)| event(resolver, events.index(index), record))
            .collect(),
        id: String::new(),
    };
    atlas.blocs.push(Bloc { id, ..bloc });
}

fn rows(resolver: &mut Resolver, atlas: &mut Atlas, list: At, bloc: BlocIx, rows: Vec<MembershipRecord>) {
    let start = atlas.memberships.len();
    for (index, row) in rows.into_iter().enumerate() {
        let membership = membership(resolver, list.index(index), bloc, row);
        if let Some(rows) = atlas.rows_of_country.get_mut(membership.country.index()) {
            rows.push(atlas.memberships.len());
            atlas.memberships.push(membership);
        }
    }
    atlas.rows_of_bloc.push(start..atlas.memberships.len());
}

fn membership(resolver: &mut Resolver, at: At, bloc: BlocIx, row: MembershipRecord) -> Membership {
    let span =
        Span { from: resolver.written(at.key("from"), &row.from), to: resolver.maybe_written(at.key("to"), &row.to) };
    Membership {
        bloc,
        country: resolver.country(at.key("country"), &row.country),
        status: resolver.word(at.key("status"), &row.status, Status::Partner),
        span,
        sources: resolver.sources(at.key("source"), &row.source),
        note: row.note,
        unverified: row.unverified,
        contested: row.contested,
        hypothetical: row.hypothetical,
        hypothetical_end: row.hypothetical_end,
    }
}

fn seat(resolver: &mut Resolver, at: At, record: SeatRecord) -> Seat {
    let SeatRecord { place, country, lon_deg, lat_deg } = record;
    let country = resolver.country(at.key("country"), &country);
    Seat { site: resolver.site(at, place, lon_deg, lat_deg), country }
}

fn event(resolver: &mut Resolver, at: At, record: EventRecord) -> Event {
    let EventRecord { on, text, source } = record;
    let on = resolver.date(at.key("on"), &on);
    let sources = resolver.sources(at.key("source"), &source);
    Event { on, text, sources }
}

fn said(resolver: &mut Resolver, at: At, record: StatedRecord) -> Stated {
    let StatedRecord { status, count, as_of, source } = record;
    Stated {
        status: if status.is_empty() {
            Status::Member
        } else {
            resolver.word(at.key("status"), &status, Status::Member)
        },
        count: usize::try_from(count).unwrap_or(usize::MAX),
        as_of: resolver.date(at.key("as_of"), &as_of),
        sources: resolver.sources(at.key("source"), &source),
    }
}

fn story(resolver: &mut Resolver, id: String, record: StoryRecord) -> Story {
    let StoryRecord { title, lead, part, steps, sources } = record;
    let sources = resolver.sources(At::entry("stories", &id).key("sources"), &sources);
    let steps = steps.into_iter().map(|StepRecord { text, view }| StoryStep { text, view }).collect();
    Story { id, title, lead, part, steps, sources }
}

fn names(
    english: String,
    translated: BTreeMap<String, String>,
    shorts: BTreeMap<String, String>,
    aliases: Vec<String>,
) -> Names {
    Names { english, translated: translated.into_iter().collect(), shorts: shorts.into_iter().collect(), aliases }
}

fn kin(resolver: &Resolver, names: Vec<String>) -> Vec<Kin> {
    let known = |name: String| resolver.bloc(&name).map_or(Kin::Name(name), Kin::Bloc);
    names.into_iter().map(known).collect()
}

fn agreement(resolver: &mut Resolver, ix: AgreementIx, id: String, record: AgreementRecord) -> Agreement {
    let at = At::entry("agreements", &id);
    let parties = at.key("parties");
    let site = record.place.map(|site| resolver.site(at.key("place"), site.name, site.lon_deg, site.lat_deg));
    Agreement {
        ix,
        name: record.name,
        short: record.short,
        kind: resolver.word(at.key("kind"), &record.kind, AgreementKind::Other),
        theme: resolver.word(at.key("theme"), &record.theme, Theme::General),
        parties: (record.parties.iter().enumerate())
            .filter_map(|(index, party)| resolver.party(parties.index(index), party))
            .collect(),
        signed: resolver.date(at.key("signed"), &record.signed),
        in_force: resolver.maybe_date(at.key("in_force"), &record.in_force),
        ended: resolver.maybe_date(at.key("ended"), &record.ended),
        site,
        summary: record.summary.trim().to_owned(),
        note: record.note,
        sources: resolver.sources(at.key("sources"), &record.sources),
        id,
    }
}
