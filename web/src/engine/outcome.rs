//! What a run came to, as the page is told; and what went wrong in it.

use interleave_python::Run;
use interleave_text::{Language, Span};
use interleave_views::help;

use super::protocol::{Ending, Outcome, Problem};

/// The most bytes of an error's text; what is cut off is its beginning.
const LONGEST: usize = 16 << 10;

/// Why a run could not go on without the library's second volume.
const WITHOUT_LIBRARY: &str =
    "A module that the program imports has to be downloaded, and could not be. Is the network there?";

/// The outcome of a run of a text.
pub(crate) fn of(run: &Run, text: &str, language: Language, stopped: bool) -> Outcome {
    let ending = match &run.ending {
        interleave_python::Ending::Finished => Ending::Finished,
        interleave_python::Ending::Deadlock(words) => Ending::Deadlock(words.clone()),
        interleave_python::Ending::Limit(words) => Ending::Limit(words.clone()),
        interleave_python::Ending::Library => Ending::Limit(WITHOUT_LIBRARY.to_owned()),
    };
    Outcome {
        exit: run.exit,
        ending,
        end_ns: run.end_ns,
        iterations: run.iterations,
        instructions: run.instructions,
        stopped,
        problem: problem(run, text, language),
    }
}

/// An error that ended the program, or something that it was warned of and that there is help with.
fn problem(run: &Run, text: &str, language: Language) -> Option<Problem> {
    let help = help::explain(language, &run.stderr);
    if run.stderr.is_empty() || (run.exit == 0 && help.is_none()) {
        return None;
    }
    let line = help.as_ref().and_then(|help| help.line).or_else(|| last_line_told(&run.stderr)).unwrap_or(1);
    Some(Problem {
        span: span_of(text, line),
        line,
        text: ending_of(&run.stderr).to_owned(),
        help: help.map(|help| help.sentence),
    })
}

/// The line of the program that a traceback told last.
fn last_line_told(stderr: &str) -> Option<u32> {
    let (_, place) = stderr.rsplit_once("File \"main.py\", line ")?;
    let end = place.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(place.len());
    place[..end].parse().ok()
}

/// A line without the blanks around it.
fn span_of(text: &str, line: u32) -> Span {
    let mut start = 0;
    for (number, content) in (1..).zip(text.split_inclusive('\n')) {
        if number == line {
            let begin = start + content.len() - content.trim_start().len();
            return Span::new(offset(begin), offset((start + content.trim_end().len()).max(begin)));
        }
        start += content.len();
    }
    Span::new(offset(start), offset(start))
}

fn offset(at: usize) -> u32 {
    // The engine takes no text that is longer than offsets can tell.
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn ending_of(stderr: &str) -> &str {
    let from = stderr.len().saturating_sub(LONGEST);
    let from = (from..stderr.len()).find(|at| stderr.is_char_boundary(*at)).unwrap_or(stderr.len());
    &stderr[from..]
}

#[cfg(test)]
mod tests {
    use interleave_python::{Options, run};
    use interleave_text::Language;

    use super::super::protocol::Problem;
    use super::{ending_of, of};

    fn problem(text: &str) -> Option<Problem> {
        of(&run(text, &Options::default()), text, Language::English, false).problem
    }

    #[test]
    fn an_error_is_told_where_the_program_is() {
        let text = "def f():\n    return 1 / 0  \nf()\n";
        let problem = problem(text).unwrap();
        assert_eq!((problem.line, problem.span.of(text)), (2, Some("return 1 / 0")));
        assert!(problem.text.starts_with("Traceback (most recent call last):\n"));
        assert!(problem.text.ends_with("ZeroDivisionError: division by zero\n"));
    }

    #[test]
    fn a_warning_that_there_is_help_with_is_a_problem_too() {
        let problem = problem("async def f(): pass\nf()\n").unwrap();
        assert!(problem.text.contains("was never awaited") && problem.help.is_some());
        assert_eq!(
            super::problem(
                &run("import sys\nprint('x', file=sys.stderr)\n", &Options::default()),
                "",
                Language::English
            ),
            None
        );
    }

    #[test]
    fn the_end_of_a_long_text_says_what_happened() {
        let long = format!("é{}!", "x".repeat(super::LONGEST - 2));
        assert_eq!(ending_of(&long), &long[2..]);
        assert_eq!(ending_of("short"), "short");
    }
}
