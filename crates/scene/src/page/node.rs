//! A piece of a page as a value: elements, attributes and text; printed as HTML or built in a browser.

/// An element with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The element's name.
    pub tag: &'static str,
    /// Attributes in the order they were given.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it, in order.
    pub inside: Vec<Inside>,
}

/// What an element can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inside {
    /// Words.
    Text(String),
    /// A further element.
    Node(Node),
}

/// Elements that hold nothing and are not closed.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];

/// An element of that name, still empty.
pub fn element(tag: &'static str) -> Node {
    Node { tag, attributes: Vec::new(), inside: Vec::new() }
}

impl Node {
    /// With an attribute, in place of one of that name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.retain(|(known, _)| *known != name);
        self.attributes.push((name, value.into()));
        self
    }

    /// With a class.
    #[must_use]
    pub fn class(self, name: &'static str) -> Self {
        self.with("class", name)
    }

    /// With words at its end.
    #[must_use]
    pub fn text(mut self, words: impl Into<String>) -> Self {
        self.inside.push(Inside::Text(words.into()));
        self
    }

    /// With an element at its end.
    #[must_use]
    pub fn child(mut self, node: Node) -> Self {
        self.inside.push(Inside::Node(node));
        self
    }

    /// With these elements at its end.
    #[must_use]
    pub fn children(mut self, nodes: impl IntoIterator<Item = Node>) -> Self {
        self.inside.extend(nodes.into_iter().map(Inside::Node));
        self
    }

    /// As HTML, with everything escaped that could be read as markup.
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        out.push('>');
        if VOID.contains(&self.tag) {
            return;
        }
        for inside in &self.inside {
            match inside {
                Inside::Text(words) => escape(words, out),
                Inside::Node(node) => node.write(out),
            }
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

/// Words as they may stand in HTML and XML, in text or between double quotes.
pub fn escape(words: &str, out: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_that_can_hold_nothing_is_not_closed() {
        let row = element("p").child(element("input").with("type", "search")).child(element("br")).child(element("b"));
        assert_eq!(row.html(), "<p><input type=\"search\"><br><b></b></p>");
    }

    #[test]
    fn what_could_be_markup_is_escaped() {
        let node = element("a").with("title", "\"x\" onclick=1").text("<script>a & b\u{0}");
        assert_eq!(node.html(), "<a title=\"&quot;x&quot; onclick=1\">&lt;script&gt;a &amp; b </a>");
    }
}
