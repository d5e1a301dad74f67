//! What a program did, on either side, and whether two such accounts are the same.

use std::fmt;

/// What became of a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// All that it printed.
    pub stdout: String,
    /// All that it complained of.
    pub stderr: String,
    /// Its exit code; 3 is a deadlock, 4 a limit.
    pub exit: i32,
    /// The virtual time at its end, in nanoseconds.
    pub end_ns: i64,
    /// How often its loops went round.
    pub iterations: u64,
}

/// Nobody can go on.
pub const DEADLOCK: i32 = 3;
/// The program was stopped.
pub const LIMIT: i32 = 4;

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The exit code.
    Exit,
    /// What is printed.
    Stdout,
    /// When it ends.
    End,
    /// What it complains of.
    Stderr,
}

/// A way in which two runs differ: two programs that differ in the same way may well show one fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// What differs.
    pub kind: Kind,
    /// Ours and CPython's, where it is they that differ.
    endings: Option<(Ending, Ending)>,
}

/// The exit code and, after a traceback, the class of the exception.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ending(i32, String);

/// The way and the first place.
#[derive(Clone, Debug)]
pub struct Difference {
    /// How they differ.
    pub way: Way,
    /// The first line that differs, as both have it.
    pub first: String,
}

impl Run {
    /// The program was none: what CPython says first of all.
    pub fn is_invalid(&self) -> bool {
        ["SyntaxError", "IndentationError", "TabError"].contains(&self.error_class().as_str())
    }

    /// The class of the uncaught exception, if there was one: the word after the last traceback.
    pub fn error_class(&self) -> String {
        if self.exit != 1 {
            return String::new();
        }
        let lines: Vec<_> = self.stderr.lines().collect();
        let is_class = |pair: &&[&str]| {
            pair[0].starts_with("  ") && pair[1].starts_with(|letter: char| letter.is_ascii_alphabetic())
        };
        let class = lines.windows(2).rfind(is_class).and_then(|pair| pair[1].split(':').next());
        class.unwrap_or_default().to_owned()
    }

    fn ending(&self) -> Ending {
        Ending(self.exit, self.error_class())
    }

    /// What the program itself has complained of, before the last words about a deadlock or a limit.
    fn complaints(&self) -> String {
        let text = numbered_addresses(&self.stderr);
        let own = |line: &&str| !(line.starts_with("DEADLOCK") || line.starts_with("LIMIT"));
        if [DEADLOCK, LIMIT].contains(&self.exit) {
            text.split_inclusive('\n').take_while(own).collect()
        } else {
            text
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match &self.endings {
            Some((ours, theirs)) => write!(out, "how it ends: {ours}, CPython {theirs}"),
            None => write!(
                out,
                "{}",
                match self.kind {
                    Kind::Exit => "how it ends",
                    Kind::Stdout => "what it prints",
                    Kind::End => "when it ends",
                    Kind::Stderr => "what it complains of",
                }
            ),
        }
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self(DEADLOCK, _) => write!(out, "deadlock"),
            Self(LIMIT, _) => write!(out, "limit"),
            Self(exit, class) if class.is_empty() => write!(out, "exit {exit}"),
            Self(_, class) => write!(out, "{class}"),
        }
    }
}

/// How our run differs from CPython's, if it does.
pub fn difference(ours: &Run, theirs: &Run, with_stderr: bool) -> Option<Difference> {
    // Where a run is cut off depends on limits, which are each side's own.
    let is_cut = ours.exit == LIMIT && theirs.exit == LIMIT;
    let (our_text, their_text) = (numbered_addresses(&ours.stdout), numbered_addresses(&theirs.stdout));
    let (our_words, their_words) = (ours.complaints(), theirs.complaints());
    let (kind, first) = if ours.exit != theirs.exit {
        let place = first_line(&our_text, &their_text);
        (Kind::Exit, place.or_else(|| first_line(&our_words, &their_words)).unwrap_or_default())
    } else if is_cut {
        return None;
    } else if our_text != their_text {
        (Kind::Stdout, first_line(&our_text, &their_text).unwrap_or_default())
    } else if ours.end_ns != theirs.end_ns {
        (Kind::End, format!("ours at {} ns, CPython's at {} ns", ours.end_ns, theirs.end_ns))
    } else if with_stderr && our_words != their_words {
        // Our explanation of a deadlock has words of its own.
        let explained = [DEADLOCK, LIMIT].contains(&ours.exit) && our_words.starts_with(&their_words);
        if explained {
            return None;
        }
        (Kind::Stderr, first_line(&our_words, &their_words).unwrap_or_default())
    } else {
        return None;
    };
    let endings = (kind == Kind::Exit).then(|| (ours.ending(), theirs.ending()));
    let way = Way { kind, endings };
    Some(Difference { way, first })
}

fn first_line(ours: &str, theirs: &str) -> Option<String> {
    match first_lines(ours, theirs) {
        Some((number, our, their)) => {
            Some(format!("line {number}\n    ours     {our}\n    CPython  {their}"))
        }
        None => (ours != theirs).then(|| "the end of the last line".to_owned()),
    }
}

/// The first line in which two texts differ: its number, and what either has there.
pub(super) fn first_lines<'a>(ours: &'a str, theirs: &'a str) -> Option<(usize, &'a str, &'a str)> {
    let (mut our_lines, mut their_lines) = (ours.lines(), theirs.lines());
    for number in 1.. {
        match (our_lines.next(), their_lines.next()) {
            (None, None) => break,
            (our, their) if our == their => {}
            (our, their) => return Some((number, our.unwrap_or("(the end)"), their.unwrap_or("(the end)"))),
        }
    }
    None
}

/// Addresses as numbers in the order in which a line has them. From line to line they say nothing:
/// CPython gives a new object the address of one that has died.
pub(super) fn numbered_addresses(text: &str) -> String {
    text.split_inclusive('\n').map(numbered_in_line).collect()
}

fn numbered_in_line(line: &str) -> String {
    let mut seen = Vec::new();
    let mut result = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("0x") {
        result.push_str(&rest[..at + 2]);
        let (digits, after) = split_address(&rest[at + 2..]);
        if digits.starts_with("ADDR") || (9..=16).contains(&digits.len()) {
            let number = seen.iter().position(|other| *other == digits).unwrap_or_else(|| {
                seen.push(digits);
                seen.len() - 1
            });
            result.push_str(&format!("ADDR{}", number + 1));
        } else {
            result.push_str(digits);
        }
        rest = after;
    }
    result + rest
}

/// The digits of a number in base sixteen, or what the oracle makes of an address.
fn split_address(text: &str) -> (&str, &str) {
    let prefix = if text.starts_with("ADDR") { "ADDR".len() } else { 0 };
    let digits = text[prefix..].find(|letter: char| !letter.is_ascii_hexdigit());
    text.split_at(digits.map_or(text.len(), |length| prefix + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printing(stdout: &str) -> Run {
        Run { stdout: stdout.to_owned(), ..Run::default() }
    }

    fn failing(class: &str) -> Run {
        let stderr = format!("Traceback (most recent call last):\n  File \"main.py\", line 1\n{class}: no\n");
        Run { stderr, exit: 1, ..Run::default() }
    }

    #[test]
    fn the_first_line_that_differs_is_shown() {
        let found = difference(&printing("a\nb\n"), &printing("a\nc\nd\n"), false).expect("they differ");
        assert_eq!(
            (found.way.kind, found.first.as_str()),
            (Kind::Stdout, "line 2\n    ours     b\n    CPython  c")
        );
    }

    #[test]
    fn addresses_count_within_a_line() {
        let ours = printing(
            "<A at 0x7f0000001000> <B at 0x7f0000002000> <A at 0x7f0000001000>\n<C at 0x7f0000003000> 0xff\n",
        );
        let theirs = printing("<A at 0xADDR7> <B at 0xADDR12> <A at 0xADDR7>\n<C at 0xADDR12> 0xff\n");
        assert!(difference(&ours, &theirs, false).is_none());
        let others = printing("<A at 0xADDR7> <B at 0xADDR7> <A at 0xADDR7>\n<C at 0xADDR12> 0xff\n");
        assert!(difference(&ours, &others, false).is_some());
    }

    #[test]
    fn complaints_count_only_if_asked_for() {
        let ours = Run { stderr: "warning\n".to_owned(), ..Run::default() };
        assert!(difference(&ours, &Run::default(), false).is_none());
        assert_eq!(difference(&ours, &Run::default(), true).map(|found| found.way.kind), Some(Kind::Stderr));
    }

    #[test]
    fn each_side_explains_a_deadlock_in_its_own_words() {
        let run = |stderr: &str| Run { exit: DEADLOCK, stderr: stderr.to_owned(), ..Run::default() };
        let theirs = run("warning\nDEADLOCK\n  Task-1 main is waiting for ever\n");
        assert!(difference(&run("warning\nTask-1 waits for a lock\n"), &theirs, true).is_none());
        assert!(difference(&run("Task-1 waits for a lock\n"), &theirs, true).is_some());
    }

    #[test]
    fn a_way_names_how_both_end() {
        let found = difference(&failing("TypeError"), &printing(""), false).expect("they differ");
        assert_eq!(found.way.to_string(), "how it ends: TypeError, CPython exit 0");
        assert!(failing("SyntaxError").is_invalid());
    }

    #[test]
    fn the_end_in_time_counts() {
        let later = Run { end_ns: 1, ..Run::default() };
        assert_eq!(difference(&later, &Run::default(), false).map(|found| found.way.kind), Some(Kind::End));
    }
}
