//! Laws that hold for any facts and any question, tried on invented ones.
#![expect(clippy::unwrap_used, reason = "invented facts that do not resolve are a broken test")]

#[path = "properties/any.rs"]
mod any;
#[path = "properties/edits.rs"]
mod edits;
#[path = "properties/overlap_desk.rs"]
mod overlap_desk;

use any::{any_atlas, any_date, any_expr, any_partial, any_text};
use arbtest::arbitrary::Unstructured;
use arbtest::arbtest;
use entente_atlas::query::at::members;
use entente_atlas::query::change::{changes, replay};
use entente_atlas::query::overlap::overlaps;
use entente_atlas::query::search::search;
use entente_atlas::query::sentence::sentence;
use entente_atlas::query::{Context, Expr, eval, parse};
use entente_atlas::{BlocIx, CountrySet, Date, PartialDate};

#[test]
fn a_date_is_read_back_from_its_text_and_its_numbers() {
    arbtest(|u| {
        let date = any_date(u)?;
        assert_eq!(date.to_string().parse(), Ok(date));
        assert_eq!(Date::from_ymd(date.year(), date.month(), date.day()), Some(date));
        assert!(date.add_days(1).add_days(-1) == date || date == Date::MAX);
        Ok(())
    });
}

#[test]
fn a_partial_date_is_read_back_and_lies_between_its_ends() {
    arbtest(|u| {
        let text = any_partial(u)?;
        let date: PartialDate = text.parse().unwrap();
        assert_eq!(date.to_string(), text);
        assert!(date.earliest() <= date.latest());
        assert_eq!(date.earliest().year(), date.latest().year());
        Ok(())
    });
}

#[test]
fn any_text_is_read_as_a_date_or_refused_but_never_panics() {
    arbtest(|u| {
        let text: String = u.arbitrary()?;
        if let Ok(date) = text.parse::<PartialDate>() {
            assert_eq!(date.to_string(), text);
        }
        Ok(())
    });
}

#[test]
fn a_question_is_read_back_as_it_is_written() {
    let atlas = any_atlas(&mut Unstructured::new(&[])).unwrap();
    arbtest(|u| {
        let expr = any_expr(u, 5)?;
        let written = expr.written(&atlas).to_string();
        assert_eq!(parse(&atlas, &written), Ok(expr), "{written}");
        Ok(())
    });
}

#[test]
fn any_text_is_a_question_or_an_error_within_it() {
    let atlas = any_atlas(&mut Unstructured::new(&[])).unwrap();
    arbtest(|u| {
        let text = any_text(u)?;
        match parse(&atlas, &text) {
            Ok(expr) => {
                let written = expr.written(&atlas).to_string();
                assert_eq!(parse(&atlas, &written), Ok(expr));
            }
            Err(error) => {
                assert!(text.is_char_boundary(error.at), "{text}");
                assert!(error.render(&text).contains('^'));
            }
        }
        Ok(())
    });
}

#[test]
fn sets_obey_the_laws_of_sets() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let context = Context::members_at(any_date(u)?);
        let ask = |expr: Expr| eval(&atlas, &expr, context);
        let (a, b, c) = (any_expr(u, 2)?, any_expr(u, 2)?, any_expr(u, 2)?);
        let [a_set, b_set] = [&a, &b].map(|expr| ask(expr.clone()));
        assert!(ask(a.clone().without(a.clone())).is_empty());
        assert_eq!(ask(a.clone().and(b.clone())), ask(b.clone().and(a.clone())));
        assert_eq!(ask(a.clone().or(b.clone())), a_set | b_set);
        assert_eq!(ask(a.clone().without(b.clone())) | ask(a.clone().and(b.clone())), a_set);
        let all = vec![a, b, c];
        let exactly: Vec<CountrySet> = (1..=3).map(|n| ask(Expr::Exactly(n, all.clone()))).collect();
        for n in 1..=3 {
            let union = exactly[n - 1..].iter().fold(CountrySet::EMPTY, |union, set| union | *set);
            assert_eq!(ask(Expr::AtLeast(n, all.clone())), union);
        }
        assert!((exactly[0] & exactly[1]).is_empty() && (exactly[1] & exactly[2]).is_empty());
        Ok(())
    });
}

#[test]
fn overlaps_partition_the_union_largest_first() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let date = any_date(u)?;
        let blocs: Vec<BlocIx> = atlas.blocs().iter().map(|bloc| bloc.ix).collect();
        let overlaps = overlaps(&atlas, &blocs, date);
        let mut union = CountrySet::EMPTY;
        for overlap in &overlaps {
            assert!((union & overlap.countries).is_empty() && !overlap.countries.is_empty());
            union |= overlap.countries;
            for bloc in &blocs {
                let inside = overlap.countries.is_subset(members(&atlas, *bloc, date));
                assert_eq!(inside, overlap.blocs.contains(bloc));
            }
        }
        let any = |union, bloc: &BlocIx| union | members(&atlas, *bloc, date);
        assert_eq!(union, blocs.iter().fold(CountrySet::EMPTY, any));
        assert!(overlaps.is_sorted_by_key(|overlap| std::cmp::Reverse(overlap.countries.len())));
        Ok(())
    });
}

#[test]
fn replaying_the_changes_gives_the_members_of_the_day() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let (a, b) = (any_date(u)?, any_date(u)?);
        let (from, to) = (a.min(b), a.max(b));
        for bloc in atlas.blocs() {
            let changes = changes(&atlas, bloc.ix, from, to);
            let replayed = replay(members(&atlas, bloc.ix, from), &changes);
            assert_eq!(replayed, members(&atlas, bloc.ix, to));
        }
        Ok(())
    });
}

#[test]
fn every_question_has_a_sentence_with_its_count() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let context = Context::members_at(any_date(u)?);
        let expr = any_expr(u, 3)?;
        let countries = eval(&atlas, &expr, context);
        let sentence = sentence(&atlas, &expr, context, countries);
        let count = if countries.is_empty() { "No".to_owned() } else { countries.len().to_string() };
        assert!(sentence.starts_with(&format!("{count} ")) && sentence.ends_with('.'), "{sentence}");
        Ok(())
    });
}

#[test]
fn any_text_can_be_searched_for() {
    let atlas = any_atlas(&mut Unstructured::new(&[])).unwrap();
    arbtest(|u| {
        let text: String = u.arbitrary()?;
        assert!(search(&atlas, &text, 5).len() <= 5);
        Ok(())
    });
}
