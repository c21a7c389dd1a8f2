//! Runs every folder of `cases/<kind>/<name>/` and compares what happens with its `expected.txt`.
//!
//! A case is the tiny world of `fixtures/tiny` with the case's own TOML files laid over it, and the
//! commands of its `commands.txt` (`check` if there is none), one a line, for the program `entente`
//! on 23 November 2026. `UPDATE=1 cargo test --test cases` writes what happened as expected, to be
//! read in the diff; where `CI` is set that is refused.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use entente_atlas::Date;
use libtest_mimic::{Arguments, Failed, Trial};

/// Kinds of cases that this runner knows.
const KINDS: &[&str] = &["check", "cli", "query", "syntax"];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut trials = Vec::new();
    for kind in KINDS {
        for case in folders(&root.join("cases").join(kind)) {
            let name = format!("{kind}/{}", case.file_name().unwrap_or_default().to_string_lossy());
            let world = root.join("fixtures/tiny");
            trials.push(Trial::test(name, move || check(&world, &case)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn check(world: &Path, case: &Path) -> Result<(), Failed> {
    let happened = transcript(world, case)?;
    let path = case.join("expected.txt");
    let expected = fs::read_to_string(&path).unwrap_or_default();
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

/// What the case's commands print.
fn transcript(world: &Path, case: &Path) -> Result<String, Failed> {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let kind = case.parent().and_then(Path::file_name).unwrap_or_default();
    let data = tmp.join(kind).join(case.file_name().unwrap_or_default());
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    lay(world, &data)?;
    lay(case, &data)?;
    let commands = fs::read_to_string(case.join("commands.txt"));
    let commands = commands.unwrap_or_else(|_| "check\n".to_owned());
    let mut transcript = String::new();
    for command in commands.lines().filter(|line| !line.is_empty()) {
        transcript += &format!("$ entente {command}\n{}", session(&data, command)?);
    }
    Ok(transcript)
}

/// What one command prints: the answer, then what went wrong, then the exit code if it is not 0.
fn session(data: &Path, command: &str) -> Result<String, Failed> {
    let mut args: Vec<OsString> = vec!["entente".into()];
    args.extend(words(command).into_iter().map(OsString::from));
    if !command.contains("--data") {
        args.extend(["--data".into(), data.into()]);
    }
    let today = Date::from_ymd(2026, 11, 23).ok_or("no such day")?;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = entente_cli::run(args, today, &mut out, &mut err);
    let mut text = String::from_utf8(out)? + &String::from_utf8(err)?;
    if code != 0 {
        text += &format!("(exit {code})\n");
    }
    Ok(text.replace(&*data.to_string_lossy(), "DATA"))
}

/// The words of a command; double quotes keep spaces together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in command.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Copies a folder's TOML files over another's.
fn lay(from: &Path, to: &Path) -> Result<(), Failed> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            lay(&path, &target)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
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
