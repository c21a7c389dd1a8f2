//! Commands on the tiny world, and folders for what they leave behind.

use std::fs;
use std::path::{Path, PathBuf};

use entente_atlas::Date;

/// The tiny world.
pub(crate) fn tiny() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/tiny")
}

/// What a command prints on the tiny world, after it ended well.
pub(crate) fn entente(arguments: &[&str]) -> String {
    said(&tiny(), arguments).unwrap()
}

/// What a command prints on some facts, or what it says went wrong.
pub(crate) fn said(data: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut words = vec!["entente".into(), "--data".into(), data.as_os_str().to_owned()];
    words.extend(arguments.iter().map(Into::into));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = entente_cli::run(words, Date::from_ymd(2026, 11, 23).unwrap(), &mut out, &mut err);
    if code == 0 { Ok(String::from_utf8(out).unwrap()) } else { Err(String::from_utf8(err).unwrap()) }
}

/// An empty folder for a test's files.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    fs::create_dir_all(&path).unwrap();
    path
}
