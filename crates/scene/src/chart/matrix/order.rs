//! An order in which what is alike stands together: a path through the sets that is as short as exchanges can make it.

use entente_atlas::CountrySet;

/// Exchanges stop after this many rounds; a few are enough.
const MOST_ROUNDS: usize = 20;

/// The places of the sets, the most alike next to each other.
pub(super) fn by_likeness(sets: &[CountrySet]) -> Vec<usize> {
    let far: Vec<Vec<usize>> = sets.iter().map(|a| sets.iter().map(|b| distance(*a, *b)).collect()).collect();
    let far = |a: usize, b: usize| far.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0);
    let mut path = chain(sets.len(), &far);
    for _ in 0..MOST_ROUNDS {
        if !shortened(&mut path, &far) {
            break;
        }
    }
    // Of the two directions, the one that begins nearer to the reader's own first.
    if path.first() > path.last() {
        path.reverse();
    }
    path
}

/// 0 for the same members, 1000 for none in common.
fn distance(a: CountrySet, b: CountrySet) -> usize {
    let either = (a | b).len();
    1000 - ((a & b).len() * 1000 + either / 2).checked_div(either).unwrap_or(0)
}

/// From the first on, always whoever is nearest to either end.
fn chain(len: usize, far: &dyn Fn(usize, usize) -> usize) -> Vec<usize> {
    let mut path: Vec<usize> = (0..len).take(1).collect();
    while path.len() < len {
        let (Some(head), Some(tail)) = (path.first().copied(), path.last().copied()) else { break };
        let free = (0..len).filter(|place| !path.contains(place));
        let Some(next) = free.min_by_key(|place| far(head, *place).min(far(tail, *place))) else { break };
        if far(head, next) < far(tail, next) { path.insert(0, next) } else { path.push(next) }
    }
    path
}

/// Turns round every stretch of the path that is shorter the other way; whether there was one.
fn shortened(path: &mut [usize], far: &dyn Fn(usize, usize) -> usize) -> bool {
    let mut is_shorter = false;
    for from in 0..path.len() {
        for to in from + 1..path.len() {
            let place = |at: usize| path.get(at).copied();
            let edge = |a: Option<usize>, b: Option<usize>| a.zip(b).map_or(0, |(a, b)| far(a, b));
            let before = from.checked_sub(1).and_then(place);
            let now = edge(before, place(from)) + edge(place(to), place(to + 1));
            let turned = edge(before, place(to)) + edge(place(from), place(to + 1));
            if turned < now {
                if let Some(stretch) = path.get_mut(from..=to) {
                    stretch.reverse();
                }
                is_shorter = true;
            }
        }
    }
    is_shorter
}

#[cfg(test)]
mod tests {
    use entente_atlas::CountryIx;

    use super::*;

    fn set(countries: std::ops::Range<usize>) -> CountrySet {
        countries.map(CountryIx::new).collect()
    }

    #[test]
    fn sets_along_a_line_are_put_back_in_line() {
        let line: Vec<CountrySet> = (0..9).map(|at| set(at * 3..at * 3 + 10)).collect();
        let mixed = [4, 0, 7, 2, 8, 5, 1, 6, 3].map(|at| line[at]);
        let found: Vec<CountrySet> = by_likeness(&mixed).into_iter().map(|place| mixed[place]).collect();
        assert!(found == line || found.iter().rev().eq(line.iter()));
    }

    #[test]
    fn every_set_has_one_place() {
        for len in 0..6 {
            let sets = vec![CountrySet::EMPTY; len];
            let mut order = by_likeness(&sets);
            order.sort_unstable();
            assert_eq!(order, (0..len).collect::<Vec<_>>());
        }
    }
}
