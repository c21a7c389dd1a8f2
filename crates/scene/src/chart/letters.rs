//! How wide words are, without a font: generous, so that nothing is cut off where the reader's letters are wide.

/// The width of words in letters of that height.
pub(super) fn width_px(words: &str, size_px: f64) -> f64 {
    words.chars().map(share).sum::<f64>() * size_px
}

/// A letter's width as a share of its height.
fn share(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | ':' | ';' | '|' | ' ' | '(' | ')' | '·' => 0.34,
        'f' | 't' | 'r' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '—' => 0.92,
        'A'..='Z' => 0.69,
        '0'..='9' => 0.62,
        _ => 0.6,
    }
}

/// The words, or as much of them as fits with an ellipsis.
pub(super) fn shortened(words: &str, size_px: f64, room_px: f64) -> String {
    if width_px(words, size_px) <= room_px {
        return words.to_owned();
    }
    let mut left_px = room_px - size_px;
    let fits = |letter: &char| {
        left_px -= share(*letter) * size_px;
        left_px >= 0.0
    };
    let kept: String = words.chars().take_while(fits).collect();
    let kept = kept.trim_end_matches([' ', ',', '-']);
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// The names in order as far as they fit, with a count of the rest: `Australia, Japan, 5 more`.
pub(super) fn listed(names: &[&str], size_px: f64, room_px: f64) -> String {
    let all = names.join(", ");
    if width_px(&all, size_px) <= room_px {
        return all;
    }
    let rest =
        |shown: usize| format!("{}, {} more", names.get(..shown).unwrap_or_default().join(", "), names.len() - shown);
    let fits = |shown: &usize| width_px(&rest(*shown), size_px) <= room_px;
    (1..names.len()).rev().find(fits).map(rest).unwrap_or_default()
}

/// Words broken into lines no wider than that.
pub(super) fn wrapped(words: &str, size_px: f64, room_px: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_px(line, size_px) + width_px(word, size_px) + 0.34 * size_px <= room_px => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shortened_fits_and_says_that_more_was_there() {
        let words = "Bosnia and Herzegovina";
        assert_eq!(shortened(words, 10.0, 1000.0), words);
        for room_px in [0.0, 5.0, 20.0, 40.0, 70.0, 100.0] {
            let short = shortened(words, 10.0, room_px);
            assert!(width_px(&short, 10.0) <= room_px + 0.01, "{short} is wider than {room_px}");
            assert!(short.is_empty() || short.ends_with('…'));
        }
    }

    #[test]
    fn a_list_counts_what_has_no_room() {
        let names = ["Australia", "Japan", "New Zealand"];
        assert_eq!(listed(&names, 10.0, 1000.0), "Australia, Japan, New Zealand");
        assert_eq!(listed(&names, 10.0, 130.0), "Australia, Japan, 1 more");
        assert_eq!(listed(&names, 10.0, 20.0), "");
    }
}
