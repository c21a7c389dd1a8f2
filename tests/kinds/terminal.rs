//! Cases of the terminal: the commands of `commands.txt` (`check` if there is none), one a line, and what they print.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use libtest_mimic::Failed;

use crate::{Case, Happened, tiny};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let commands = fs::read_to_string(case.folder.join("commands.txt"));
    let commands = commands.unwrap_or_else(|_| "check\n".to_owned());
    let mut transcript = String::new();
    for command in commands.lines().filter(|line| !line.is_empty()) {
        transcript += &format!("$ entente {command}\n{}", session(&case.data, command)?);
    }
    Ok(vec![("expected.txt", transcript)])
}

/// What one command prints: the answer, then what went wrong, then the exit code if it is not 0.
pub(crate) fn session(data: &Path, command: &str) -> Result<String, Failed> {
    let mut args: Vec<OsString> = vec!["entente".into()];
    args.extend(words(command).into_iter().map(OsString::from));
    if !command.contains("--data") {
        args.extend(["--data".into(), data.into()]);
    }
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = entente_cli::run(args, tiny::today(), &mut out, &mut err);
    let mut text = String::from_utf8(out)? + &String::from_utf8(err)?;
    if code != 0 {
        text += &format!("(exit {code})\n");
    }
    Ok(text.replace(&*data.to_string_lossy(), "DATA"))
}

/// The words of a command; double quotes keep spaces together.
pub(crate) fn words(command: &str) -> Vec<String> {
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
