//! How long the links of lessons are.

use expect_test::expect_file;
use interleave_link::{Form, View, link};

use super::catalogue;

/// So many characters are enough for most: mail and chat break nothing of them.
const MEDIAN: usize = 600;

#[test]
fn links_are_short() {
    let catalogue = catalogue();
    let lengths: Vec<(String, [usize; 2])> = catalogue
        .lessons()
        .map(|lesson| {
            let length = |form| match link(&lesson.program, &View::default(), form) {
                Ok(link) => link.len(),
                Err(refusal) => panic!("{}: {refusal:?}", lesson.slug),
            };
            (lesson.slug.clone(), Form::ALL.map(length))
        })
        .collect();
    let [public, short] = [0, 1].map(|form| {
        let mut all: Vec<usize> = lengths.iter().map(|(_, lengths)| lengths[form]).collect();
        all.sort_unstable();
        (all[all.len() / 2], all[all.len() - 1])
    });
    let rows: String = lengths.iter().map(|(slug, [z, d1])| format!("| {slug} | {z} | {d1} |\n")).collect();
    let table = format!(
        "# How long links are\n\n\
         Characters behind the `#` of the links to all lessons of the catalogue, in the public form and in the short \
         one\n(FORMAT.md), without anything about how one looks at them. `UPDATE_EXPECT=1 cargo test -p \
         interleave-tests --test lessons`\nwrites this file; the test fails where it is not so, or where a median \
         is {MEDIAN} or more.\n\n\
         | lesson | `z` | `d1` |\n|---|---|---|\n\
         | **median of {}** | **{}** | **{}** |\n| **longest** | **{}** | **{}** |\n{rows}",
        lengths.len(),
        public.0,
        short.0,
        public.1,
        short.1,
    );
    assert!(public.0 < MEDIAN && short.0 < MEDIAN, "{table}");
    expect_file!["../../../crates/link/LENGTHS.md"].assert_eq(&table);
}
