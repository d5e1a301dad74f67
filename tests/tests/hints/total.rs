//! Any text has an answer: programs cut off anywhere, lines that end otherwise, and runs of another text.

use std::fs;

use interleave_hints::hints;
use interleave_python::{Options, run};
use interleave_views::Story;

use super::{files, workspace};

#[test]
fn any_text_and_any_story_have_an_answer() {
    let folder = workspace().join("tests/tests/hints/programs");
    let mut others: Option<Story> = None;
    for path in files(&folder, "py").expect("the programs are there") {
        let source = fs::read_to_string(&path).expect("a program can be read");
        let windows = source.replace('\n', "\r\n");
        for text in [&source, &windows] {
            for (end, _) in text.match_indices('\n') {
                // Whether it is a program is not the question.
                let _ = hints(text.get(..end).unwrap_or_default(), others.as_ref());
            }
            let trace = run(text, &Options { record: true, ..Options::default() }).trace.unwrap_or_default();
            let story = Story::new(text, trace);
            let own = hints(text, Some(&story)).expect("it is a program");
            for edit in own.iter().filter_map(|hint| hint.repair.as_ref()) {
                let repaired = edit.apply(text).expect("an edit fits its text");
                let bare = repaired.replace("\r\n", "").contains('\n');
                assert!(text.as_str() != windows || !bare, "{}: {repaired:?}", path.display());
            }
            others = Some(story);
        }
    }
}

#[test]
fn a_long_program_is_read_to_its_end() {
    let awaits = "    await nap(1)\n    value = shared\n    shared = value\n    nap(2)\n".repeat(1_000);
    let text =
        format!("import asyncio\nasync def nap(n):\n    await asyncio.sleep(n)\nasync def main():\n{awaits}");
    let found = hints(&text, None).expect("it is a program");
    assert_eq!(found.len(), 10, "of one rule there are ten at most");
}
