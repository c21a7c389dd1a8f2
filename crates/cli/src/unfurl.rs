//! What a pasted link unfurls to: a card as a picture, tags for the page's head, and oEmbed.

use entente_scene::page::node::element;
use entente_scene::press::SANDBOX;
use entente_scene::style::{Colour, LIGHT};
use serde_json::json;

use crate::html::escaped;

/// The address of the site with a slash at its end; empty where it is not known, and addresses are then relative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site(String);

impl std::str::FromStr for Site {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_plain = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"\"'<>?#".contains(letter);
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_address = rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_plain));
        match text {
            "" => Ok(Self::default()),
            _ if is_address => Ok(Self(format!("{}/", text.trim_end_matches('/')))),
            _ => Err(format!("{text} is no address of a site: write https://example.org/entente/")),
        }
    }
}

impl Site {
    /// The address of a file of the site.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Whether addresses are absolute.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !self.0.is_empty()
    }
}

/// Width and height of a card: what most places show whole.
pub(crate) const CARD_PX: (f64, f64) = (1200.0, 630.0);
/// Room above the card's map.
const HEAD_PX: f64 = 164.0;
/// The size of the card's map.
pub(crate) const MAP_PX: (f64, f64) = (CARD_PX.0, CARD_PX.1 - HEAD_PX);

/// A card: whose it is, a title, a line below, and a picture of the size [`MAP_PX`].
pub(crate) fn card(map: &str, title: &str, line: &str) -> String {
    let (width, height) = CARD_PX;
    let map =
        map.replacen("<svg ", &format!("<svg y=\"{HEAD_PX}\" width=\"{}\" height=\"{}\" ", MAP_PX.0, MAP_PX.1), 1);
    let words = [
        ("Entente", 26.0, 52.0, "Georgia, 'DejaVu Serif', serif", "600", 40),
        (title, 46.0, 104.0, "Georgia, 'DejaVu Serif', serif", "700", 40),
        (line, 23.0, 143.0, "system-ui, sans-serif", "400", 94),
    ];
    let words = words.map(|(words, size, y, family, weight, most)| {
        let words = escaped(&cut(words, most));
        let ink = LIGHT.hex(Colour::Label);
        format!(
            "<text x=\"40\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" font-family=\"{family}\" fill=\"{ink}\">{words}</text>"
        )
    });
    let ground = LIGHT.hex(Colour::Border);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>{map}{}</svg>",
        words.concat()
    )
}

/// At most so many letters, ended at a word.
fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let start: String = words.chars().take(most).collect();
    let end = start.rfind(' ').and_then(|end| start.get(..end)).unwrap_or(&start);
    format!("{}…", end.trim_end_matches([',', ';', ':', '.']))
}

/// A page as other places show it.
pub(crate) struct Unfurl<'a> {
    pub site: &'a Site,
    /// `website` or `article`.
    pub kind: &'a str,
    pub title: &'a str,
    pub lead: &'a str,
    /// The page's path on the site.
    pub page: &'a str,
    /// The card's path on the site, if there is one, and what it shows.
    pub card: Option<(&'a str, &'a str)>,
    /// The path of what oEmbed says of it, on the site.
    pub oembed: &'a str,
}

impl Unfurl<'_> {
    /// Tags for the head of the page. Where the site's address is not known, `up` leads from the page to the site's root.
    pub(crate) fn tags(&self, up: &str) -> String {
        let at = |path: &str| if self.site.is_known() { self.site.at(path) } else { format!("{up}{path}") };
        let meta = |key: &'static str, name: &str, words: &str| element("meta").with(key, name).with("content", words);
        let og = |name: &str, words: &str| meta("property", &format!("og:{name}"), words);
        let mut tags = vec![og("type", self.kind), og("site_name", "Entente"), og("locale", "en")];
        tags.extend([og("title", self.title), og("description", self.lead)]);
        if self.site.is_known() {
            tags.push(og("url", &at(self.page)));
            tags.push(element("link").with("rel", "canonical").with("href", at(self.page)));
        }
        if let Some((card, shows)) = self.card {
            let (width, height) = CARD_PX;
            tags.extend([og("image", &at(card)), og("image:width", &width.to_string())]);
            tags.extend([og("image:height", &height.to_string()), og("image:alt", shows)]);
        }
        tags.push(meta("name", "twitter:card", if self.card.is_some() { "summary_large_image" } else { "summary" }));
        let oembed = element("link").with("rel", "alternate").with("type", "application/json+oembed");
        tags.push(oembed.with("href", at(self.oembed)).with("title", self.title));
        tags.iter().map(entente_scene::page::Node::html).collect()
    }

    /// What oEmbed says of it: a frame with a page of the site.
    pub(crate) fn oembed(&self, frame: &str, height_px: u32) -> String {
        let frame = element("iframe")
            .with("src", self.site.at(frame))
            .with("title", self.title)
            .with("width", "800")
            .with("height", height_px.to_string())
            .with("loading", "lazy")
            .with("referrerpolicy", "no-referrer")
            .with("sandbox", SANDBOX)
            .with("style", "border:0;inline-size:100%");
        let mut answer = json!({
            "version": "1.0",
            "type": "rich",
            "provider_name": "Entente",
            "provider_url": self.site.at(""),
            "title": self.title,
            "cache_age": 86_400,
            "width": 800,
            "height": height_px,
            "html": frame.html(),
        });
        if let (Some((card, _)), Some(answer)) = (self.card, answer.as_object_mut()) {
            let (width, height) = CARD_PX;
            answer.insert("thumbnail_url".into(), self.site.at(card).into());
            answer.insert("thumbnail_width".into(), (width as u32).into());
            answer.insert("thumbnail_height".into(), (height as u32).into());
        }
        format!("{answer}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_site_is_plain_and_ends_with_a_slash() {
        let site = |text: &str| text.parse::<Site>().map(|site| site.at("x"));
        assert_eq!(site("https://example.org/e"), Ok("https://example.org/e/x".into()));
        assert_eq!(site(""), Ok("x".into()));
        for bad in ["example.org", "https://", "javascript:alert(1)", "https://a/\"><script>", "https://a/?b"] {
            assert!(site(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_card_holds_any_words() {
        let card = card("<svg viewBox=\"0 0 1 1\"></svg>", &"<b>&".repeat(40), "one two");
        assert!(card.contains("&lt;b&gt;") && card.contains('…') && !card.contains("<b>"));
        assert_eq!(cut("one two, three", 9), "one two…");
    }
}
