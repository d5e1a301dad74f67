//! The worker with the engine: it starts, and gets its second part when a program needs it.

use std::fs;
use std::os::unix::fs::symlink;

use interleave_tests::browser::{Reader, dist, observe, visit};

/// A program that no lesson is like.
const RARE: &str = "print(format(3 ** 500 % 10 ** 40, ','), 'tea'.zfill(9), b'tea'.hex())\n";
const PRINTED: &str = "000000tea 746561";

#[test]
fn it_starts_and_says_its_version() {
    visit(Reader::WIDE, async |page| {
        page.wait_for_attribute("#status", "data-engine", "ready").await;
        page.wait_for_text("#status", env!("CARGO_PKG_VERSION")).await;
    });
}

#[test]
fn a_program_that_needs_its_second_part_has_it() {
    visit(Reader::WIDE, async |page| {
        page.write_program(RARE).await;
        page.wait_for_text("#log", PRINTED).await;
    });
}

#[test]
fn a_lesson_needs_no_second_part_and_who_does_is_told_that_there_is_none() {
    let folder = tempfile::tempdir().expect("a folder for half a page");
    for file in fs::read_dir(dist()).expect("the page is built").flatten() {
        let name = file.file_name();
        if !name.to_string_lossy().starts_with("second-") {
            symlink(file.path().canonicalize().expect("it is there"), folder.path().join(name))
                .expect("a new link");
        }
    }
    let report = observe(folder.path().to_path_buf(), Reader::WIDE, async |page| {
        page.wait_for_attribute("#status", "data-ending", "finished").await;
        page.wait_for_text("#log", "3 seconds for 5 seconds of waiting").await;
        page.write_program(RARE).await;
        page.wait_for_text("#status", "The engine broke down over this program").await;
    });
    let of_the_part = |complaint: &str| complaint.contains("second-");
    assert!(report.complaints.iter().all(|complaint| of_the_part(&complaint.to_string())), "{report}");
}
