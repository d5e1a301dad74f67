//! What the catalogue covers, and its measures.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use interleave_lessons::Paragraph;
use interleave_text::Language;

use super::{catalogue, each_lesson, folder};

/// The subjects that lessons on asyncio have, as numbered in the list of features.
const ROWS: [(&str, &str); 28] = [
    ("A1", "blocking and asynchronous downloads"),
    ("A2", "def and async def, asyncio.run, the older forms"),
    ("A3", "awaiting nested coroutines, return values"),
    ("A4", "tasks that nobody awaits"),
    ("A5", "awaiting tasks, in either order, and coroutines"),
    ("A6", "callbacks of tasks"),
    ("A7", "futures"),
    ("A8", "ensure_future, lists of tasks, timing"),
    ("A9", "awaitables"),
    ("A10", "async with, async for, async generators"),
    ("A11", "clients of the network"),
    ("A12", "gather"),
    ("A13", "wait"),
    ("A14", "timeouts, shield, as_completed, groups"),
    ("A15", "threads and pools"),
    ("A16", "semaphores"),
    ("A17", "locks, events, conditions, barriers"),
    ("A18", "queues"),
    ("A19", "tasks as things, cancellation"),
    ("A20", "the loop itself"),
    ("A21", "coroutines in classes"),
    ("A22", "uvloop and policies"),
    ("A23", "generators"),
    ("A24", "greenlets and coroutines of old"),
    ("A25", "failures"),
    ("A26", "computing"),
    ("A27", "the loop as pseudo-code"),
    ("A28", "files"),
];

const FEWEST_LESSONS: usize = 60;

#[test]
fn every_row_is_covered_by_a_lesson() {
    let catalogue = catalogue();
    let mut lessons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for lesson in catalogue.lessons() {
        for row in &lesson.covers {
            assert!(ROWS.iter().any(|(known, _)| known == row), "{}: there is no row {row}", lesson.slug);
            lessons.entry(row).or_default().push(&lesson.slug);
        }
    }
    let missing: Vec<_> = ROWS.iter().filter(|(row, _)| !lessons.contains_key(row)).collect();
    assert!(missing.is_empty(), "no lesson is on {missing:?}; covered are {lessons:#?}");
}

#[test]
fn there_are_enough_lessons_and_each_folder_is_one() {
    let catalogue = catalogue();
    let listed: BTreeSet<String> = catalogue.lessons().map(|lesson| lesson.slug.clone()).collect();
    assert_eq!(listed.len(), catalogue.lessons().count(), "a lesson is listed twice");
    assert!(listed.len() >= FEWEST_LESSONS, "there are {} lessons", listed.len());
    let entries = fs::read_dir(folder()).expect("the catalogue is a folder");
    let folders = entries.map(|entry| entry.expect("it can be listed").path()).filter(|path| path.is_dir());
    let folders: BTreeSet<_> =
        folders.map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect();
    assert_eq!(folders, listed, "contents.toml lists all folders, and nothing else");
}

#[test]
fn lessons_are_short() {
    each_lesson(|lesson| {
        let mut faults = Vec::new();
        let mut within = |what: &str, size: usize, from: usize, to: usize| {
            if size < from || size > to {
                faults.push(format!("{what}: {size}, and it should be {from} to {to}"));
            }
        };
        within("lines of the program", lesson.program.lines().count(), 8, 35);
        let widest = lesson.program.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        within("columns of the program", widest, 1, 88);
        for language in Language::ALL {
            let text: Vec<_> = lesson.prose.of(language).paragraphs().map(Paragraph::plain).collect();
            let text = text.join(" ");
            match language {
                Language::English => within("words", text.split_whitespace().count(), 80, 200),
                Language::TraditionalChinese | Language::SimplifiedChinese => {
                    within(language.tag(), text.chars().filter(|char| !char.is_ascii()).count(), 90, 330);
                }
            }
        }
        faults
    });
}
