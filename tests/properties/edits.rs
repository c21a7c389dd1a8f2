//! What a reader supposes: it is marked, and changes nothing before its day.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use entente_atlas::query::at::{members, statuses_at};
use entente_atlas::records::{EditRecord, OwnBlocRecord, Records};
use entente_atlas::{Atlas, Date, Membership, Status};

use crate::any::{any_code, any_date, any_edit, any_records};

fn any_edits(u: &mut Unstructured<'_>) -> Result<Vec<EditRecord>> {
    (0..u.int_in_range(0..=4)?).map(|_| any_edit(u)).collect()
}

fn any_own(u: &mut Unstructured<'_>) -> Result<OwnBlocRecord> {
    let codes = (0..u.int_in_range(0..=4)?).map(|_| any_code(u)).collect::<Result<_>>()?;
    Ok(OwnBlocRecord::new("Friends of ours", codes, &[]))
}

fn edited(records: &Records, edits: &[EditRecord], own: &[OwnBlocRecord]) -> Atlas {
    let mut records = records.clone();
    records.edit(edits, own);
    Atlas::from_records(records).unwrap()
}

#[test]
fn an_edit_changes_no_day_before_its_own_and_moves_no_bloc() {
    arbtest(|u| {
        let records = any_records(u)?;
        let (edits, own) = (any_edits(u)?, any_own(u)?);
        let (before, after) = (Atlas::from_records(records.clone()).unwrap(), edited(&records, &edits, &[own]));
        let first = edits.iter().map(|edit| edit.on).min().unwrap_or(Date::MAX);
        let day = any_date(u)?.min(first.add_days(-1));
        if first == Date::MIN {
            return Ok(()); // no day is before it
        }
        assert_eq!(after.blocs().len(), before.blocs().len() + 1);
        for bloc in before.blocs() {
            assert_eq!(after.bloc(bloc.ix), bloc);
            for country in before.countries() {
                let at = |atlas: &Atlas| statuses_at(atlas, country.ix, bloc.ix, day);
                assert_eq!(at(&after), at(&before));
            }
        }
        Ok(())
    });
}

#[test]
fn an_edit_that_is_accepted_holds_on_its_day() {
    arbtest(|u| {
        let mut records = any_records(u)?;
        let edit = any_edit(u)?;
        let refused = records.edit(std::slice::from_ref(&edit), &[]);
        let atlas = Atlas::from_records(records).unwrap();
        let (country, bloc) = (atlas.country_by_code(&edit.country).unwrap(), atlas.bloc_by_id(&edit.bloc).unwrap());
        let is_something = |day: Date| {
            let statuses = statuses_at(&atlas, country, bloc, day);
            match (edit.status, edit.is_exit) {
                (None, true) => !statuses.is_empty(),
                (status, _) => statuses.contains(status.unwrap_or(Status::Member)),
            }
        };
        // An exit that is refused had nothing to end, a join nothing to add.
        assert_eq!(is_something(edit.on), !edit.is_exit, "{refused:?}");
        Ok(())
    });
}

#[test]
fn what_is_supposed_is_marked_and_the_rest_is_as_it_was() {
    arbtest(|u| {
        let records = any_records(u)?;
        let (edits, own) = (any_edits(u)?, any_own(u)?);
        let (before, after) = (Atlas::from_records(records.clone()).unwrap(), edited(&records, &edits, &[own]));
        let facts = |row: &&Membership| !row.hypothetical && !row.hypothetical_end;
        for row in after.memberships().iter().filter(facts) {
            assert!(before.memberships().contains(row), "{row:?}");
        }
        for row in after.memberships().iter().filter(|row| row.hypothetical_end && !row.hypothetical) {
            let is_same = |fact: &&Membership| fact.span.from == row.span.from && fact.status == row.status;
            assert!(before.memberships_between(row.country, row.bloc).any(|fact| is_same(&fact)), "{row:?}");
        }
        assert!(before.memberships().iter().all(|row| facts(&row)));
        Ok(())
    });
}

#[test]
fn a_bloc_of_ones_own_has_its_countries_on_every_day() {
    arbtest(|u| {
        let records = any_records(u)?;
        let own = any_own(u)?;
        let atlas = edited(&records, &[], std::slice::from_ref(&own));
        let bloc = atlas.bloc_by_id(&own.id).unwrap();
        let mut codes: Vec<&str> = own.countries.iter().map(String::as_str).collect();
        codes.sort_unstable();
        codes.dedup();
        let found = members(&atlas, bloc, any_date(u)?);
        assert_eq!(found.iter().map(|country| atlas.country(country).code.as_str()).collect::<Vec<_>>(), codes);
        assert!(atlas.bloc(bloc).is_own() && atlas.memberships_of_bloc(bloc).iter().all(|row| row.hypothetical));
        Ok(())
    });
}
