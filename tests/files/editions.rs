//! Editions that are kept: each once and for good, and every site is given all of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{folder, said, tiny};

/// The tiny world twice, the second time with a row that differs.
fn two_worlds(place: &Path) -> [PathBuf; 2] {
    let (first, second) = (tiny(), place.join("later"));
    copy(&first, &second);
    let bloc = second.join("blocs/reef.toml");
    let text = fs::read_to_string(&bloc).unwrap();
    let later = text.replace("2010-01-01", "2010-01-02");
    assert_ne!(text, later);
    fs::write(bloc, later).unwrap();
    [first, second]
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { fs::copy(&path, target).map(|_| ()).unwrap() }
    }
}

fn bundle(data: &Path, place: &Path, out: &str) -> Result<PathBuf, String> {
    let (archive, out) = (place.join("archive"), place.join(out));
    let words = ["bundle", "--archive", archive.to_str().unwrap(), "--out", out.to_str().unwrap()];
    said(data, &words).map(|_| out)
}

/// The names of a folder's files that begin so, in order.
fn names(folder: &Path, start: &str) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(start)).collect();
    names.sort();
    names
}

#[test]
fn a_later_site_still_has_the_facts_of_an_earlier_one() {
    let place = folder("editions");
    let [first, second] = two_worlds(&place);
    let before = bundle(&first, &place, "before").unwrap();
    let kept = names(&place.join("archive"), "");
    let after = bundle(&second, &place, "after").unwrap();
    let digest = kept.first().and_then(|name| name.strip_suffix(".json.gz")).unwrap();
    let past = after.join("editions").join(digest);
    for part in ["rows-", "texts-", "sources-"] {
        // Names say content.
        assert_eq!(names(&past, part), names(&before, part));
    }
    assert_ne!(names(&after, "rows-"), names(&before, "rows-"));
    let index = fs::read_to_string(after.join("editions/index.json")).unwrap();
    assert!(index.contains(&format!("\"{digest}\":{{\"date\":\"")) && index.contains("\"now\":\""), "{index}");
    assert!(index.contains(&format!("./editions/{digest}/rows-")), "{index}");
    assert!(!index.contains(&format!("\"now\":\"{digest}\"")), "{index}");
}

#[test]
fn what_is_kept_is_never_written_again() {
    let place = folder("editions-once");
    bundle(&tiny(), &place, "site").unwrap();
    let file = place.join("archive").join(names(&place.join("archive"), "").first().unwrap());
    let (bytes, written) = (fs::read(&file).unwrap(), fs::metadata(&file).unwrap().modified().unwrap());
    bundle(&tiny(), &place, "again").unwrap();
    assert_eq!(names(&place.join("archive"), "").len(), 1);
    assert_eq!((fs::read(&file).unwrap(), fs::metadata(&file).unwrap().modified().unwrap()), (bytes, written));
}

#[test]
fn a_file_that_is_no_edition_is_named() {
    let place = folder("editions-broken");
    bundle(&tiny(), &place, "site").unwrap();
    let archive = place.join("archive");
    let file = archive.join(names(&archive, "").first().unwrap());
    let other = archive.join("00000000.json.gz");
    fs::copy(&file, &other).unwrap();
    let says = bundle(&tiny(), &place, "site").unwrap_err();
    assert!(says.contains("00000000.json.gz is no edition") && says.contains("the edition in it is"), "{says}");
    fs::write(&other, "no packed bytes").unwrap();
    let says = bundle(&tiny(), &place, "site").unwrap_err();
    assert!(says.contains("00000000.json.gz"), "{says}");
}
