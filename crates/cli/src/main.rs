//! The program `entente`: hands its arguments, today's date and the terminal to the library.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use entente_atlas::Date;

fn main() -> ExitCode {
    let code = entente_cli::run(std::env::args_os(), today(), &mut stdout(), &mut stderr());
    ExitCode::from(code)
}

/// Today in Greenwich; the only clock below the browser.
#[expect(clippy::disallowed_types, reason = "the command line is where the clock is read")]
fn today() -> Date {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    Date::from_days(i32::try_from(since.as_secs() / 86_400).unwrap_or(i32::MAX))
}
