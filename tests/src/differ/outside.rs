//! Differences that lie outside the comparison, each by its name: the rule is in `tests/cases/README.md`, under what does
//! not belong in a case. They are told apart from others narrowly, and counted, so that they hide nothing.

use super::compare::{Run, difference, first_lines, numbered_addresses};

/// How CPython's own `print_stack` fails where a frame stands at no line: in the library, or behind an `except*` that
/// has let an exception pass.
const NO_LINE: &str = "'<=' not supported between instances of 'int' and 'NoneType'";

/// The name of what two runs differ in, if that is all they differ in and lies outside the comparison.
pub(super) fn outside(ours: &Run, theirs: &Run, with_stderr: bool) -> Option<&'static str> {
    let bare = |run: &Run| Run { stdout: without_library_frames(&run.stdout), ..run.clone() };
    if difference(&bare(ours), &bare(theirs), with_stderr).is_none() {
        return Some("lines of the library in a print_stack()");
    }
    let (our_text, their_text) = (numbered_addresses(&ours.stdout), numbered_addresses(&theirs.stdout));
    let (_, our_line, _) = first_lines(&our_text, &their_text)?;
    // It may be caught, and be told of later.
    let fails = theirs.stderr.contains(NO_LINE) || theirs.stdout.contains(NO_LINE);
    (begins_stack(our_line) && fails).then_some("a print_stack() that fails in CPython's library")
}

fn begins_stack(line: &str) -> bool {
    ["Stack for <Task ", "Traceback for <Task "].iter().any(|head| line.starts_with(head))
}

/// A text without the library's frames in what tasks have printed of their stacks.
fn without_library_frames(text: &str) -> String {
    let (mut in_stack, mut in_library) = (false, false);
    text.split_inclusive('\n')
        .filter(|line| {
            in_stack = begins_stack(line) || in_stack && line.starts_with("  ");
            let is_source = line.starts_with("    ");
            in_library =
                in_stack && (line.starts_with("  File \"/usr/lib/python3.13/") || in_library && is_source);
            !in_library
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Stack for <Task pending name='Task-2'> (most recent call last):\n";
    const OWN: &str = "  File \"main.py\", line 3, in work\n    await lock.acquire()\n";

    fn printing(stdout: String) -> Run {
        Run { stdout, ..Run::default() }
    }

    fn library(line: u32) -> String {
        format!("  File \"/usr/lib/python3.13/asyncio/locks.py\", line {line}, in acquire\n    await fut\n")
    }

    #[test]
    fn frames_of_the_library_count_in_no_stack() {
        let with = |line, rest| printing(format!("{HEAD}{OWN}{}{rest}", library(line)));
        assert_eq!(
            outside(&with(1, "on\n"), &with(2, "on\n"), false),
            Some("lines of the library in a print_stack()")
        );
        assert_eq!(outside(&with(1, "on\n"), &with(2, "off\n"), false), None);
    }

    #[test]
    fn they_count_everywhere_else() {
        let other = |line| printing(format!("Traceback (most recent call last):\n{OWN}{}", library(line)));
        assert_eq!(outside(&other(1), &other(2), false), None);
    }

    #[test]
    fn a_stack_that_cpython_cannot_print_ends_the_comparison() {
        let fails = |stdout: &str| Run {
            stdout: stdout.to_owned(),
            stderr: format!("  File \"main.py\", line 1\nTypeError: {NO_LINE}\n"),
            exit: 1,
            ..Run::default()
        };
        let ours = printing(format!("one\n{HEAD}{OWN}"));
        assert_eq!(
            outside(&ours, &fails("one\n"), false),
            Some("a print_stack() that fails in CPython's library")
        );
        assert_eq!(outside(&ours, &fails("two\n"), false), None);
        let caught = printing(format!("one\ntwo\nthree: {NO_LINE}\n"));
        assert_eq!(outside(&ours, &caught, false), Some("a print_stack() that fails in CPython's library"));
    }
}
