//! Cases of files: the commands of `commands.txt`, with `OUT` for a folder, what they print, and every file that they leave there.

use std::fs;
use std::path::Path;

use libtest_mimic::Failed;

use crate::{Case, Happened, terminal};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let out = case.data.join("out");
    fs::create_dir_all(&out)?;
    let place = out.to_string_lossy().into_owned();
    let mut text = String::new();
    for command in case.read("commands.txt")?.lines().filter(|line| !line.is_empty()) {
        let printed = terminal::session(
            &case.data,
            &command.replace("OUT", &place).replace("CASE", &case.folder.to_string_lossy()),
        )?;
        text += &format!("$ entente {command}\n{}", printed.replace("DATA/out", "OUT"));
    }
    for (name, bytes) in files(&out, "")? {
        text += &format!("--- {name}{}", shown(&bytes));
    }
    Ok(vec![("expected.txt", undated(&text))])
}

/// The files of a folder and of those in it, by path.
fn files(folder: &Path, before: &str) -> Result<Vec<(String, Vec<u8>)>, Failed> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{before}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            found.extend(files(&path, &format!("{name}/"))?);
        } else {
            found.push((name, fs::read(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

/// Text an element a line; of a picture its size; of anything else that it is there.
fn shown(bytes: &[u8]) -> String {
    let side = |at: usize| bytes.get(at..at + 4).and_then(|side| side.try_into().ok()).map_or(0, u32::from_be_bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => format!("\n{}", text.replace("><", ">\n<")),
        Err(_) if bytes.starts_with(b"\x89PNG") => format!(": PNG {}x{}\n", side(16), side(20)),
        Err(_) => ": bytes\n".into(),
    }
}

/// The edition's digest would change every golden with every fact.
fn undated(text: &str) -> String {
    [" · ", "edition="].iter().fold(text.to_owned(), |text, before| {
        let mut pieces = text.split(before);
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |out, piece| {
            let is_digest = piece.get(..8).is_some_and(|word| word.chars().all(|letter| letter.is_ascii_hexdigit()));
            let piece = if is_digest { format!("0badcafe{}", &piece[8..]) } else { piece.to_owned() };
            out + before + &piece
        })
    })
}
