//! Any text is the fragment of an embed: what is understood of it is printed and read again as the same, and becomes no markup.
#![no_main]

use entente_scene::press::{Embed, Form, Picture, Still, read, snippet};
use libfuzzer_sys::fuzz_target;

const SITE: &str = "https://maps.example/";

fuzz_target!(|text: &str| {
    let (view, fragment) = text.split_once('#').unwrap_or(("", text));
    let Ok(embed) = Embed::new(SITE, view) else { return };
    let first = read(fragment, embed);
    assert!(first.notices.len() <= 8);
    let again = first.embed.again();
    let (address, fragment) = again.split_once('#').unwrap_or((&again, ""));
    let Ok(embed) = Embed::new(SITE, address.strip_prefix(SITE).unwrap_or_default()) else { return };
    let second = read(fragment, embed);
    assert!(second.notices.is_empty(), "{again}: {:?}", second.notices);
    assert_eq!(second.embed, first.embed);
    let still = Still { picture: Picture::None, table: &[], title: "T", alt: "A" };
    for form in Form::ALL {
        let code = snippet(&first.embed, form, still);
        assert_eq!(code.matches("<script").count(), usize::from(form == Form::Tag), "{code}");
    }
});
