//! Seconds in a lesson's words are seconds of its run, of the run after the experiment, or
//! written in the program.

use std::collections::BTreeSet;

use interleave_lessons::{Lesson, Paragraph};
use interleave_text::Language;

use super::each_lesson;
use super::played::{Played, ns};

#[test]
fn seconds_are_the_runs() {
    each_lesson(|lesson| {
        let known = known(lesson);
        let mut faults = Vec::new();
        for language in Language::ALL {
            let prose = lesson.prose.of(language);
            let wrong = prose.choices.iter().filter(|choice| !choice.right).map(|choice| &choice.words);
            let wrong: Vec<_> = wrong.collect();
            let paragraphs = prose.paragraphs().filter(|paragraph| !wrong.contains(paragraph));
            for (seconds, text) in paragraphs.flat_map(seconds_in) {
                if !known.contains(&ns(seconds)) {
                    faults.push(format!("{}: nothing happens at {seconds} s: {text}", language.tag()));
                }
            }
        }
        faults
    });
}

fn known(lesson: &Lesson) -> BTreeSet<i64> {
    let programs = [lesson.program.clone(), lesson.tried().unwrap_or_default()];
    let literals = programs.iter().flat_map(|program| numbers(program)).map(ns);
    let times: Vec<_> = programs.iter().flat_map(|program| Played::new(program).times()).collect();
    literals.chain(times).collect()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(|char: char| !char.is_ascii_digit() && char != '.')
        .filter_map(|word| word.parse().ok())
        .collect()
}

/// Numbers that a unit of time follows.
fn seconds_in(paragraph: &Paragraph) -> Vec<(f64, String)> {
    let text = paragraph.plain();
    let mut found = Vec::new();
    for unit in [" s", " 秒"] {
        for (at, _) in text.match_indices(unit) {
            let follows = text[at + unit.len()..].chars().next();
            let number: String =
                text[..at].chars().rev().take_while(|char| char.is_ascii_digit() || *char == '.').collect();
            let number: String = number.chars().rev().collect();
            if !follows.is_some_and(|char| char.is_ascii_alphanumeric())
                && let Ok(seconds) = number.parse()
            {
                found.push((seconds, text.clone()));
            }
        }
    }
    found
}
