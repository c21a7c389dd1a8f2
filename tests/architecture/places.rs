//! No file may lean on one machine: no path of a home or a workplace, no host of a package registry.

use crate::tree::Tree;

/// Folders that exist on one machine and not on the next. Spelled in halves, so that this file passes itself.
const FOLDERS: &[&str] =
    &[concat!("/wo", "rk"), concat!("/ro", "ot"), concat!("/t", "mp"), concat!("/ho", "me"), concat!("/Us", "ers")];

/// Hosts that the package managers choose by themselves.
const HOSTS: &[&str] = &[
    concat!("registry.npm", "js.org"),
    concat!("static.crates", ".io"),
    concat!("index.crates", ".io"),
    concat!("static.rust-", "lang.org"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("deb.deb", "ian.org"),
    concat!("proxy.gol", "ang.org"),
    concat!("artifact", "ory"),
];

pub(crate) fn complaints(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (file, text) in tree.texts(|_| true) {
        for (at, line) in text.lines().enumerate() {
            let line_number = at + 1;
            if let Some(folder) = FOLDERS.iter().find(|folder| names_folder(line, folder)) {
                complaints.push(format!("{file}:{line_number}: names {folder}, a folder of one machine: use a path from the repository's root, or mktemp"));
            }
            if let Some(host) = HOSTS.iter().find(|host| line.contains(**host)) {
                complaints.push(format!(
                    "{file}:{line_number}: names {host}: leave the registry to the package manager's own settings"
                ));
            }
        }
    }
    complaints
}

/// Whether the folder stands there as a path from the root, not as a part of an address or of a longer name.
fn names_folder(line: &str, folder: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || "_-.~%".contains(c);
    line.match_indices(folder).any(|(at, _)| {
        let (before, after) = (line.split_at(at).0, line.split_at(at + folder.len()).1);
        !before.ends_with(|c: char| in_name(c) || "/}>)*".contains(c)) && !after.starts_with(in_name)
    })
}

#[test]
fn a_folder_is_known_from_an_address() {
    let folder = "/srv";
    assert!(names_folder("cd /srv/x", folder) && names_folder("see `/srv`", folder));
    assert!(
        !names_folder("https://example.org/srv/x", folder)
            && !names_folder("/srvs", folder)
            && !names_folder("$ROOT/srv", "/sr")
    );
}
