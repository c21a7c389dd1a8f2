//! What `entente bundle` makes for links that are pasted elsewhere: cards as PNG, and oEmbed beside each page.

use std::fs;
use std::path::Path;

use entente_atlas::{Atlas, Date};
use entente_geo::Topology;
use entente_scene::camera::Size;
use entente_scene::said::Said;
use entente_scene::style::LIGHT;
use entente_scene::svg::{Colours, Options};
use entente_scene::view::View;

use super::render::save;
use crate::folder::digest;
use crate::png::Painter;
use crate::story::Teller;
use crate::unfurl::{self, MAP_PX, Site, Unfurl};
use crate::{Error, picture};

const TITLE: &str = "Entente: who cooperates with whom";
const LEAD: &str = "A world map of regional blocs and their agreements: who belongs, since when, and who says so.";

/// The card and the oEmbed of the site itself; gives back the tags for its page's head.
pub(super) fn of_site(
    (atlas, today): (&Atlas, Date),
    (shapes, view): (&Topology, &View),
    (site, painter): (&Site, &Painter),
    out: &Path,
) -> Result<String, Error> {
    let options = Options { colours: Colours::Fixed(&LIGHT), words: false, labels: false, said: Said::default() };
    let picture = picture::draw(atlas, shapes, view, today, Size::new(MAP_PX.0, MAP_PX.1), options);
    let card = kept(out, "card", &painter.png(&unfurl::card(&picture.svg, "Who cooperates with whom", LEAD), 1)?)?;
    let unfurl = Unfurl {
        site,
        kind: "website",
        title: TITLE,
        lead: LEAD,
        page: "",
        card: Some((&card, &picture.scene.sentence)),
        oembed: "oembed.json",
    };
    save(&out.join("oembed.json"), unfurl.oembed("embed.html", 560).as_bytes())?;
    Ok(unfurl.tags("./"))
}

/// The stories with their cards and their oEmbed, in a folder of their own.
pub(super) fn of_stories(teller: &Teller<'_>, painter: &Painter, folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|error| Error::Save { path: folder.into(), error })?;
    let mut cards = Vec::new();
    for (id, card) in teller.card_pictures() {
        let file = kept(folder, &id, &painter.png(&card, 1)?)?;
        cards.push((id, file));
    }
    let teller = Teller { cards: &cards, ..*teller };
    for (name, text) in teller.pages().into_iter().chain(teller.oembeds()) {
        save(&folder.join(name), text.as_bytes())?;
    }
    Ok(())
}

/// Writes a card under a name that says its content; gives back the name.
fn kept(folder: &Path, name: &str, bytes: &[u8]) -> Result<String, Error> {
    let name = format!("{name}-{:016x}.png", digest(bytes));
    save(&folder.join(&name), bytes)?;
    Ok(name)
}
