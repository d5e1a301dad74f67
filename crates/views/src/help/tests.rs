//! What CPython 3.13 says about a hundred small mistakes (`said.txt`), and the help for each, in
//! all languages (`sentences.txt`).

use expect_test::expect_file;
use interleave_text::Language;

use super::{Help, explain};

fn samples() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("said.txt").split("==== ").skip(1).filter_map(|sample| sample.split_once('\n'))
}

#[test]
fn every_mistake_gets_a_sentence_in_each_language() {
    let mut written = String::new();
    for (name, stderr) in samples() {
        let helps = Language::ALL.map(|language| explain(language, stderr));
        let line = helps[0].as_ref().and_then(|help| help.line);
        written += &format!("{name}, line {}\n", line.map_or("-".into(), |line| line.to_string()));
        for help in helps {
            written += &format!("  {}\n", help.map_or("-".into(), |Help { sentence, .. }| sentence));
        }
    }
    expect_file!["sentences.txt"].assert_eq(&written);
}

#[track_caller]
fn line_of(stderr: &str) -> Option<u32> {
    explain(Language::English, stderr).expect("there is help").line
}

#[test]
fn what_ended_the_program_comes_before_what_it_was_warned_of() {
    let warning = "main.py:3: RuntimeWarning: coroutine 'tea' was never awaited\n  tea()\n";
    let error = "Traceback (most recent call last):\n  File \"main.py\", line 7, in <module>\n    1/0\nZeroDivisionError: division by zero\n";
    assert_eq!(line_of(warning), Some(3));
    assert_eq!(line_of(&format!("{warning}{error}")), Some(7));
    // An error that speaks for itself leaves the word to the warning.
    let own = error.replace("ZeroDivisionError: division by zero", "KettleError: too hot");
    assert_eq!(line_of(&format!("{warning}{own}")), Some(3));
    assert_eq!(explain(Language::English, &own), None);
}

#[test]
fn what_is_no_complaint_gets_no_help() {
    for text in
        ["", "\n", "tea\n", "  File \"\n", "==== \u{0}: :\n", "Error\n", "|\n+\n", "NameError: name\n"]
    {
        assert_eq!(explain(Language::English, text), None, "{text:?}");
    }
}
