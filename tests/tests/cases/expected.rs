//! The format of an expected file, and how two of them differ. Written by `cargo xtask
//! record`; the test writes what Interleave gave in the same way and compares.
//!
//! Each line of output stands behind a bar, so no output can be mistaken for a heading.

use std::fmt::Write;

/// What became of a program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) stdout: String,
    /// What the program itself made appear there: no word of who ended it by force.
    pub(crate) stderr: String,
    pub(crate) exit: i64,
    /// Virtual time at the end.
    pub(crate) end_ns: i64,
}

/// Exit codes by which a program is ended from outside.
pub(crate) const DEADLOCK: i64 = 3;
pub(crate) const LIMIT: i64 = 4;

impl Outcome {
    pub(crate) fn written(&self) -> String {
        let mut text = String::new();
        section(&mut text, "stdout", &self.stdout);
        section(&mut text, "stderr", &self.stderr);
        let _ = writeln!(text, "exit {}, {} s", self.exit, seconds(self.end_ns));
        text
    }
}

fn section(text: &mut String, heading: &str, output: &str) {
    if output.is_empty() {
        return;
    }
    let _ = writeln!(text, "{heading}");
    for line in output.strip_suffix('\n').unwrap_or(output).split('\n') {
        let space = if line.is_empty() { "" } else { " " };
        let _ = writeln!(text, "|{space}{line}");
    }
    if !output.ends_with('\n') {
        text.push_str("(no newline at the end)\n");
    }
    text.push('\n');
}

/// Exactly, in as few digits as that takes.
fn seconds(ns: i64) -> String {
    let decimal = format!("{}.{:09}", ns / 1_000_000_000, ns % 1_000_000_000);
    decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The first line in which two files differ, with the lines before it; `None` if none does.
pub(crate) fn difference(expected: &str, found: &str, finder: &str) -> Option<String> {
    const BEFORE: usize = 3;
    const AFTER: usize = 2;
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let at = (0..expected.len().max(found.len())).find(|at| expected.get(*at) != found.get(*at))?;
    let mut text = format!("line {} (- expected, + {finder})\n", at + 1);
    let show = |text: &mut String, mark, lines: &[&str]| {
        lines.iter().for_each(|line| {
            let _ = writeln!(text, "  {mark} {line}");
        });
    };
    let rest = |lines: &[&str]| at.min(lines.len())..(at + 1 + AFTER).min(lines.len());
    show(&mut text, ' ', &expected[at.saturating_sub(BEFORE)..at]);
    show(&mut text, '-', &expected[rest(&expected)]);
    show(&mut text, '+', &found[rest(&found)]);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(stdout: &str, stderr: &str, exit: i64, end_ns: i64) -> String {
        let (stdout, stderr) = (stdout.to_owned(), stderr.to_owned());
        Outcome { stdout, stderr, exit, end_ns }.written()
    }

    #[test]
    fn the_last_line_says_how_and_when_it_ended() {
        assert_eq!(outcome("", "", 0, 0), "exit 0, 0 s\n");
        assert_eq!(outcome("", "", 1, 2_500_000_000), "exit 1, 2.5 s\n");
        assert_eq!(outcome("", "", 3, 10_000_000_001), "exit 3, 10.000000001 s\n");
    }

    #[test]
    fn output_is_told_apart_from_the_words_around_it() {
        assert_eq!(
            outcome("a\n\n b\n", "stdout\n", 0, 0),
            "stdout\n| a\n|\n|  b\n\nstderr\n| stdout\n\nexit 0, 0 s\n"
        );
    }

    #[test]
    fn outputs_that_differ_only_in_newlines_are_written_differently() {
        let written = ["", "\n", "\n\n", "a", "a\n", "a\n\n", " ", "a\n "].map(|out| outcome(out, "", 0, 0));
        for (index, one) in written.iter().enumerate() {
            assert!(!written[index + 1..].contains(one), "{one}");
        }
        assert_eq!(written[3], "stdout\n| a\n(no newline at the end)\n\nexit 0, 0 s\n");
    }

    #[test]
    fn a_difference_shows_its_surroundings() {
        let (one, other) = ("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n");
        assert_eq!(
            difference(one, other, "now").as_deref(),
            Some("line 5 (- expected, + now)\n    2\n    3\n    4\n  - 5\n  - 6\n  - 7\n  + five\n")
        );
        assert_eq!(difference(one, one, "now"), None);
    }

    #[test]
    fn a_missing_end_is_a_difference() {
        assert_eq!(
            difference("1\n2\n", "1\n", "now").as_deref(),
            Some("line 2 (- expected, + now)\n    1\n  - 2\n")
        );
    }
}
