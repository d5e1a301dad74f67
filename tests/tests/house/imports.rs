//! Who may import whom. Everything flows one way (text, syntax, run, trace, views, page),
//! and Cargo keeps to that only as long as the manifests do.

use toml::{Table, Value};

use super::repository::files;
use super::rule::Rule;

/// The rooms, in the order of the flow, each with those it may import.
const ROOMS: [(&str, &[&str]); 22] = [
    ("memory", &[]),
    ("text", &[]),
    ("trace", &["text"]),
    ("core", &["trace"]),
    ("syntax", &["text"]),
    ("compiler", &["syntax", "text"]),
    ("python/library", &["compiler", "syntax"]),
    ("python", &["compiler", "core", "library", "memory", "syntax", "text", "trace"]),
    ("views", &["text", "trace"]),
    ("quiz", &["text", "views"]),
    ("edits", &["syntax", "text", "trace"]),
    ("hints", &["edits", "syntax", "text", "trace", "views"]),
    ("figure", &["python", "syntax", "text", "views"]),
    ("explore", &["python", "trace"]),
    ("lessons", &["text", "views"]),
    ("link", &["text"]),
    ("handouts", &["figure", "lessons", "python", "text", "views"]),
    ("cli", LIBRARIES),
    ("mdbook", &["figure", "memory", "python", "text", "views"]),
    ("xtask", &["library"]),
    ("web", LIBRARIES),
    ("tests", LIBRARIES),
];

const LIBRARIES: &[&str] = &[
    "core", "edits", "explore", "figure", "hints", "lessons", "link", "memory", "python", "quiz", "syntax",
    "text", "trace", "views",
];

/// Crates from outside that one kind of room keeps to itself, by the beginning of
/// their names.
const KEPT: [(&str, &[&str], &str); 7] = [
    ("ruff_", &["syntax"], "the parser can be changed only while one room knows it"),
    ("yew", &["web"], "only the page has components"),
    ("web-sys", &["web"], "only the page may touch a browser"),
    ("js-sys", &["web"], "only the page may touch JavaScript"),
    (
        "wasm-bindgen",
        &["tests", "web"],
        "only the page may touch JavaScript, and who judges the engine in it",
    ),
    ("gloo", &["web"], "only the page may touch a browser"),
    (
        "anyhow",
        &["cli", "mdbook", "xtask"],
        "a library's errors have types, so that its caller can act on them",
    ),
];

/// Packages that are no rooms: each stands in for a crate from outside, under that one's name.
const STAND_INS: [(&str, &str); 2] = [
    ("crates/syntax/unicode_names2-stub", "the parser wants the crate, and its table is a megabyte"),
    ("crates/syntax/unicode_normalization-stub", "the parser wants the crate, and its tables are 100 KB"),
];

const ONE_WAY: Rule = Rule {
    why: "Everything flows one way, from the text to the picture, and each room knows only the rooms before it. \
          Move what is needed to a room that both may import; if the flow itself has changed, change the design \
          first, then ROOMS or KEPT.",
    // A fuzz folder belongs to the room around it, and imports that room alone.
    covers: |path| {
        path.strip_suffix("/Cargo.toml")
            .is_some_and(|folder| !folder.ends_with("/fuzz") && !stands_in(folder))
    },
    find: |path, text| {
        let room = path.strip_prefix("crates/").unwrap_or(path).trim_end_matches("/Cargo.toml");
        match text.parse::<Table>() {
            Ok(manifest) => {
                forbidden(room, &manifest).into_iter().map(|what| (line_of(text, &what), what)).collect()
            }
            Err(error) => vec![(1, error.to_string())],
        }
    },
};

fn stands_in(folder: &str) -> bool {
    STAND_INS.iter().any(|(exception, _)| *exception == folder)
}

fn line_of(text: &str, what: &str) -> usize {
    let name = what.split('`').nth(1).unwrap_or_default();
    text.lines().position(|line| line.starts_with(name)).map_or(1, |index| index + 1)
}

fn forbidden(room: &str, manifest: &Table) -> Vec<String> {
    let Some((_, may)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("no room is called {room}")];
    };
    let mut found = Vec::new();
    for (name, in_tests) in dependencies(manifest) {
        if let Some(other) = name.strip_prefix("interleave-") {
            if !may.contains(&other) {
                found.push(format!("`{name}` lies outside what {room} may import: {may:?}"));
            }
        } else if !in_tests
            && let Some((_, rooms, why)) = KEPT.iter().find(|(kept, ..)| name.starts_with(kept))
            && !rooms.contains(&room)
        {
            found.push(format!("`{name}` is for {rooms:?} only: {why}"));
        }
    }
    found
}

/// Every package the manifest names, and whether only its tests and benches use it.
fn dependencies(manifest: &Table) -> Vec<(String, bool)> {
    let per_target = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = per_target.filter_map(Value::as_table).chain([manifest]);
    let mut found = Vec::new();
    for table in tables {
        for (kind, in_tests) in
            [("dependencies", false), ("build-dependencies", false), ("dev-dependencies", true)]
        {
            for (name, value) in table.get(kind).and_then(Value::as_table).into_iter().flatten() {
                let package = value.get("package").and_then(Value::as_str).unwrap_or(name);
                found.push((package.to_owned(), in_tests));
            }
        }
    }
    found
}

#[test]
fn rooms_import_only_what_comes_before_them() {
    ONE_WAY.enforce();
}

#[test]
fn every_package_is_named_after_its_room() {
    for file in files().iter().filter(|file| (ONE_WAY.covers)(&file.path)) {
        let folder = file.path.rsplit('/').nth(1).unwrap_or_default();
        let name = format!("name = \"interleave-{folder}\"");
        assert!(file.text.contains(&name), "{}: a package is named after its folder: {name}", file.path);
    }
}

#[test]
fn every_stand_in_is_there_and_needs_nothing() {
    for (folder, why) in STAND_INS {
        let path = format!("{folder}/Cargo.toml");
        let manifest = files().into_iter().find(|file| file.path == path);
        let manifest = manifest.unwrap_or_else(|| panic!("{path} is gone: strike it from STAND_INS"));
        let manifest = manifest.text.parse::<Table>().unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(dependencies(&manifest).is_empty(), "{path}: what stands in for a crate needs no other");
        assert!(!why.is_empty());
    }
}

#[test]
fn imports_against_the_flow_are_found() {
    let check = |room: &str, manifest: &str, expected: bool| {
        assert_eq!(ONE_WAY.fires(&format!("{room}/Cargo.toml"), manifest), expected, "{room}: {manifest}");
    };
    check("crates/trace", "[dependencies]\ninterleave-text.workspace = true", false);
    check("crates/trace", "[dependencies]\ninterleave-core.workspace = true", true);
    check("crates/core", "[dev-dependencies]\ninterleave-python.workspace = true", true);
    check("crates/core", "[target.'cfg(unix)'.dependencies]\nx = { package = \"interleave-views\" }", true);
    check("crates/edits", "[dependencies]\nruff_python_ast = \"0\"", true);
    check("crates/syntax", "[dependencies]\nruff_python_ast = \"0\"", false);
    check("crates/views", "[dependencies]\nyew = \"0\"", true);
    check("crates/core", "[dev-dependencies]\nanyhow = \"1\"", false);
    check("web", "[dependencies]\ninterleave-cli.workspace = true", true);
    check("crates/newcomer", "", true);
    check("crates/syntax/unicode_names2-stub", "", false);
    check("crates/syntax/another-stub", "", true);
}
