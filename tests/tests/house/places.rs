//! Names of places that hold on one machine or in one network only.

use super::repository::has_extension;
use super::rule::{Rule, lines_with};

/// Spelt in halves, so that this file has none of them.
const REGISTRIES: [&str; 8] = [
    concat!("artif", "actory"),
    concat!("crates", ".io"),
    concat!("jsdelivr", ".net"),
    concat!("npmjs", ".com"),
    concat!("npmjs", ".org"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("unpkg", ".com"),
];

const NO_REGISTRY: Rule = Rule {
    why: "Where packages come from is for each machine to say, by its own settings of cargo, npm and pip. \
          Name the package and its version; keep lock files free of addresses (npm: omit-lockfile-registry-resolved).",
    // Cargo writes the name of its default registry into its lock file, whatever is used.
    covers: |path| !path.ends_with("Cargo.lock"),
    find: |_, text| lines_with(text, &REGISTRIES),
};

/// The home folder on the ideal machine, whose files live in memory. Of no other home may a program hear.
const IDEAL_HOME: &str = concat!("/ho", "me/user");

const NO_MACHINE: Rule = Rule {
    why: "A path of one machine means nothing on another. Say it from the workspace's root, \
          or let the environment name it.",
    covers: |path| !has_extension(path, &["lock"]),
    find: |path, text| {
        let is_ideal = path.starts_with("crates/python/") || path.starts_with("tests/cases/");
        let text = if is_ideal { text.replace(IDEAL_HOME, "") } else { text.to_owned() };
        lines_with(&text, &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")])
    },
};

#[test]
fn no_file_names_a_registry() {
    NO_REGISTRY.enforce();
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    NO_MACHINE.enforce();
}

#[test]
fn registries_are_found() {
    for host in REGISTRIES {
        assert!(
            NO_REGISTRY.fires("web/package-lock.json", &format!("\"resolved\": \"https://{host}/x\"")),
            "{host}"
        );
    }
    assert!(!NO_REGISTRY.fires("README.md", "the crates in crates/"));
}

#[test]
fn places_on_one_machine_are_found() {
    assert!(NO_MACHINE.fires("README.md", &format!("cd {}main", concat!("/wo", "rk/"))));
    assert!(!NO_MACHINE.fires("README.md", "the network/ folder"));
    let home = format!("HOME = '{IDEAL_HOME}'");
    assert!(!NO_MACHINE.fires("crates/python/library/os.py", &home));
    assert!(NO_MACHINE.fires("crates/xtask/src/page.rs", &home));
    assert!(NO_MACHINE.fires("crates/python/library/os.py", concat!("/ho", "me/ada")));
}
