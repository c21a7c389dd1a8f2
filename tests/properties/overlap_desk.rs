//! What the overlap desk asks: chips and expressions are two faces of one value, and its answers are those of plain queries.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use entente_atlas::query::alike::{self, Ties};
use entente_atlas::query::at::with_status;
use entente_atlas::query::between::between;
use entente_atlas::query::chips::{Chip, Position, chips, expr};
use entente_atlas::query::complete::complete;
use entente_atlas::query::overlap::overlaps;
use entente_atlas::query::search::Index;
use entente_atlas::query::sentence::{change_sentence, question_sentence};
use entente_atlas::query::tokens::tokens;
use entente_atlas::query::years::{overlaps_by_year, positions, sizes_by_year};
use entente_atlas::query::{Context, Question, eval, parse};
use entente_atlas::{Atlas, BlocIx, CountryIx, CountrySet, Date, Status, StatusSet};

use crate::any::{any_atlas, any_date, any_expr, any_text};

fn any_chips(u: &mut Unstructured<'_>, atlas: &Atlas) -> Result<Vec<Chip>> {
    let mut chips: Vec<Chip> = Vec::new();
    for bloc in atlas.blocs() {
        let position = *u.choose(&[Position::In, Position::Out, Position::Open])?;
        let (has_status, has_day) = (u.ratio(1, 4)?, u.ratio(1, 4)?);
        // An open bloc beside one to be in is only chosen: nothing can be said of it.
        chips.push(Chip {
            status: if has_status && position != Position::Open { Some(*u.choose(Status::ALL)?) } else { None },
            on: if has_day && position != Position::Open { Some(any_date(u)?) } else { None },
            ..Chip::new(bloc.ix, position)
        });
        if u.ratio(1, 3)? {
            break;
        }
    }
    Ok(chips)
}

#[test]
fn chips_come_back_from_their_expression_and_from_its_text() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let mut own = any_chips(u, &atlas)?;
        let count = |own: &[Chip], position| own.iter().filter(|chip| chip.position == position).count();
        let Some(asked) = expr(&own) else {
            assert!(
                count(&own, Position::In) == 0 && (count(&own, Position::Out) == 0 || count(&own, Position::Open) == 0)
            );
            return Ok(());
        };
        let chosen: Vec<BlocIx> = own.iter().map(|chip| chip.bloc).collect();
        let read = parse(&atlas, &asked.written(&atlas).to_string()).unwrap();
        let mut back = chips(&read, &chosen).unwrap();
        assert_eq!(expr(&back), Some(asked));
        if count(&own, Position::In) > 0 || count(&own, Position::Open) > 1 {
            own.sort_by_key(|chip| chip.bloc);
            back.sort_by_key(|chip| chip.bloc);
            assert_eq!(back, own);
        }
        Ok(())
    });
}

#[test]
fn an_expression_that_chips_can_say_asks_the_same_as_its_chips() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let asked = any_expr(u, 3)?;
        let context = Context::members_at(any_date(u)?);
        if let Some(chips) = chips(&asked, &[]) {
            assert_eq!(eval(&atlas, &expr(&chips).unwrap(), context), eval(&atlas, &asked, context));
        }
        Ok(())
    });
}

#[test]
fn an_exact_question_is_the_exclusive_intersection_and_says_so() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let context = Context::members_at(any_date(u)?);
        let compared: Vec<BlocIx> = atlas.blocs().iter().map(|bloc| bloc.ix).collect();
        for overlap in overlaps(&atlas, &compared, context.at) {
            let expr = entente_atlas::query::question::in_all(&overlap.blocs).unwrap();
            let loose = Question { expr: &expr, context, compared: &compared, is_exact: false };
            let exact = Question { is_exact: true, ..loose };
            assert_eq!(exact.answer(&atlas), overlap.countries);
            assert!(overlap.countries.is_subset(loose.answer(&atlas)));
            let (said, loosely) = (question_sentence(&atlas, &exact), question_sentence(&atlas, &loose));
            let has_others = overlap.blocs.len() < compared.len();
            assert_eq!(said != loosely, has_others, "{said}");
            assert_eq!(said.contains("in no other of the 4 blocs compared"), has_others, "{said}");
            assert_eq!(loosely.contains("perhaps in "), has_others, "{loosely}");
        }
        Ok(())
    });
}

#[test]
fn a_change_divides_both_answers() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let (asked, context) = (any_expr(u, 2)?, Context::members_at(any_date(u)?));
        let (a, b) = (any_date(u)?, any_date(u)?);
        let change = between(&atlas, &asked, context, (a, b));
        assert_eq!(change, between(&atlas, &asked, context, (b, a)));
        let on = |at: Date| eval(&atlas, &asked, Context { at, ..context });
        let parts = [change.joined, change.left, change.suspended, change.unchanged];
        let sum: usize = parts.iter().map(|part| part.len()).sum();
        assert_eq!(sum, (on(a) | on(b)).len());
        assert_eq!(change.left | change.suspended | change.unchanged, on(a.min(b)));
        assert_eq!(change.joined | change.suspended | change.unchanged, on(a.max(b)));
        let said = change_sentence(&atlas, &asked, context, (a, b));
        assert!(said.ends_with('.') && !said.contains(".."), "{said}");
        Ok(())
    });
}

#[test]
fn the_pieces_of_any_text_are_the_text_and_it_can_be_completed_anywhere() {
    let atlas = any_atlas(&mut Unstructured::new(&[])).unwrap();
    let index = Index::new(&atlas);
    arbtest(|u| {
        let text = any_text(u)?;
        let pieces: String = tokens(&atlas, &text).into_iter().filter_map(|token| text.get(token.range)).collect();
        assert!(text.starts_with(&pieces) && text[pieces.len()..].trim().is_empty(), "{text}");
        let caret = u.int_in_range(0..=text.len() + 2)?;
        let completion = complete(&atlas, &index, &text, caret, 5);
        assert!(text.get(completion.replaces.clone()).is_some() && completion.candidates.len() <= 5, "{text}");
        assert!(completion.replaces.start <= caret, "{text}");
        Ok(())
    });
}

#[test]
fn every_year_has_the_sizes_and_overlaps_of_its_first_day() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let statuses = if u.arbitrary()? { StatusSet::MEMBERS } else { Status::ALL.iter().copied().collect() };
        let compared: Vec<BlocIx> = atlas.blocs().iter().map(|bloc| bloc.ix).collect();
        let years = overlaps_by_year(&atlas, &compared, statuses, 1957, 1983);
        assert_eq!(years.len(), 27);
        let asked = any_expr(u, 2)?;
        let sizes = sizes_by_year(&atlas, &asked, Context { at: Date::MIN, statuses }, 1957, 1983);
        for (year, size) in years.iter().zip(sizes) {
            let date = Date::from_ymd(year.year, 1, 1).unwrap();
            let of = |bloc: &BlocIx| with_status(&atlas, *bloc, date, statuses);
            let mut union = CountrySet::EMPTY;
            for (mask, countries) in &year.parts {
                let inside: Vec<usize> = positions(*mask).collect();
                assert!(!countries.is_empty() && (union & *countries).is_empty());
                for (position, bloc) in compared.iter().enumerate() {
                    let meant = if inside.contains(&position) { *countries } else { CountrySet::EMPTY };
                    assert_eq!(of(bloc) & *countries, meant);
                }
                union |= *countries;
            }
            assert_eq!(union, compared.iter().fold(CountrySet::EMPTY, |all, bloc| all | of(bloc)));
            assert_eq!(
                (size.year, size.count),
                (year.year, eval(&atlas, &asked, Context { at: date, statuses }).len())
            );
        }
        Ok(())
    });
}

#[test]
fn likeness_is_of_both_and_what_is_shared_is_in_all() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let context = Context::members_at(any_date(u)?);
        let ties = Ties::new(&atlas, context, true);
        let any = |u: &mut Unstructured<'_>| Ok(CountryIx::new(u.int_in_range(0..=atlas.countries().len() - 1)?));
        let (one, other): (CountryIx, CountryIx) = (any(u)?, any(u)?);
        let (there, back) = (ties.compare(one, other), ties.compare(other, one));
        assert_eq!((there.shared, there.either), (back.shared, back.either));
        let ranked = alike::alike(&ties, one);
        assert!(ranked.iter().all(|alike| alike.country != one && alike.shared > 0 && alike.shared <= alike.either));
        assert!(ranked.is_sorted_by(|a, b| a.shared * b.either >= b.shared * a.either));
        let shared = alike::shared(&ties, &[one, other]);
        let of = |country| ties.blocs_of(country).collect::<Vec<BlocIx>>();
        assert!(shared.common.iter().all(|bloc| of(one).contains(bloc) && of(other).contains(bloc)));
        if one != other {
            assert_eq!(shared.common.len(), there.shared);
            let alone: usize = shared.alone.iter().map(|(_, blocs)| blocs.len()).sum();
            assert_eq!(shared.common.len() + alone, there.either);
        }
        for gain in alike::gains(&ties, one, 5) {
            assert!(!of(one).contains(&gain.bloc) && !gain.new_partners.contains(one));
        }
        Ok(())
    });
}

#[test]
fn who_is_one_away_answers_as_soon_as_that_chip_is_left_open() {
    arbtest(|u| {
        let atlas = any_atlas(u)?;
        let own = any_chips(u, &atlas)?;
        let context = Context::members_at(any_date(u)?);
        let Some(asked) = expr(&own) else { return Ok(()) };
        for (place, countries) in alike::one_away(&atlas, &own, context) {
            assert!((countries & eval(&atlas, &asked, context)).is_empty());
            let mut eased = own.clone();
            eased.remove(place);
            if let Some(eased) = expr(&eased).filter(|_| own.iter().any(|chip| chip.position == Position::In)) {
                let has_inside = own.iter().enumerate().any(|(at, chip)| at != place && chip.position == Position::In);
                assert!(!has_inside || countries.is_subset(eval(&atlas, &eased, context)));
            }
        }
        Ok(())
    });
}
