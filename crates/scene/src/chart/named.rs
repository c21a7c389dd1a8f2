//! What is seen of a link is part of its name, so that whoever speaks to the page can call it by what they read.

use crate::page::node::{Inside, Node};

/// Gives every link of a chart a name that holds its visible words, in their order.
pub(super) fn named(node: &mut Node) {
    if node.tag == "a" {
        name(node);
        return;
    }
    for inside in &mut node.inside {
        if let Inside::Node(node) = inside {
            named(node);
        }
    }
}

fn name(link: &mut Node) {
    let mut seen: Vec<String> = Vec::new();
    let mut inside = Vec::new();
    for piece in std::mem::take(&mut link.inside) {
        let words = visible(&piece);
        if !words.is_empty() {
            if !seen.is_empty() {
                // Labels beside each other are words of their own.
                inside.push(Inside::Text(" ".into()));
            }
            seen.push(words);
        }
        inside.push(piece);
    }
    link.inside = inside;
    let seen = seen.join(" ");
    for (_, value) in link.attributes.iter_mut().filter(|(name, _)| *name == "aria-label") {
        if !holds(value, &seen) {
            *value = format!("{seen}: {value}");
        }
    }
}

/// The words of a piece that are drawn.
fn visible(piece: &Inside) -> String {
    match piece {
        Inside::Text(words) => words.clone(),
        Inside::Node(node) if node.tag == "title" => String::new(),
        Inside::Node(node) => node.inside.iter().map(visible).collect(),
    }
}

/// Whether a name holds these words, one after the other, whatever stands between as a sign.
fn holds(name: &str, words: &str) -> bool {
    let tokens = |text: &str| -> Vec<String> {
        let all = text.split(|letter: char| !letter.is_alphanumeric()).filter(|token| !token.is_empty());
        all.map(str::to_owned).collect()
    };
    let (name, words) = (tokens(name), tokens(words));
    words.is_empty() || name.windows(words.len()).any(|some| some == words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::node::element;

    fn link(says: &str, labels: &[&str]) -> Node {
        let texts = labels.iter().map(|words| element("text").text(*words));
        let mut link = element("a").with("aria-label", says).child(element("title").text(says)).children(texts);
        named(&mut link);
        link
    }

    #[test]
    fn a_name_holds_what_is_seen_and_says_it_once() {
        let named = |says, labels: &[&str]| link(says, labels).attributes[0].1.clone();
        assert_eq!(named("Cambodia", &["KHM"]), "KHM: Cambodia");
        assert_eq!(named("7 countries are in both", &["7"]), "7 countries are in both");
        assert_eq!(
            named("Association of Nations: 10 members", &["10", "ASEAN"]),
            "10 ASEAN: Association of Nations: 10 members"
        );
        assert_eq!(named("1 January 1994: 12 countries", &[]), "1 January 1994: 12 countries");
    }

    #[test]
    fn labels_beside_each_other_are_words_of_their_own() {
        assert!(link("x", &["10", "ASEAN"]).html().contains("<text>10</text> <text>ASEAN</text>"));
    }
}
