//! The tiny world seen through the queries that no command shows: changes, profiles, likeness.

use std::path::Path;

use entente_atlas::query::alike::{self, Ties};
use entente_atlas::query::at::{standings, status_at};
use entente_atlas::query::change::{Change, ChangeKind, changes};
use entente_atlas::query::chips::{Chip, Position};
use entente_atlas::query::moves::moves;
use entente_atlas::query::search::search;
use entente_atlas::query::sentence::{change_sentence, question_sentence};
use entente_atlas::query::years::sizes_by_year;
use entente_atlas::query::{Context, Question, parse, profile, similar};
use entente_atlas::{Atlas, BlocIx, CountryIx, CountrySet, Date, Status};
use entente_cli::folder::Folder;

struct World(Atlas);

impl World {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/tiny");
        let read = Folder::read(&folder).and_then(Folder::into_atlas);
        Self(read.unwrap_or_default())
    }

    fn bloc(&self, id: &str) -> BlocIx {
        self.0.bloc_by_id(id).unwrap_or(BlocIx::new(usize::MAX))
    }

    fn country(&self, code: &str) -> CountryIx {
        self.0.country_by_code(code).unwrap_or(CountryIx::new(usize::MAX))
    }

    fn codes(&self, set: CountrySet) -> Vec<&str> {
        set.iter().map(|ix| self.0.country(ix).code.as_str()).collect()
    }

    fn told(&self, change: &Change) -> String {
        let kind = match change.kind() {
            ChangeKind::Became(status) => format!("became {status}"),
            ChangeKind::Ceased(status) => format!("ceased {status}"),
            kind => format!("{kind:?}").to_lowercase(),
        };
        format!("{} {} {kind}", change.on, self.0.country(change.country).code)
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or(Date::MIN)
}

#[test]
fn whoever_left_one_bloc_and_joined_another_moved_and_whoever_came_back_did_not() {
    let world = World::new();
    let told = |blocs: &[&str], since: &str| -> Vec<String> {
        let blocs: Vec<BlocIx> = blocs.iter().map(|id| world.bloc(id)).collect();
        let moves = moves(&world.0, &blocs, (day(since), day("2026-11-23")));
        moves.iter().map(|one| format!("{} {}", world.0.country(one.country).code, one.words(&world.0))).collect()
    };
    assert_eq!(
        told(&["shoal", "tide-pact"], "1980-01-01"),
        [
            "AUS left Shoal in 1983, joined Tide Pact on 1 January 1990",
            "NZL left Shoal in 1983, joined Tide Pact in June 2001"
        ]
    );
    assert!(told(&["reef", "tide-pact"], "1980-01-01").is_empty(), "Japan left one and came back to it");
    assert!(told(&["shoal", "tide-pact"], "1984-01-01").is_empty());
}

#[test]
fn a_change_says_who_became_what_and_how_precisely_that_is_known() {
    let world = World::new();
    let told = |bloc: &str, after: &str, until: &str| -> Vec<String> {
        let changes = changes(&world.0, world.bloc(bloc), day(after), day(until));
        changes.iter().map(|change| world.told(change)).collect()
    };
    assert_eq!(
        told("reef", "1971-08-05", "2026-11-23"),
        [
            "1989 JPN became partner",
            "1997-07 HKG became observer",
            "2000-03 SGP became candidate",
            "2004-05-01 SGP joined",
            "2009-05-02 FJI suspended",
            "2010-01-01 HKG joined",
            "2014-10-22 FJI reinstated",
        ]
    );
    assert_eq!(
        told("tide-pact", "1990-01-01", "2002-11-30"),
        [
            "1993-01-01 CSK left",
            "1993-01-01 CZE joined",
            "1996 CIV became observer",
            "1999-12-31 JPN left",
            "2001-06 NZL joined",
            "2002-11-30 JPN joined",
        ]
    );
    assert!(told("reef", "2014-10-22", "2026-11-23").is_empty());
}

#[test]
fn a_country_stands_theme_by_theme_with_its_closest_ties_first() {
    let world = World::new();
    let fiji = world.country("FJI");
    let short = |date: &str| -> Vec<(String, Status)> {
        let standings = standings(&world.0, fiji, day(date));
        standings.iter().map(|s| (world.0.bloc(s.bloc).id.clone(), s.status)).collect()
    };
    let expected = [("un".to_owned(), Status::Member), ("reef".to_owned(), Status::Suspended)];
    assert_eq!(short("2010-01-01"), expected);
    let expected = [("reef".to_owned(), Status::Member), ("un".to_owned(), Status::Member)];
    assert_eq!(short("2015-01-01"), expected);
    assert_eq!(status_at(&world.0, fiji, world.bloc("reef"), day("1970-01-01")), None);
}

#[test]
fn a_country_has_a_past_a_present_and_agreements_of_its_own_and_of_its_blocs() {
    let world = World::new();
    let japan = profile::country(&world.0, world.country("JPN"), day("2000-06-01"));
    let ids = |list: &[&entente_atlas::Agreement]| -> Vec<String> {
        list.iter().map(|agreement| agreement.id.clone()).collect()
    };
    let present: Vec<&str> = japan.standings.iter().map(|s| world.0.bloc(s.bloc).id.as_str()).collect();
    assert_eq!(present, ["un", "reef"]);
    assert_eq!((japan.past.len(), japan.later.len()), (1, 1));
    assert_eq!(ids(&japan.agreements), ["reef-tide"]);
    assert!(japan.through_blocs.is_empty());
    let fiji = profile::country(&world.0, world.country("FJI"), day("2000-06-01"));
    assert_eq!(ids(&fiji.agreements), ["suva-talks"]);
    assert_eq!(ids(&fiji.through_blocs), ["reef-tide"]);
}

#[test]
fn a_bloc_has_countries_by_status_and_its_story_backwards() {
    let world = World::new();
    let reef = profile::bloc(&world.0, world.bloc("reef"), day("2010-06-01"));
    let countries: Vec<(Status, Vec<&str>)> =
        reef.countries.iter().map(|(status, set)| (*status, world.codes(*set))).collect();
    assert_eq!(
        countries,
        [
            (Status::Member, vec!["AUS", "FJI", "HKG", "NZL", "SGP"]),
            (Status::Suspended, vec!["FJI"]),
            (Status::Partner, vec!["JPN"]),
        ]
    );
    let first = reef.changes.first().map(|change| world.told(change));
    assert_eq!(first.as_deref(), Some("2010-01-01 HKG joined"));
    assert_eq!(reef.agreements.len(), 1);
}

#[test]
fn two_blocs_share_countries_and_agreements() {
    let world = World::new();
    let (reef, tide) = (world.bloc("reef"), world.bloc("tide-pact"));
    let pair = profile::pair(&world.0, reef, tide, day("2026-11-23"));
    assert_eq!(world.codes(pair.both), ["AUS", "NZL", "SGP"]);
    assert_eq!(world.codes(pair.only_first), ["FJI", "HKG"]);
    assert_eq!(world.codes(pair.only_second), ["CZE", "JPN"]);
    assert_eq!(pair.agreements.len(), 1);
}

#[test]
fn likeness_is_the_share_of_countries_in_common() {
    let world = World::new();
    let like = similar::similar(&world.0, world.bloc("reef"), day("2026-11-23"));
    let told: Vec<(&str, usize, usize, usize)> =
        like.iter().map(|s| (world.0.bloc(s.bloc).id.as_str(), s.shared, s.either, s.per_mille())).collect();
    assert_eq!(told, [("un", 4, 8, 500), ("tide-pact", 3, 7, 429)]);
}

#[test]
fn names_aliases_codes_and_slips_find_their_way() {
    let world = World::new();
    let first = |text: &str| search(&world.0, text, 3).first().map(|hit| hit.name.clone());
    for (typed, found) in [
        ("ivory coast", "Ivory Coast"),
        ("cote divoire", "Côte d’Ivoire"),
        ("jp", "JP"),
        ("tpt", "TPT"),
        ("tide pakt", "Tide Pact"),
        ("japon", "Japon"),
        ("zeland", "New Zealand"),
        ("conseil du recif", "Conseil du récif"),
    ] {
        assert_eq!(first(typed).as_deref(), Some(found), "{typed}");
    }
    assert_eq!(first("atlantis"), None);
}

#[test]
fn an_answer_says_whether_other_blocs_count() {
    let world = World::new();
    let compared = ["reef", "tide-pact", "un"].map(|id| world.bloc(id));
    let said = |text: &str, is_exact: bool, compared: &[BlocIx]| {
        let expr = parse(&world.0, text).unwrap_or_else(|error| panic!("{error}"));
        let context = Context::members_at(day("2026-11-23"));
        question_sentence(&world.0, &Question { expr: &expr, context, compared, is_exact })
    };
    assert_eq!(
        said("reef & tide-pact", false, &compared),
        "3 countries are in both Reef and Tide Pact, perhaps in UN too, on 23 November 2026: Australia, New Zealand and Singapore."
    );
    assert_eq!(
        said("reef & tide-pact", true, &compared),
        "No country is in both Reef and Tide Pact, and in no other of the 3 blocs compared, on 23 November 2026."
    );
    assert_eq!(
        said("tide-pact", true, &compared),
        "No country is in Tide Pact, and in no other of the 3 blocs compared, on 23 November 2026."
    );
    assert_eq!(
        said("tide-pact@1990-01-01", false, &compared),
        "4 countries are in Tide Pact, perhaps in Reef or UN too, on 1 January 1990: Australia, Czechoslovakia, Japan and Singapore."
    );
    assert_eq!(
        said("reef & tide-pact", true, &compared[..2]),
        "3 countries are in both Reef and Tide Pact on 23 November 2026: Australia, New Zealand and Singapore."
    );
}

#[test]
fn a_change_between_two_days_is_told() {
    let world = World::new();
    let said = |text: &str, from: &str, to: &str| {
        let expr = parse(&world.0, text).unwrap_or_else(|error| panic!("{error}"));
        change_sentence(&world.0, &expr, Context::members_at(Date::MIN), (day(from), day(to)))
    };
    assert_eq!(
        said("tide-pact", "1990-01-01", "2002-12-01"),
        "Between 1 January 1990 and 1 December 2002, 2 countries joined Tide Pact: Czechia and New Zealand. 1 country left: Czechoslovakia. 3 countries stayed: Australia, Japan and Singapore."
    );
    assert_eq!(
        said("reef", "2000-01-01", "2009-12-31"),
        "Between 1 January 2000 and 31 December 2009, 1 country joined Reef: Singapore. 1 country was suspended: Fiji. 2 countries stayed: Australia and New Zealand."
    );
    assert_eq!(
        said("reef & tide-pact", "1990-01-01", "2026-01-01"),
        "Between 1 January 1990 and 1 January 2026, 2 countries came to be in both Reef and Tide Pact: New Zealand and Singapore. 1 country stayed: Australia."
    );
    assert_eq!(
        said("reef:observer", "2000-01-01", "2011-01-01"),
        "Between 1 January 2000 and 1 January 2011, 1 territory ceased to be an observer of Reef: Hong Kong."
    );
    assert_eq!(
        said("reef", "2020-01-01", "2021-01-01"),
        "Between 1 January 2020 and 1 January 2021, no country joined or left Reef. 5 countries and territories stayed: Australia, Fiji, Hong Kong, New Zealand and Singapore."
    );
    assert_eq!(
        said("reef@1990-01-01", "2020-01-01", "2021-01-01"),
        "The question fixes its own days: between two others nothing changes."
    );
}

#[test]
fn countries_are_alike_by_their_blocs() {
    let world = World::new();
    let context = Context::members_at(day("2026-11-23"));
    let ties = Ties::new(&world.0, context, false);
    let told = |code: &str| -> Vec<(String, usize)> {
        let alike = alike::alike(&ties, world.country(code));
        alike.into_iter().map(|alike| (world.0.country(alike.country).code.clone(), alike.per_mille())).collect()
    };
    let expected = [("HKG", 1000), ("AUS", 500), ("NZL", 500), ("SGP", 500)];
    assert_eq!(told("FJI"), expected.map(|(code, likeness)| (code.to_owned(), likeness)));
    let ids = |blocs: &[BlocIx]| blocs.iter().map(|bloc| world.0.bloc(*bloc).id.clone()).collect::<Vec<_>>();
    let shared = alike::shared(&ties, &[world.country("FJI"), world.country("SGP")]);
    assert_eq!(ids(&shared.common), ["reef"]);
    let gains = alike::gains(&ties, world.country("FJI"), 3);
    let gained = gains.iter().map(|gain| (ids(&[gain.bloc]).concat(), gain.likes, world.codes(gain.new_partners)));
    assert_eq!(gained.collect::<Vec<_>>(), [("tide-pact".to_owned(), 2, vec!["CZE", "JPN"])]);
    let near = alike::near(&world.0, &ties, &[world.bloc("tide-pact")], context);
    let near = near.iter().map(|near| (world.0.country(near.country).code.as_str(), near.ties, near.per_mille));
    assert_eq!(near.collect::<Vec<_>>(), [("FJI", 3, 300), ("HKG", 3, 300)]);
}

#[test]
fn a_country_is_one_away_only_from_what_asks_for_another_bloc_too() {
    let world = World::new();
    let away = |second: Position| -> Vec<(usize, Vec<&str>)> {
        let chips = [Chip::new(world.bloc("reef"), Position::In), Chip::new(world.bloc("tide-pact"), second)];
        let away = alike::one_away(&world.0, &chips, Context::members_at(day("2026-11-23")));
        away.iter().map(|(place, countries)| (*place, world.codes(*countries))).collect()
    };
    assert_eq!(away(Position::Out), [(1, vec!["AUS", "NZL", "SGP"])]);
    assert_eq!(away(Position::In), [(0, vec!["CZE", "JPN"]), (1, vec!["FJI", "HKG"])]);
    assert_eq!(away(Position::Open), []);
}

#[test]
fn a_question_has_a_size_in_every_year() {
    let world = World::new();
    let expr = parse(&world.0, "reef").unwrap_or_else(|error| panic!("{error}"));
    let sizes = sizes_by_year(&world.0, &expr, Context::members_at(Date::MIN), 2003, 2011);
    assert_eq!(sizes.iter().map(|size| size.count).collect::<Vec<_>>(), [3, 3, 4, 4, 4, 4, 4, 5, 5]);
}
