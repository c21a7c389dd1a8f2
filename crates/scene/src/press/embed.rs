//! An embed as a value: which view of which site, what an editor says around it, which parts it shows.

use entente_atlas::Date;

use super::settings::clean;
use crate::link;

/// A view as it stands in somebody's article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// The folder that the site is in, an address with a slash at its end.
    pub site: String,
    /// The link of the view, such as `?blocs=eu&theme=dark`; empty for the default view.
    pub view: String,
    /// Above the map; empty for the sentence of the view.
    pub title: String,
    /// Below it.
    pub note: String,
    /// Who made it.
    pub credit: String,
    /// What stands for the picture where it cannot be seen.
    pub alt: String,
    /// The language of the editor's words, such as `pt-BR`; empty for the page's.
    pub lang: String,
    /// The parts that are shown, in the order of [`Part::ALL`].
    pub show: Vec<Part>,
    /// How high it is.
    pub shape: Shape,
    /// Where the picture lies that stands in for the live map; empty where it stands in the snippet itself.
    pub picture: String,
}

/// A part of the page that an embed shows or leaves out; the map is always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The list of blocs.
    Rail,
    /// The legend.
    Legend,
    /// The date and its line of time.
    Date,
    /// The panel of what is selected.
    Panel,
    /// The charts of the overlap desk.
    Chart,
    /// The sentence above the map.
    Sentence,
    /// The same as a table.
    Table,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Rail, Self::Legend, Self::Date, Self::Panel, Self::Chart, Self::Sentence, Self::Table];

    /// What shows where nothing else is said.
    pub const FIRST: [Self; 3] = [Self::Legend, Self::Panel, Self::Sentence];

    /// Its word in a link.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rail => "rail",
            Self::Legend => "legend",
            Self::Date => "date",
            Self::Panel => "panel",
            Self::Chart => "chart",
            Self::Sentence => "sentence",
            Self::Table => "table",
        }
    }
}

/// The rule of an embed's height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// As high as its content at its width.
    Fit,
    /// Sixteen to nine.
    Wide,
    /// Four to three.
    Classic,
    /// As high as wide.
    Square,
}

impl Shape {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fit, Self::Wide, Self::Classic, Self::Square];

    /// Its word in a link.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::Wide => "16x9",
            Self::Classic => "4x3",
            Self::Square => "1x1",
        }
    }
}

impl Embed {
    /// A view as it is, with nothing said around it; the error is a sentence about the site's address.
    pub fn new(site: &str, view: &str) -> Result<Self, String> {
        Ok(Self { site: site_of(site)?, view: link::join(&link::pairs(view)), ..Self::bare() })
    }

    pub(super) fn bare() -> Self {
        Self {
            site: String::new(),
            view: String::new(),
            title: String::new(),
            note: String::new(),
            credit: String::new(),
            alt: String::new(),
            lang: String::new(),
            show: Part::FIRST.to_vec(),
            shape: Shape::Fit,
            picture: String::new(),
        }
    }

    /// The page that an article frames.
    pub fn address(&self) -> String {
        self.linked("embed.html", &self.settings())
    }

    /// The whole page with this view.
    pub fn page(&self) -> String {
        format!("{}{}", self.site, self.view)
    }

    /// The link under which the builder opens again with all of this.
    pub fn again(&self) -> String {
        let own = [("picture", self.picture.as_str())].into_iter().filter(|(_, value)| !value.is_empty());
        let own: Vec<(&str, String)> = own.map(|(key, value)| (key, value.to_owned())).collect();
        let parts = [self.settings(), link::join(&own).trim_start_matches('?').to_owned()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        self.linked("", &["embed".to_owned()].into_iter().chain(parts).collect::<Vec<_>>().join("&"))
    }

    fn linked(&self, file: &str, fragment: &str) -> String {
        let hash = if fragment.is_empty() { "" } else { "#" };
        // Written anew: whatever the view's link was, no letter of it ends the attribute or the query that it stands in.
        format!("{}{file}{}{hash}{fragment}", self.site, link::join(&link::pairs(&self.view)))
    }

    /// The edition of the facts that it stays with.
    pub fn edition(&self) -> Option<String> {
        link::desk::edition(&self.view)
    }

    /// The same for good: with the edition of these facts, and a date where it followed the calendar.
    #[must_use]
    pub fn frozen(&self, version: &str, today: Date) -> Self {
        let mut parts = link::pairs(&self.view);
        if let Some((_, digest)) = version.split_once(" · ") {
            parts.retain(|(key, _)| key != "edition");
            if !parts.iter().any(|(key, _)| key == "at") {
                parts.push(("at".to_owned(), today.to_string()));
            }
            parts.push(("edition".to_owned(), digest.to_owned()));
        }
        Self { view: link::join(&parts), ..self.clone() }
    }

    /// The same as the facts are whenever it is looked at.
    #[must_use]
    pub fn live(&self) -> Self {
        let mut parts = link::pairs(&self.view);
        parts.retain(|(key, _)| key != "edition");
        Self { view: link::join(&parts), ..self.clone() }
    }
}

/// The folder that a page of the site lies in: `https://maps.example/atlas/` of any address in it. The error is a sentence.
pub fn site_of(address: &str) -> Result<String, String> {
    let address = clean(address, 2000);
    let bare = address.split(['?', '#']).next().unwrap_or_default();
    let is_unfit = |letter: char| letter.is_whitespace() || letter.is_control() || "\"'<>\\`".contains(letter);
    let rest = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !bare.contains(is_unfit) => {
            let folder =
                if rest.contains('/') { bare.rsplit_once('/').map_or(bare, |(folder, _)| folder) } else { bare };
            Ok(format!("{folder}/"))
        }
        _ => {
            Err(format!("“{}” is no address of a site: write it like https://maps.example/atlas/", clean(&address, 60)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_the_folder_of_any_page_in_it() {
        let folder = "https://maps.example/atlas/";
        for address in ["https://maps.example/atlas/", "https://maps.example/atlas/index.html?blocs=eu#map"] {
            assert_eq!(site_of(address).as_deref(), Ok(folder));
        }
        assert_eq!(site_of("http://localhost:8080").as_deref(), Ok("http://localhost:8080/"));
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for address in [
            "",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "//x.example",
            "https://x.example/\"on=1/",
            "ftp://x/",
        ] {
            assert!(site_of(address).is_err(), "{address}");
        }
    }

    #[test]
    fn frozen_it_keeps_its_edition_and_its_day_and_live_it_follows_again() {
        let day = Date::from_ymd(2026, 11, 24).unwrap();
        let live = Embed::new("https://x.example/", "?blocs=eu").unwrap();
        let frozen = live.frozen("2026-11-23 · 0badcafe", day);
        assert_eq!(frozen.view, "?blocs=eu&at=2026-11-24&edition=0badcafe");
        assert_eq!(frozen.edition().as_deref(), Some("0badcafe"));
        assert_eq!(frozen.frozen("2026-12-01 · 00c0ffee", day).edition().as_deref(), Some("00c0ffee"));
        assert_eq!(frozen.live().view, "?blocs=eu&at=2026-11-24");
    }
}
