//! Names of one thing: the English one, those in other languages, and what else people call it.

/// The names of a country or bloc.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The common English name.
    pub english: String,
    /// Names by language tag (`fr`, `pt`), in the order of the tags.
    pub translated: Vec<(String, String)>,
    /// Acronyms by language tag, where they are others than the English one.
    pub shorts: Vec<(String, String)>,
    /// Further names and acronyms that people search by.
    pub aliases: Vec<String>,
}

impl Names {
    /// The name in that language, in English where there is none.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        self.translated.iter().find(|(known, _)| known == tag).map_or(self.english.as_str(), |(_, name)| name.as_str())
    }

    /// Every name: English first, then the translations with their acronyms, then the aliases.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let translated = self.translated.iter().chain(&self.shorts).map(|(_, name)| name.as_str());
        std::iter::once(self.english.as_str()).chain(translated).chain(self.aliases.iter().map(String::as_str))
    }

    pub(crate) const fn none() -> Self {
        Self { english: String::new(), translated: Vec::new(), shorts: Vec::new(), aliases: Vec::new() }
    }
}
