//! One stable sort for every list of the page: the standard library's is compiled anew for each type, 5 KB each time.

use std::cmp::Ordering;

/// Lists that can be put in order by the one sort.
pub trait Order<T> {
    /// Puts the items in the order of `compare`; equal ones stay as they were.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Puts the items in the order of their keys; equal ones stay as they were.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Order<T> for Vec<T> {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = sorted(self.len(), &mut |a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        for (at, from) in swaps(&order).into_iter().enumerate() {
            self.swap(at, from);
        }
    }
}

/// The positions of `len` items in the order of `compare`: runs of one, two, four … are merged. In place of the standard library's,
/// which weighs ten times as much in the page.
fn sorted(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut width = 1;
    while width < len {
        let mut merged = Vec::with_capacity(len);
        for run in order.chunks(2 * width) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            loop {
                let side = match (left.first(), right.first()) {
                    (Some(a), Some(b)) if compare(*b, *a) == Ordering::Less => &mut right,
                    (Some(_), _) => &mut left,
                    (None, Some(_)) => &mut right,
                    (None, None) => break,
                };
                if let Some((next, rest)) = side.split_first() {
                    merged.push(*next);
                    *side = rest;
                }
            }
        }
        order = merged;
        width *= 2;
    }
    order
}

/// With whom each place is to change its item, from the first on, so that the items come into that order.
fn swaps(order: &[usize]) -> Vec<usize> {
    let source = |at: usize| order.get(at).copied().unwrap_or(at);
    let of = |at: usize| {
        let mut from = source(at);
        // What lay there has been carried on already.
        while from < at {
            from = source(from);
        }
        from
    };
    (0..order.len()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does_and_keeps_equals_in_place() {
        for len in [0, 1, 2, 3, 7, 64, 500] {
            let mut items: Vec<(u32, u32)> = (0..len).map(|at| ((at * 7919) % 23, at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            items.order_by_key(|item| item.0);
            assert_eq!(items, expected);
        }
    }
}
