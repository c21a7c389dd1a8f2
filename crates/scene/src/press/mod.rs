//! What leaves the page: an embed's settings, the code to copy, citations, and the answer as files; pure text, all of it escaped.

mod alternative;
mod asked;
mod cite;
mod csv;
mod drawn;
mod embed;
mod json;
mod list;
mod settings;
mod shapes;
mod sheet;
mod snippet;

pub use crate::supposed::supposed;
pub use alternative::{alternative, file_name};
pub use asked::asked;
pub use cite::Citation;
pub use drawn::drawn;
pub use embed::{Embed, Part, Shape, site_of};
pub use list::List;
pub use settings::{Read, read};
pub use shapes::geojson;
pub use sheet::{Sheet, sheet};
pub use snippet::{Form, Picture, SANDBOX, Still, snippet};
