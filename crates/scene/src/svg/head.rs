//! What stands above a picture that stands alone: the editor's title and our sentence.

use super::Printer;
use super::lines::{MARGIN_PX, cut, wrap};
use crate::said::Said;
use crate::sentence::caption;
use crate::setting::Setting;

/// Room above the map for the sentence.
const HEAD_PX: f64 = 64.0;
/// Room between two lines, as a multiple of their letters' height.
const LEADING: f64 = 1.3;
/// More of a title is left out.
const MOST_LINES: usize = 3;

/// How high the letters of the title and of the sentence are.
fn letters_px(setting: &Setting<'_>) -> (f64, f64) {
    if setting.size.width_px < 600.0 { (17.0, 13.0) } else { (24.0, 17.0) }
}

fn title(setting: &Setting<'_>, said: Said<'_>) -> Vec<String> {
    cut(wrap(said.title, setting.size, letters_px(setting).0 * 1.05), MOST_LINES)
}

fn title_px(setting: &Setting<'_>, lines: usize) -> f64 {
    letters_px(setting).0 * LEADING * lines as f64
}

/// Room above the map.
pub(super) fn height_px(setting: &Setting<'_>, said: Said<'_>) -> f64 {
    HEAD_PX + title_px(setting, title(setting, said).len())
}

impl Printer<'_> {
    pub(super) fn head(&self, out: &mut String) {
        let (title_letters_px, size_px) = letters_px(self.setting);
        let title = title(self.setting, self.options.said);
        for (at, line) in title.iter().enumerate() {
            self.bold(out, line, MARGIN_PX, title_letters_px + 6.0 + title_px(self.setting, at), title_letters_px);
        }
        let top_px = 24.0 + title_px(self.setting, title.len());
        let room = ((HEAD_PX - 12.0) / (size_px * LEADING)) as usize;
        let lines = cut(wrap(&caption(self.setting), self.setting.size, size_px), room);
        for (at, line) in lines.iter().enumerate() {
            self.line(out, line, MARGIN_PX, top_px + size_px * LEADING * at as f64, size_px);
        }
    }
}
