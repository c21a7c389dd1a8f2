//! Predecessors and successors name each other, and no time lies between the end of one and the beginning of the next.

use super::{At, Problem, Records, date, each_bloc};
use crate::records::BlocRecord;

pub(super) fn rule(records: &Records, problems: &mut Vec<Problem>) {
    each_bloc(records, |id, bloc, at| {
        let list = at.key("successors");
        for (index, next) in bloc.successors.iter().enumerate() {
            if let Some(successor) = named(records, next) {
                let at = list.index(index);
                mutual(next, &successor.predecessors, id, "predecessors", at, problems);
                without_gap(bloc, next, successor, at, problems);
            }
        }
        let list = at.key("predecessors");
        for (index, before) in bloc.predecessors.iter().enumerate() {
            if let Some(predecessor) = named(records, before) {
                mutual(before, &predecessor.successors, id, "successors", list.index(index), problems);
            }
        }
    });
}

/// The bloc of that id; none for a file that could not be read, whose record is blank.
fn named<'a>(records: &'a Records, id: &str) -> Option<&'a BlocRecord> {
    let found = records.blocs.iter().find(|(known, bloc)| known == id && !bloc.name.is_empty());
    found.map(|(_, bloc)| bloc)
}

fn mutual(other: &str, its: &[String], id: &str, key: &str, at: At, problems: &mut Vec<Problem>) {
    if !its.iter().any(|name| name == id) {
        let message = format!("\"{other}\" does not name {id} in return");
        problems.push(at.error(message, format!("add \"{id}\" to `{key}` of blocs/{other}.toml")));
    }
}

fn without_gap(bloc: &BlocRecord, next: &str, successor: &BlocRecord, at: At, problems: &mut Vec<Problem>) {
    let (Some(ended), Some(founded)) = (date(&bloc.ended), date(&successor.founded)) else {
        return;
    };
    if founded.earliest() > ended.latest() {
        let message = format!("\"{next}\" was founded {founded}, after {} had ended, {ended}", bloc.short);
        problems.push(at.error(message, "correct one of the two dates"));
    }
}
