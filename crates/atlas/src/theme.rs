//! What cooperation is about.

use crate::word::words;

words! {
    /// What a bloc or agreement is about.
    Theme ("theme") {
        /// Goods, services, investment, customs, money.
        Trade = "trade",
        /// Digital trade, digital government, data, artificial intelligence.
        Digital = "digital",
        /// Peace and security: defence, mediation, missions, borders.
        Peace = "peace",
        /// Nuclear weapons, safeguards, atomic energy.
        Nuclear = "nuclear",
        /// Health.
        Health = "health",
        /// Democracy and human rights, culture, law.
        Rights = "rights",
        /// Migration, residence, refuge.
        Migration = "migration",
        /// Climate, energy, environment, farming.
        Climate = "climate",
        /// Politics at large, several of these at once.
        General = "general",
    }
}

impl Theme {
    /// What a heading says.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trade => "Trade",
            Self::Digital => "Digital",
            Self::Peace => "Peace and security",
            Self::Nuclear => "Nuclear",
            Self::Health => "Health",
            Self::Rights => "Democracy and rights",
            Self::Migration => "Migration",
            Self::Climate => "Climate",
            Self::General => "General",
        }
    }
}
