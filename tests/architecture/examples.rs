//! The README's examples of the command line, run as they stand there: `$ entente …`, then what it answers.

use std::ffi::OsString;

use entente_atlas::Date;

use crate::tree::Tree;

/// A line that stands for the rest of the answer.
const AND_SO_ON: &str = "…";

/// A command and what the README says it answers.
struct Example {
    line: usize,
    command: String,
    answer: Vec<String>,
}

pub(crate) fn complaints(tree: &Tree) -> Vec<String> {
    let examples = examples(&tree.text("README.md").unwrap_or_default());
    if examples.is_empty() {
        return vec!["README.md: shows no `$ entente …` in a block of ```console".to_owned()];
    }
    let check = Example { line: 1, command: "entente check".to_owned(), answer: vec![AND_SO_ON.to_owned()] };
    if check.complaint(tree).is_some() {
        return vec![
            "data: the facts are not in order, so the README's examples have no answer: `entente check` tells where"
                .to_owned(),
        ];
    }
    examples.iter().filter_map(|example| example.complaint(tree)).collect()
}

impl Example {
    fn complaint(&self, tree: &Tree) -> Option<String> {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let data = tree.root().join("data");
        let arguments = words(&self.command).into_iter().map(OsString::from).chain(["--data".into(), data.into()]);
        let today: Date = "2026-01-01".parse().ok()?;
        let code = entente_cli::run(arguments, today, &mut out, &mut err);
        let (out, err) = (String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
        if code != 0 {
            return Some(format!("README.md:{}: `{}` ends with {code}: {err}", self.line, self.command));
        }
        let whole = self.answer.last().is_none_or(|last| last != AND_SO_ON);
        let said: Vec<&str> = self.answer.iter().map(String::as_str).filter(|line| *line != AND_SO_ON).collect();
        let answered: Vec<&str> = out.lines().collect();
        let right = if whole { answered == said } else { answered.starts_with(&said) };
        (!right).then(|| format!("README.md:{}: `{}` answers otherwise:\n{out}", self.line, self.command))
    }
}

fn examples(readme: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut console = false;
    for (at, line) in readme.lines().enumerate() {
        match (line.strip_prefix("```"), line.strip_prefix("$ "), examples.last_mut()) {
            (Some(kind), _, _) => console = kind == "console",
            (_, Some(command), _) if console => {
                examples.push(Example { line: at + 1, command: command.to_owned(), answer: Vec::new() });
            }
            (_, _, Some(example)) if console => example.answer.push(line.to_owned()),
            _ => {}
        }
    }
    examples
}

/// The words of a command, with quotes taken off.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in command.split(['"', '\'']).enumerate() {
        match at % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}
