//! The shape of a source: short, introduced by a header, under a name that says
//! something.

use super::repository::{files, generated, has_extension};
use super::rule::{Breach, Rule};

/// Lines in a source.
const LONGEST: usize = 700;

/// Lines in a header.
const LONGEST_HEADER: usize = 10;

/// Sources that are longer, with their lines today. The list and its numbers only shrink.
const TOO_LONG: [(&str, usize); 0] = [];

const SHORT: Rule = Rule {
    why: "A source longer than 700 lines is about more than one thing. Find the second thing and move it out; \
          where TOO_LONG lists the file, write its new, smaller number there.",
    covers: |path| has_extension(path, &["css", "js", "py", "rs"]) && !generated(path),
    find: |path, text| too_long(&TOO_LONG, path, text.lines().count()),
};

fn too_long(listed: &[(&str, usize)], path: &str, lines: usize) -> Vec<Breach> {
    let allowed = listed.iter().find(|(file, _)| *file == path).map(|(_, lines)| *lines);
    let what = match allowed {
        None if lines > LONGEST => format!("it has {lines} lines"),
        Some(_) if lines <= LONGEST => format!("it has {lines} lines: strike it from TOO_LONG"),
        Some(allowed) if lines > allowed => format!("it has grown from {allowed} to {lines} lines"),
        Some(allowed) if lines < allowed => format!("it has {lines} lines: write that into TOO_LONG"),
        _ => return Vec::new(),
    };
    vec![(lines, what)]
}

const INTRODUCED: Rule = Rule {
    why: "A reader should know from the first lines what lives in a file and what doesn't. Begin it with \
          at most 10 lines of //! that say so; what needs more is for the items themselves or for the docs.",
    covers: |path| has_extension(path, &["rs"]),
    find: |_, text| {
        let header = text.lines().take_while(|line| line.starts_with("//!")).count();
        match header {
            0 => vec![(1, "it has no header".into())],
            lines if lines > LONGEST_HEADER => vec![(lines, format!("its header has {lines} lines"))],
            _ => Vec::new(),
        }
    },
};

const NAMED: Rule = Rule {
    why: "Anything fits under such a name, so everything ends up there. Name the file after its one subject.",
    covers: |path| has_extension(path, &["css", "js", "py", "rs"]),
    find: |path, _| {
        const EMPTY_NAMES: [&str; 8] =
            ["common", "helper", "helpers", "misc", "shared", "stuff", "util", "utils"];
        let parts = path.split('/').map(|part| part.split('.').next().unwrap_or(part));
        parts
            .filter(|part| EMPTY_NAMES.contains(part))
            .map(|part| (1, format!("`{part}` says nothing")))
            .collect()
    },
};

#[test]
fn sources_are_short() {
    SHORT.enforce();
}

#[test]
fn long_sources_are_still_there() {
    let files = files();
    for (path, _) in TOO_LONG {
        assert!(files.iter().any(|file| file.path == path), "{path} is gone: strike it from TOO_LONG");
    }
}

#[test]
fn sources_are_introduced() {
    INTRODUCED.enforce();
}

#[test]
fn names_say_something() {
    NAMED.enforce();
}

#[test]
fn length_is_a_ratchet() {
    let listed = [("vm.rs", 900)];
    let check = |path, lines, found: bool| {
        assert_eq!(!too_long(&listed, path, lines).is_empty(), found, "{path} {lines}")
    };
    check("new.rs", 700, false);
    check("new.rs", 701, true);
    check("vm.rs", 900, false);
    check("vm.rs", 901, true);
    check("vm.rs", 899, true);
    check("vm.rs", 600, true);
}

#[test]
fn missing_and_long_headers_are_found() {
    assert!(INTRODUCED.fires("a.rs", "use std::fmt;\n"));
    assert!(INTRODUCED.fires("a.rs", &"//! and\n".repeat(11)));
    assert!(!INTRODUCED.fires("a.rs", "//! One thing.\n\nuse std::fmt;\n"));
}

#[test]
fn empty_names_are_found() {
    assert!(NAMED.fires("crates/text/src/utils.rs", ""));
    assert!(NAMED.fires("crates/core/src/common/mod.rs", ""));
    assert!(!NAMED.fires("crates/text/src/span.rs", ""));
}
