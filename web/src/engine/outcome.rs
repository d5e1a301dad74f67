//! What a run came to, as the page is told; and what went wrong in it.

use interleave_python::Run;
use interleave_text::{Language, Span};
use interleave_trace::{Limit, Stopped};
use interleave_views::{Story, endings, help};

use super::protocol::{Ending, Outcome, Problem};

/// The most bytes of an error's text; what is cut off is its beginning.
const LONGEST: usize = 16 << 10;

/// So many lines of a group of exceptions at most.
const HEADLINES: usize = 6;

/// The outcome of a run of a text; its story, if it began.
pub(crate) fn of(run: &Run, story: Option<&Story>, text: &str, language: Language, stopped: bool) -> Outcome {
    let problem = || problem(run, text, language);
    let (ending, problem) = match &run.ending {
        interleave_python::Ending::Finished => (Ending::Finished, problem()),
        interleave_python::Ending::Mistake(place) => {
            let span = on_its_line(text, *place);
            (Ending::Finished, problem().map(|problem| Problem { span, ..problem }))
        }
        interleave_python::Ending::Deadlock(_) => {
            let deadlock = story.and_then(|story| story.deadlock(language));
            (Ending::Deadlock(deadlock.unwrap_or_default()), problem())
        }
        interleave_python::Ending::Limit(stopped) => (Ending::Limit, Some(limit(stopped, text, language))),
        interleave_python::Ending::Library => {
            let stopped = Stopped { limit: Limit::Library, at: None, ideal: false };
            (Ending::Limit, Some(limit(&stopped, text, language)))
        }
    };
    Outcome {
        exit: run.exit,
        ending,
        end_ns: run.end_ns,
        iterations: run.iterations,
        instructions: run.instructions,
        stopped,
        problem: problem.map(Box::new),
    }
}

/// A limit that ended the program.
fn limit(stopped: &Stopped, text: &str, language: Language) -> Problem {
    let line = stopped.at.as_ref().map_or(0, |(line, _)| *line);
    let words = endings::reached(language, stopped);
    Problem {
        span: span_of(text, line),
        line,
        head: words.clone(),
        text: words,
        help: endings::advice(language, stopped),
    }
}

/// An error that ended the program, or something that it was warned of and that there is help with.
fn problem(run: &Run, text: &str, language: Language) -> Option<Problem> {
    let help = help::explain(language, &run.stderr);
    if run.stderr.is_empty() || (run.exit == 0 && help.is_none()) {
        return None;
    }
    let line = help.as_ref().and_then(|help| help.line).or_else(|| last_line_told(&run.stderr)).unwrap_or(1);
    let words = ending_of(&run.stderr);
    Some(Problem {
        span: span_of(text, line),
        line,
        head: headlines(words),
        text: words.to_owned(),
        help: help.map(|help| help.sentence),
    })
}

/// What CPython's words come to: their last line, or of a group of exceptions, what it and each of its parts says.
fn headlines(text: &str) -> String {
    let of_group = text.lines().filter_map(|line| line.trim_start().strip_prefix("| "));
    let said = of_group.filter(|line| !line.starts_with(' ') && !line.ends_with(':'));
    let mut said: Vec<&str> = said.take(HEADLINES).collect();
    if said.is_empty() {
        said.extend(text.lines().last());
    }
    said.join("\n")
}

/// The line of the program that a traceback told last.
fn last_line_told(stderr: &str) -> Option<u32> {
    let (_, place) = stderr.rsplit_once("File \"main.py\", line ")?;
    let end = place.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(place.len());
    place[..end].parse().ok()
}

/// As much of a place as is on its first line: something to see, also where nothing is the mistake.
fn on_its_line(text: &str, place: Span) -> Span {
    let (before, rest) = text.split_at_checked(place.start as usize).unwrap_or((text, ""));
    let line = rest.lines().next().unwrap_or_default();
    if line.is_empty() {
        let last = before.chars().next_back().filter(|char| *char != '\n').map_or(0, char::len_utf8);
        return Span::new(offset(before.len() - last), offset(before.len()));
    }
    let marked = line.len().min(place.end.saturating_sub(place.start) as usize);
    let first = line.chars().next().map_or(0, char::len_utf8);
    Span::new(place.start, place.start + offset(marked.max(first)))
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
    use interleave_python::{Limits, Options, run};
    use interleave_text::Language;
    use interleave_views::Story;

    use super::super::protocol::{Ending, Outcome, Problem};
    use super::{ending_of, of};

    fn outcome(text: &str, options: Options) -> Outcome {
        let mut run = run(text, &Options { record: true, ..options });
        let story = Story::new(text, run.trace.take().unwrap_or_default());
        of(&run, Some(&story), text, Language::English, false)
    }

    fn problem(text: &str) -> Option<Box<Problem>> {
        outcome(text, Options::default()).problem
    }

    #[test]
    fn an_error_is_told_where_the_program_is() {
        let text = "def f():\n    return 1 / 0  \nf()\n";
        let problem = problem(text).unwrap();
        assert_eq!((problem.line, problem.span.of(text)), (2, Some("return 1 / 0")));
        assert!(problem.text.starts_with("Traceback (most recent call last):\n"));
        assert!(problem.text.ends_with("ZeroDivisionError: division by zero\n"));
        assert_eq!(problem.head, "ZeroDivisionError: division by zero");
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
    fn a_mistake_is_marked_where_it_is() {
        for (text, expected) in [
            ("x = 1\nprint(1\n", "("),
            ("if True\n    pass\n", "e"),
            ("印 = 'a' 'b' c\n", "c"),
            ("def f(:\n", ":"),
            ("x = \"\"\"tea\nmilk\n", "\""),
        ] {
            let problem = of(&run(text, &Options::default()), None, text, Language::English, false).problem;
            assert_eq!(problem.unwrap().span.of(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_limit_is_told_with_its_line() {
        let limits = Limits { instructions: 10_000, ..Limits::default() };
        let outcome = outcome("n = 0\nwhile True: n += 1\n", Options { limits, ..Options::default() });
        let problem = outcome.problem.unwrap();
        assert_eq!((outcome.ending, problem.line), (Ending::Limit, 2));
        assert!(
            problem.text.contains("10,000") && problem.help.is_some_and(|help| help.contains("cpu=50ns"))
        );
    }

    #[test]
    fn a_deadlock_is_told_as_data() {
        let text =
            "import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n";
        let Ending::Deadlock(deadlock) = outcome(text, Options::default()).ending else {
            panic!("it is one")
        };
        assert!(deadlock.waits[0].sentence.starts_with("Task-1 waits for "), "{deadlock:?}");
        assert_eq!(deadlock.graph.nodes.len(), 2);
    }

    #[test]
    fn the_end_of_a_long_text_says_what_happened() {
        let long = format!("é{}!", "x".repeat(super::LONGEST - 2));
        assert_eq!(ending_of(&long), &long[2..]);
        assert_eq!(ending_of("short"), "short");
    }
}
