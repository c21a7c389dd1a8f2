//! Runs every folder of `cases/<kind>/<name>/` and compares what happens with the files that say what should.
//!
//! A case is the tiny world of `fixtures/tiny` with the case's own files laid over it, on 23 November 2026; `kinds/` says what each
//! kind does with it. `UPDATE=1 cargo test --test cases` writes what happened as expected, to be read in the diff, and pictures to be
//! looked at; where `CI` is set that is refused.

#[path = "kinds/chart.rs"]
mod chart;
#[path = "kinds/files.rs"]
mod files;
#[path = "kinds/link.rs"]
mod link;
#[path = "kinds/page.rs"]
mod page;
#[path = "kinds/picture.rs"]
mod picture;
#[path = "kinds/press.rs"]
mod press;
#[path = "kinds/story.rs"]
mod story;
#[path = "kinds/terminal.rs"]
mod terminal;
#[path = "kinds/tiny.rs"]
mod tiny;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

/// A case as it is run: its own folder, and the facts and shapes that it lays over the tiny world.
struct Case {
    folder: PathBuf,
    data: PathBuf,
}

/// What happened, as the text of each file of the case that says what should.
type Happened = Vec<(&'static str, String)>;

/// How a kind of cases is run.
type Run = fn(&Case) -> Result<Happened, Failed>;

/// Kinds of cases that this runner knows.
const KINDS: &[(&str, Run)] = &[
    ("chart", chart::happened),
    ("check", terminal::happened),
    ("cli", terminal::happened),
    ("files", files::happened),
    ("link", link::happened),
    ("page", page::happened),
    ("picture", picture::happened),
    ("press", press::happened),
    ("query", terminal::happened),
    ("story", story::happened),
    ("syntax", terminal::happened),
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut trials = Vec::new();
    for (kind, happened) in KINDS {
        for folder in folders(&root.join("cases").join(kind)) {
            let name = format!("{kind}/{}", folder.file_name().unwrap_or_default().to_string_lossy());
            trials.push(Trial::test(name.clone(), move || {
                let case = Case::laid(folder, &name)?;
                let all = happened(&case)?;
                all.into_iter().try_for_each(|(file, text)| check(&case.folder.join(file), &text))
            }));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Compares a file with what happened, or takes what happened as expected from now on.
fn check(path: &Path, happened: &str) -> Result<(), Failed> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if happened == expected {
        return Ok(());
    }
    if std::env::var_os("UPDATE").is_some() {
        if std::env::var_os("CI").is_some() {
            return Err("UPDATE is refused where CI is set: update by hand and commit".into());
        }
        return Ok(fs::write(path, happened)?);
    }
    Err(format!("{} differs (UPDATE=1 accepts it)\n--- expected\n{expected}--- happened\n{happened}", path.display())
        .into())
}

impl Case {
    /// The tiny world with the case's own files over it.
    fn laid(folder: PathBuf, name: &str) -> Result<Self, Failed> {
        let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        lay(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/tiny"), &data)?;
        lay(&folder, &data)?;
        Ok(Self { folder, data })
    }

    /// The text of one of the case's files.
    fn read(&self, file: &str) -> Result<String, Failed> {
        let path = self.folder.join(file);
        fs::read_to_string(&path).map_err(|error| format!("{error}: {}", path.display()).into())
    }
}

/// Copies a folder's facts and shapes over another's.
fn lay(from: &Path, to: &Path) -> Result<(), Failed> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            lay(&path, &target)?;
        } else if path.extension().is_some_and(|ending| ending == "toml" || ending == "geojson") {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}
