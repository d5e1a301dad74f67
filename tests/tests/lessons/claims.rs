//! What lessons claim, and what their runs show.

use interleave_lessons::{Claim, Lesson, Paragraph};
use interleave_text::Language;

use super::each_lesson;
use super::played::Played;

#[test]
fn there_is_something_to_look_at() {
    each_lesson(|lesson| Played::new(&lesson.program).lacks(&lesson.look).into_iter().collect());
}

#[test]
fn experiments_do_what_is_said() {
    each_lesson(|lesson| {
        let Some(tried) = lesson.tried() else {
            return vec![format!("`{}` is not in the program once", lesson.experiment.find)];
        };
        let claim = &lesson.experiment.then;
        let mut faults = Vec::new();
        let after = Played::new(&tried);
        if !after.holds(claim) {
            faults.push(format!("after the change this is not so: {claim:?}; it prints {:?}", after.lines()));
        }
        if Played::new(&lesson.program).holds(claim) {
            faults.push(format!("this is so without any change: {claim:?}"));
        }
        faults.extend(unsaid(lesson, claim));
        faults
    });
}

/// The languages in which the experiment does not name what comes of it.
fn unsaid(lesson: &Lesson, claim: &Claim) -> Vec<String> {
    let lacks = |language: &Language| {
        let text: String = lesson.prose.of(*language).experiment.iter().map(Paragraph::plain).collect();
        !names(&text, &claim.words())
    };
    let languages = Language::ALL.into_iter().filter(lacks);
    languages.map(|language| format!("{} does not say `{}`", language.tag(), claim.words())).collect()
}

#[test]
fn answers_are_the_runs() {
    each_lesson(|lesson| {
        let claim = &lesson.question.answer;
        let mut faults = Vec::new();
        let played = Played::new(&lesson.program);
        if !played.holds(claim) {
            faults.push(format!("this is not so: {claim:?}; it prints {:?}", played.lines()));
        }
        for language in Language::ALL {
            // One choice says what is so, and that one is marked.
            for choice in &lesson.prose.of(language).choices {
                let says_so = names(&choice.words.plain(), &claim.words());
                if says_so != choice.right {
                    let (choice, tag) = (choice.words.plain(), language.tag());
                    faults.push(format!("{tag}: `{choice}` and `{}`", claim.words()));
                }
            }
        }
        faults
    });
}

#[test]
fn choices_stand_in_the_same_order() {
    each_lesson(|lesson| {
        let marks = |language| -> Vec<bool> {
            lesson.prose.of(language).choices.iter().map(|choice| choice.right).collect()
        };
        let differs = Language::ALL.into_iter().any(|language| marks(language) != marks(Language::English));
        differs.then(|| "its choices differ between languages".to_owned()).into_iter().collect()
    });
}

/// Whether a text has these words, and not as a part of a longer word or number.
fn names(text: &str, words: &str) -> bool {
    let joins = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(|char| char.is_ascii_alphanumeric())
            && outer.is_some_and(|char| char.is_ascii_alphanumeric())
    };
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        let goes_on =
            after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
        !joins(words.chars().next(), before.chars().next_back())
            && !joins(words.chars().next_back(), after.chars().next())
            && !before.ends_with('.')
            && !goes_on
    })
}

#[test]
fn numbers_are_whole() {
    assert!(names("after 1 s.", "1") && names("1.", "1") && names("第 1 秒", "1"));
    assert!(
        !names("11 s", "1") && !names("1.5 s", "1") && !names("0.1 s", "1") && !names("Task-12", "Task-1")
    );
}
