//! The engine's crates can't read a clock, a file, a thread or a random seed: clippy
//! forbids it by a list, and here it is made sure that the list governs them.
//!
//! Clippy takes the first `clippy.toml` it meets on the way up from a package's folder,
//! so one list in `crates` governs every crate there that has none of its own.

use super::repository::{files, root};

/// The crates that meet a machine: a terminal, a file, a process.
const MEET_A_MACHINE: [&str; 3] = ["cli", "mdbook", "xtask"];

/// What makes two runs of one program differ. The list may forbid more.
const FORBIDDEN: [&str; 12] = [
    "std::time::Instant",
    "std::time::SystemTime",
    "std::thread::spawn",
    "std::thread::sleep",
    "std::fs::File",
    "std::fs::read",
    "std::fs::write",
    "std::env::var",
    "std::process::Command",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::hash::RandomState",
];

fn has_own_list(paths: &[&str], room: &str) -> bool {
    ["clippy.toml", ".clippy.toml"]
        .iter()
        .any(|name| paths.contains(&format!("crates/{room}/{name}").as_str()))
}

/// The rooms that should have a list of their own and have none, or the reverse.
fn misgoverned(paths: &[&str]) -> Vec<String> {
    let mut rooms: Vec<_> = paths
        .iter()
        .filter_map(|path| path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml"))
        .filter(|room| has_own_list(paths, room) != MEET_A_MACHINE.contains(room))
        .map(str::to_owned)
        .collect();
    rooms.sort();
    rooms
}

#[test]
fn the_list_governs_exactly_the_engine() {
    let files = files();
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    let rooms = misgoverned(&paths);
    assert!(
        rooms.is_empty(),
        "a run must depend on its program alone, so crates/clippy.toml governs every crate but {MEET_A_MACHINE:?}, \
         which have a clippy.toml of their own; that is not so for {rooms:?}"
    );
}

#[test]
fn the_list_forbids_what_makes_runs_differ() {
    let path = root().join("crates/clippy.toml");
    let list = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for name in FORBIDDEN {
        assert!(
            list.contains(&format!("path = \"{name}\"")),
            "crates/clippy.toml must forbid {name}: with it, two runs of one program could differ"
        );
    }
}

#[test]
fn a_crate_that_escapes_the_list_is_found() {
    let paths = [
        "crates/core/Cargo.toml",
        "crates/core/clippy.toml",
        "crates/cli/Cargo.toml",
        "crates/text/Cargo.toml",
    ];
    assert_eq!(misgoverned(&paths), ["cli", "core"]);
}
