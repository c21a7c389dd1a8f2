//! How many slips of the finger lie between two words.

/// The number of letters to insert, drop, replace or swap with their neighbour (optimal string
/// alignment), or `None` if it is more than the limit.
pub(crate) fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, to) in b.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let replaced = get(&above, j) + usize::from(from != to);
            let mut least = replaced.min(get(&above, j + 1) + 1).min(get(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(to) && b.get(j - 1) == Some(from);
            if swapped {
                least = least.min(get(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|distance| *distance <= limit)
}

/// How many slips are forgiven in a word of that many letters.
pub(crate) fn forgiven(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_slip_is_one_letter_or_one_swap() {
        assert_eq!(distance("brazil", "brasil", 1), Some(1));
        assert_eq!(distance("gemrany", "germany", 1), Some(1));
        assert_eq!(distance("mercosur", "mercsur", 2), Some(1));
        assert_eq!(distance("asean", "asean", 0), Some(0));
        assert_eq!(distance("chad", "chile", 1), None);
        assert_eq!(distance("", "ab", 2), Some(2));
    }
}
