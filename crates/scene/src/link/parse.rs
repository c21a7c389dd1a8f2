//! From the query string of a link to a view, and to notices about whatever was not understood.

use entente_atlas::query;
use entente_atlas::query::search::{Entity, search};
use entente_atlas::{Atlas, BlocIx, Date, Status, StatusSet};

use super::{FURTHER, LINKS, Notice, PROJECTIONS, RENAMED, THEMES, Words, pairs};
use crate::camera::ZOOM_MAX;
use crate::view::{CameraView, Centre, Panel, Selection, View};

/// A view and what of its link was ignored.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The view; whatever was not understood stays at its default.
    pub view: View,
    /// What was ignored, in the order of the link.
    pub notices: Vec<Notice>,
}

/// Reads the query string of a link, with or without its question mark. Never fails: what it cannot read it reports.
pub fn parse(query: &str, atlas: &Atlas) -> Parsed {
    let mut reading = Reading { atlas, view: View::default_for(atlas), notices: Vec::new(), chose_blocs: false };
    for (key, value) in pairs(query) {
        let key = RENAMED.iter().find(|(old, _)| *old == key).map_or(key.as_str(), |(_, new)| new);
        reading.take(key, &value);
    }
    let View { blocs, outlined, .. } = &mut reading.view;
    outlined.retain(|bloc| !blocs.contains(bloc)); // by colour or by outline, never by both
    Parsed { view: reading.view, notices: reading.notices }
}

/// Of a link with more faults than this, the rest says nothing new.
pub(super) const MOST_NOTICES: usize = 8;

struct Reading<'a> {
    atlas: &'a Atlas,
    view: View,
    notices: Vec<Notice>,
    chose_blocs: bool,
}

impl Reading<'_> {
    fn take(&mut self, key: &str, value: &str) {
        match key {
            "blocs" => {
                self.view.blocs = self.blocs(value);
                if !self.chose_blocs {
                    self.view.outlined.clear();
                    self.chose_blocs = true;
                }
            }
            "outline" => {
                self.view.outlined = self.blocs(value);
                self.chose_blocs = true;
            }
            "q" => self.expression(value),
            "at" => self.date(value),
            "select" => self.selection(value),
            "projection" => self.word(value, &PROJECTIONS, |view, kind| view.projection = kind),
            "centre" => self.centre(value),
            "camera" => self.camera(value),
            "status" => self.statuses(value),
            "links" => self.word(value, &LINKS, |view, links| view.links = links),
            "theme" => self.word(value, &THEMES, |view, theme| view.theme = theme),
            "panel" => {
                self.word(value, &[("auto", Panel::Auto), ("closed", Panel::Closed)], |view, at| view.panel = at)
            }
            "map" => self.map(value),
            _ if let Some(known) = FURTHER.iter().find(|known| **known == key) => self.further(known, value),
            _ => self.ignore(key, "no link has this part; see the parts of a link in README.md"),
        }
    }

    /// Carried as it stands: whoever reads it says what is wrong with it.
    fn further(&mut self, key: &'static str, value: &str) {
        self.view.further.retain(|(known, _)| *known != key);
        if !value.is_empty() {
            self.view.further.push((key, value.to_owned()));
        }
    }

    fn ignore(&mut self, value: &str, message: impl Into<String>) {
        // A link comes from anywhere: keep what is shown of it short, and in the order in which it is written.
        let notice = Notice { value: legible(value, 60), message: legible(&message.into(), 240) };
        if !self.has_many_faults() && !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn has_many_faults(&self) -> bool {
        self.notices.len() >= MOST_NOTICES
    }

    fn blocs(&mut self, value: &str) -> Vec<BlocIx> {
        let mut found = Vec::new();
        for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            match self.atlas.bloc_by_id(&id.to_ascii_lowercase()) {
                Some(bloc) if !found.contains(&bloc) => found.push(bloc),
                Some(_) => {}
                // Before the search, which takes its time.
                None if self.has_many_faults() => break,
                None => self.ignore(id, unknown_bloc(id, self.atlas)),
            }
        }
        found
    }

    fn expression(&mut self, value: &str) {
        match query::parse(self.atlas, value) {
            Ok(expression) => self.view.expression = Some(expression),
            Err(error) => self.ignore(value, error.to_string()),
        }
    }

    fn date(&mut self, value: &str) {
        match value.parse::<Date>() {
            Ok(date) => self.view.at = Some(date),
            Err(_) => self.ignore(value, "a date is written like 2025-01-31"),
        }
    }

    fn selection(&mut self, value: &str) {
        let found = match value.strip_prefix("agreement:") {
            Some(id) => self.atlas.agreement_by_id(id).map(Selection::Agreement),
            None => {
                let bloc = || self.atlas.bloc_by_id(&value.to_ascii_lowercase()).map(Selection::Bloc);
                let agreement = || self.atlas.agreement_by_id(value).map(Selection::Agreement);
                let country = || self.atlas.country_by_code(value).map(Selection::Country);
                // As links write them, ids are in small letters and codes in capitals: `au` is the African Union, `AU` Australia.
                let exact = self.atlas.bloc_by_id(value).map(Selection::Bloc);
                exact.or_else(country).or_else(bloc).or_else(agreement)
            }
        };
        match found {
            Some(selection) => self.view.select = Some(selection),
            None => {
                self.ignore(value, "this is neither a country's code (like SGP) nor the id of a bloc or an agreement")
            }
        }
    }

    fn word<T: Copy, const N: usize>(&mut self, value: &str, words: &Words<T, N>, set: impl FnOnce(&mut View, T)) {
        match words.iter().find(|(word, _)| *word == value) {
            Some((_, meaning)) => set(&mut self.view, *meaning),
            None => {
                let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                self.ignore(value, format!("write one of {}", known.join(", ")));
            }
        }
    }

    fn centre(&mut self, value: &str) {
        match numbers(value).as_slice() {
            [lon_deg] if lon_deg.abs() <= 180.0 => self.view.centre = Centre::Fixed { lon_deg: *lon_deg, lat_deg: 0.0 },
            [lon_deg, lat_deg] if lon_deg.abs() <= 180.0 && lat_deg.abs() <= 90.0 => {
                self.view.centre = Centre::Fixed { lon_deg: *lon_deg, lat_deg: *lat_deg };
            }
            _ => self.ignore(value, "a centre is a longitude from -180 to 180, and perhaps a latitude, like 150,10"),
        }
    }

    fn camera(&mut self, value: &str) {
        match numbers(value).as_slice() {
            [lon_deg, lat_deg, zoom] if lon_deg.abs() <= 180.0 && lat_deg.abs() <= 90.0 && *zoom > 0.0 => {
                let zoom = zoom.clamp(1.0, ZOOM_MAX);
                self.view.camera = Some(CameraView { lon_deg: *lon_deg, lat_deg: *lat_deg, zoom });
            }
            _ => self.ignore(value, "a camera is longitude, latitude and magnification, like 103.8,1.4,8"),
        }
    }

    fn statuses(&mut self, value: &str) {
        let mut chosen = StatusSet::EMPTY;
        for word in value.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            match word.parse::<Status>() {
                Ok(status) => chosen.insert(status),
                Err(_) => {
                    let known: Vec<&str> = Status::ALL.iter().map(|status| status.as_str()).collect();
                    self.ignore(word, format!("a standing is one of {}", known.join(", ")));
                }
            }
        }
        self.view.statuses = Some(chosen);
    }

    fn map(&mut self, value: &str) {
        // A file beside the page: nothing that could name another origin, or climb out of the folder. Browsers drop tabs and line
        // ends from an address and blanks from its ends, and read `%2e` as a dot.
        let is_local = value.trim() == value
            && !value.contains(|letter: char| letter.is_control() || [':', '\\', '%'].contains(&letter))
            && !value.split('/').any(|step| step.is_empty() || step == "..");
        if is_local {
            self.view.map = Some(value.into());
        } else {
            self.ignore(value, "a map is the name of a GeoJSON file on the same site, like shapes/my-world.geojson");
        }
    }
}

/// The first `most` letters of a text, without what would turn the words around it, or cannot be seen.
pub(super) fn legible(text: &str, most: usize) -> String {
    let is_unseen = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().take(most).map(|letter| if is_unseen(letter) { '\u{fffd}' } else { letter }).collect()
}

/// The numbers of a list with commas; nothing where one of them is none.
fn numbers(value: &str) -> Vec<f64> {
    let all: Option<Vec<f64>> = value.split(',').map(|part| decimal(part.trim())).collect();
    all.unwrap_or_default()
}

/// A plain decimal like -103.85. Read with integers: the general float parser weighs 10 KB in the page.
fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_plain = |text: &str| text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || digits == "." || !is_plain(whole) || !is_plain(part) {
        return None;
    }
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<u32>().ok() };
    let scale = f64::from(10_u32.checked_pow(u32::try_from(part.len()).ok()?)?);
    // One division of whole numbers, so that 5.94 is the same number as in the view that was printed.
    Some(sign * (f64::from(number(whole)?) * scale + f64::from(number(part)?)) / scale)
}

fn unknown_bloc(id: &str, atlas: &Atlas) -> String {
    let near = search(atlas, id, 8).into_iter().find_map(|hit| match hit.what {
        Entity::Bloc(bloc) => Some(bloc),
        Entity::Country(_) => None,
    });
    match near {
        Some(bloc) => format!("no bloc has this id; did you mean “{}”?", atlas.bloc(bloc).id),
        None => "no bloc has this id; search for it in the list of blocs".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_read_plainly_and_nothing_else_is() {
        for (text, number) in [("-103.85", -103.85), ("7", 7.0), (".5", 0.5), ("0.25", 0.25), ("180.", 180.0)] {
            assert_eq!(decimal(text), Some(number));
        }
        for text in ["", "-", ".", "1e5", "NaN", "inf", "1.2.3", "12345678901"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
