//! A picture as a table that stands alone: for other people's pages, without a link, an id or a class of ours.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::status_at;
use entente_atlas::query::search::folded;
use entente_atlas::query::{Context, eval};
use entente_atlas::{BlocIx, CountryIx, Status};

use super::node::{Node, element};
use crate::build::links;
use crate::legend::BORDER_POLICY;
use crate::said::Said;
use crate::sentence::{caption, title};
use crate::setting::Setting;
use crate::supposed::supposed;

/// What a picture says as a table, the agreements it draws as a list, and where it all comes from.
pub fn plain(setting: &Setting<'_>, said: Said<'_>) -> Vec<Node> {
    let mut nodes = vec![table(setting, said)];
    let drawn = links::shown(setting);
    if !drawn.is_empty() {
        nodes.push(element("p").text("Agreements drawn:"));
        let names = drawn.iter().map(|(agreement, _)| element("li").text(agreement.name.as_str()));
        nodes.push(element("ul").children(names));
    }
    let edition = format!("Source: Entente, facts of {}. {BORDER_POLICY}", setting.atlas.version());
    let supposed = supposed(setting.view, setting.atlas).unwrap_or_default();
    let words = [&supposed, said.note, &edition, said.credit];
    nodes.extend(words.iter().filter(|words| !words.is_empty()).map(|words| element("p").text(*words)));
    nodes
}

fn table(setting: &Setting<'_>, said: Said<'_>) -> Node {
    let name = if said.title.is_empty() { title(setting) } else { said.title.to_owned() };
    let blocs = blocs(setting);
    let sentence = caption(setting);
    let head = element("caption").child(element("strong").text(name)).child(element("br")).text(sentence);
    if blocs.is_empty() {
        return element("table").child(head);
    }
    let column = |words: &str| element("th").with("scope", "col").text(words);
    let columns = blocs.iter().map(|bloc| column(&setting.atlas.bloc(*bloc).short));
    let columns = element("tr").child(column("Country")).children(columns);
    let rows = countries(setting, &blocs).into_iter().map(|country| row(setting, country, &blocs));
    element("table").child(head).child(element("thead").child(columns)).child(element("tbody").children(rows))
}

/// The blocs that the picture is about: shown, outlined, asked of.
fn blocs(setting: &Setting<'_>) -> Vec<BlocIx> {
    let asked = setting.view.expression.iter().flat_map(|expression| expression.blocs());
    let mut blocs = Vec::new();
    for bloc in setting.view.blocs.iter().chain(&setting.view.outlined).copied().chain(asked) {
        if !blocs.contains(&bloc) {
            blocs.push(bloc);
        }
    }
    blocs
}

/// Those that the picture marks: who answers its question, or who has a standing that it shows.
fn countries(setting: &Setting<'_>, blocs: &[BlocIx]) -> Vec<CountryIx> {
    let Setting { atlas, view, .. } = *setting;
    let date = setting.date();
    let mut countries: Vec<CountryIx> = match &view.expression {
        Some(expression) => eval(atlas, expression, Context::members_at(date)).iter().collect(),
        None => {
            let rows = blocs.iter().flat_map(|bloc| atlas.memberships_of_bloc(*bloc));
            let is_shown = |status| matches!(status, Status::Member | Status::Suspended) || view.shows(status);
            rows.filter(|row| row.span.contains(date) && is_shown(row.status)).map(|row| row.country).collect()
        }
    };
    countries.order_by_key(|country| (folded(atlas.country(*country).name()), *country));
    countries.dedup();
    countries
}

fn row(setting: &Setting<'_>, country: CountryIx, blocs: &[BlocIx]) -> Node {
    let Setting { atlas, .. } = *setting;
    let date = setting.date();
    let cell = |bloc: &BlocIx| {
        let Some(status) = status_at(atlas, country, *bloc, date) else { return element("td").text("–") };
        let mut spells = atlas.memberships_between(country, *bloc);
        let since = spells.find(|row| row.status == status && row.span.contains(date));
        let since = since.map(|row| format!(" since {}", row.span.from)).unwrap_or_default();
        element("td").text(format!("{}{since}", status.noun(false)))
    };
    let name = element("th").with("scope", "row").text(atlas.country(country).name());
    element("tr").child(name).children(blocs.iter().map(cell))
}
