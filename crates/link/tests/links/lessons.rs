//! How long the links of lessons are.

use std::fs;
use std::path::Path;

use expect_test::expect;
use interleave_link::{Form, View, link};

/// What the conformance cases call tutorials: programs as lessons have them, most of them with Chinese words. None of
/// them had a part in making the dictionary.
pub(crate) fn programs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/tutorials");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = files.map(|file| file.expect("the folder can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a program is text")).collect()
}

#[test]
fn links_of_lessons_are_short() {
    let lengths = Form::ALL.map(|form| {
        let mut lengths: Vec<usize> = programs()
            .iter()
            .map(|program| link(program, &View::default(), form).expect("lessons are short").len())
            .collect();
        lengths.sort_unstable();
        (form.word(), lengths[lengths.len() / 2], lengths[lengths.len() - 1])
    });
    // Characters of the median, and of the longest.
    expect![[r#"
        [
            (
                "z",
                420,
                628,
            ),
            (
                "d1",
                309,
                527,
            ),
        ]
    "#]]
    .assert_debug_eq(&lengths);
    assert!(lengths.iter().all(|(_, median, _)| *median < 600), "{lengths:?}");
}
