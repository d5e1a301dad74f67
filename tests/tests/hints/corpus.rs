//! All programs that there are: what is hinted at in a lesson is what the lesson is about, and what is hinted at in
//! conformance cases lies in `corpus.expected`, where each line has been looked at (UPDATE_EXPECT=1 writes it).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use interleave_hints::{Hint, Rule};

use super::{files, line, play, repaired, workspace};

/// What the lessons show that are about a mistake.
const SHOWN: [(&str, &[Rule]); 10] = [
    ("blocking-call", &[Rule::BlockingCall]),
    ("downloads", &[Rule::BlockingCall]),
    ("forgotten-await", &[Rule::ForgottenAwait]),
    ("gather-and-failure", &[Rule::SurvivingSiblings]),
    ("loop-of-awaits", &[Rule::AwaitInLoop]),
    ("lost-update", &[Rule::LostUpdate]),
    ("main-ends-first", &[Rule::UnreferencedTask]),
    ("nobody-looked", &[Rule::UnreferencedTask]),
    ("one-after-the-other", &[Rule::SequentialAwaits]),
    ("swallowed-cancellation", &[Rule::SwallowedCancellation]),
];

#[test]
fn a_lesson_makes_only_the_mistakes_that_it_is_about() {
    let folder = workspace().join("crates/lessons/catalogue");
    let mut found = BTreeMap::new();
    for path in files(&folder, "py").expect("the catalogue is there") {
        let source = fs::read_to_string(&path).expect("a program can be read");
        let mut rules: Vec<Rule> = look(&path, &source).iter().map(|(rule, _)| *rule).collect();
        rules.dedup();
        if !rules.is_empty() {
            let lesson = path.parent().and_then(Path::file_name).unwrap_or_default();
            found.insert(lesson.to_string_lossy().into_owned(), rules);
        }
    }
    let shown = SHOWN.iter().map(|(lesson, rules)| ((*lesson).to_owned(), rules.to_vec()));
    assert_eq!(found, shown.collect::<BTreeMap<_, _>>());
}

#[test]
fn what_is_hinted_at_in_cases_has_been_looked_at() {
    let folder = workspace().join("tests/cases");
    let mut said = String::new();
    for path in files(&folder, "py").expect("the cases are there") {
        let source = fs::read_to_string(&path).expect("a program can be read");
        let title = path.strip_prefix(&folder).expect("it lies in there").with_extension("");
        for (_, line) in look(&path, &source) {
            said += &format!("{}:{line}\n", title.display());
        }
    }
    expect_file!["corpus.expected"].assert_eq(&said);
}

/// A program's hints; each repair is tried.
fn look(path: &Path, source: &str) -> Vec<(Rule, String)> {
    let stdin: Vec<&str> = source.lines().filter_map(|line| line.strip_prefix("# stdin: ")).collect();
    let stdin = stdin.join("\n");
    let (run, found) = play(source, &stdin);
    for hint in &found {
        let Some(text) = repaired(hint, source) else { continue };
        let (after, left) = play(&text, &stdin);
        let rule = hint.mistake.rule();
        let count = |hints: &[Hint]| hints.iter().filter(|hint| hint.mistake.rule() == rule).count();
        let path = path.display();
        assert!(count(&left) < count(&found), "{path}: {rule:?} is still there:\n{text}");
        // What fails by itself may fail in another way.
        assert!(
            run.exit != 0 || after.exit == 0,
            "{path}: {rule:?}, repaired, fails:\n{}\n{text}",
            after.stderr
        );
    }
    found.iter().map(|hint| (hint.mistake.rule(), line(hint, source))).collect()
}
