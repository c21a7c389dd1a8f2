//! Charts: what `entente render` draws with the arguments of `chart.txt`.

use std::ffi::OsString;

use libtest_mimic::Failed;

use crate::{Case, Happened, terminal, tiny};

pub(crate) fn happened(case: &Case) -> Result<Happened, Failed> {
    let picture = case.data.join("chart.svg");
    let mut args: Vec<OsString> = vec!["entente".into(), "render".into()];
    args.extend(terminal::words(case.read("chart.txt")?.trim()).into_iter().map(OsString::from));
    args.extend(["--data".into(), case.data.clone().into(), "--out".into(), picture.clone().into()]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = entente_cli::run(args, tiny::today(), &mut out, &mut err);
    let said = String::from_utf8(out)? + &String::from_utf8(err)?;
    if code != 0 || !said.is_empty() {
        return Err(format!("chart.txt: {said} (exit {code})").into());
    }
    let svg = std::fs::read_to_string(picture)?;
    roxmltree::Document::parse(&svg)?;
    Ok(vec![("expected.svg", svg)])
}
