//! Whole pages that the terminal writes: their style is let in by its digest, and nothing else may be loaded.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use entente_scene::page::Node;
use entente_scene::page::node::escape;
use sha2::{Digest as _, Sha256};

/// A table for people, in their light or dark.
const TABLE_STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:1rem auto;max-width:60rem;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}\
table{border-collapse:collapse;display:block;overflow-x:auto}\
caption{text-align:start;padding-bottom:.75rem}\
th,td{text-align:start;vertical-align:top;padding:.25rem 1.5rem .25rem 0;border-bottom:1px solid #8884;font-weight:400}\
thead th{font-weight:600}\
p{font-size:.875rem}";

/// A page with a table and nothing but it.
pub(crate) fn table_page(title: &str, nodes: &[Node]) -> String {
    let body: String = nodes.iter().map(Node::html).collect();
    let policy = format!("default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'", source(TABLE_STYLE));
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title><style>{TABLE_STYLE}</style></head><body>{body}</body></html>\n",
        escaped(title)
    )
}

/// The digest by which a policy lets in a style or a script that stands in the page.
pub(crate) fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Words as they may stand in HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}
