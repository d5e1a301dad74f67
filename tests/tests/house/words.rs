//! Words that must not be in a source: promises instead of work, switched-off checks,
//! and `unsafe`.

use super::repository::{File, files, generated, has_extension};
use super::rule::{Breach, Rule, lines_with};

/// Where these words stand because they are forbidden.
fn names_the_rules(path: &str) -> bool {
    path.starts_with("tests/tests/house/")
}

const UNFINISHED: Rule = Rule {
    why: "Unfinished work hides in a source where nobody looks for it. Finish it, cut it out, \
          or write an issue; a test that can't pass yet is not added yet.",
    covers: |path| {
        has_extension(path, &["css", "html", "js", "md", "py", "rs", "toml"])
            && !generated(path)
            && !names_the_rules(path)
            // What a case says is what it prints.
            && !path.starts_with("tests/cases/")
    },
    find: |_, text| {
        lines_with(
            text,
            &["TODO", "FIXME", "XXX", "todo!", "unimplemented!", "dbg!", "#[ignore", "allow(dead_code)"],
        )
    },
};

/// The modules that may say `unsafe`, and why each must.
const MAY_BE_UNSAFE: [(&str, &str); 7] = [
    (
        "crates/memory/src/ground.rs",
        "blocks are parts of one piece of memory, which no safe type can hand out",
    ),
    ("crates/memory/src/lib.rs", "who counts allocations is an allocator, whose trait has no safe form"),
    ("tests/src/bin/engine.rs", "the code that #[wasm_bindgen] makes of an export has it"),
    ("web/src/bin/page.rs", "the code that #[wasm_bindgen] makes of an export has it"),
    ("web/src/bin/worker.rs", "the code that #[wasm_bindgen] makes of an export has it"),
    ("web/src/editor.rs", "the code that #[wasm_bindgen] makes of an import has it"),
    ("web/src/parts.rs", "the code that #[wasm_bindgen] makes of an import has it"),
];

const UNSAFE: Rule = Rule {
    why: "This program runs what strangers send, so no line of it may break what Rust promises. \
          Say it without `unsafe`; if a macro writes it, keep that macro in one small module, \
          explain it in the module's header, and add the module to MAY_BE_UNSAFE.",
    covers: |path| has_extension(path, &["rs"]) && !names_the_rules(path),
    find: |path, text| {
        if MAY_BE_UNSAFE.iter().any(|(exception, _)| *exception == path) {
            Vec::new()
        } else {
            unsafe_lines(text)
        }
    },
};

fn unsafe_lines(text: &str) -> Vec<Breach> {
    let mut found = lines_with(text, &["unsafe", "allow(unsafe_code", "expect(unsafe_code"]);
    found.retain(|(_, line)| !line.starts_with("//"));
    found
}

#[test]
fn nothing_is_left_unfinished() {
    UNFINISHED.enforce();
}

#[test]
fn no_code_is_unsafe() {
    UNSAFE.enforce();
}

#[test]
fn every_exception_for_unsafe_is_needed_and_explained() {
    let files = files();
    for (path, why) in MAY_BE_UNSAFE {
        let needed = |file: &File| file.path == path && !unsafe_lines(&file.text).is_empty();
        assert!(files.iter().any(needed), "{path} needs no exception: strike it from MAY_BE_UNSAFE");
        assert!(!why.is_empty());
    }
}

#[test]
fn unfinished_work_is_found() {
    for line in
        ["// TODO: later", "todo!()", "    dbg!(x);", "#[ignore = \"slow\"]", "#![allow(dead_code)]", "# XXX"]
    {
        assert!(UNFINISHED.fires("crates/text/src/lib.rs", line), "{line}");
    }
    assert!(!UNFINISHED.fires("crates/text/src/lib.rs", "fn todo_list() {}"));
    assert!(!UNFINISHED.fires("web/vendor/editor/editor.min.js", "TODO"));
}

#[test]
fn unsafe_is_found() {
    for line in ["    unsafe { f() }", "pub unsafe fn f()", "#![expect(unsafe_code, reason = \"\")]"] {
        assert!(UNSAFE.fires("crates/text/src/lib.rs", line), "{line}");
        assert!(!UNSAFE.fires("web/src/editor.rs", line), "{line}");
    }
    assert!(!UNSAFE.fires("crates/text/src/lib.rs", "//! Nothing here is unsafe.\nfn unsafe_to_eat() {}"));
}
