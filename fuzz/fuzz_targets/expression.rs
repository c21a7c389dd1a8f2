//! Any text is a question or an error that points into it; a question is written and read again as the same, and has an answer in words.
#![no_main]

#[path = "../facts/mod.rs"]
mod facts;

use entente_atlas::Date;
use entente_atlas::query::sentence::sentence;
use entente_atlas::query::{Context, eval, parse};
use facts::ATLAS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match parse(&ATLAS, text) {
    Ok(expression) => {
        let written = expression.written(&ATLAS).to_string();
        assert_eq!(parse(&ATLAS, &written).as_ref(), Ok(&expression), "{written}");
        let context = Context::members_at(Date::from_ymd(2000, 1, 1).expect("a day"));
        let countries = eval(&ATLAS, &expression, context);
        assert!(sentence(&ATLAS, &expression, context, countries).ends_with('.'));
    }
    Err(error) => {
        assert!(text.is_char_boundary(error.at));
        assert!(error.render(text).contains('^'));
    }
});
