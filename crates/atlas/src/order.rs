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
        let order = sorted(self.len(), &mut |a, b| match (self.get(a as usize), self.get(b as usize)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        let mut items: Vec<Option<T>> = self.drain(..).map(Some).collect();
        self.extend(order.into_iter().filter_map(|at| items.get_mut(at as usize).and_then(Option::take)));
    }
}

/// The positions of `len` items in the order of `compare`.
fn sorted(len: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does_and_keeps_equals_in_place() {
        let mut items: Vec<(u32, u32)> = (0..500).map(|at| ((at * 7919) % 23, at)).collect();
        let mut expected = items.clone();
        expected.sort_by_key(|item| item.0);
        items.order_by_key(|item| item.0);
        assert_eq!(items, expected);
    }
}
