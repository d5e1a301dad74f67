//! The source lines of a frame, and under them the marks: `^` under what the frame was doing, or `~` with `^`
//! under the operator, brackets or arguments that stand out.

use std::collections::BTreeSet;

use super::width;

/// A character of some lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// From, and up to but not including.
pub(super) type Stretch = (Position, Position);

/// The lines, indented, with marks if these say more than the lines alone.
pub(super) fn of(originals: &[&str], marked: Stretch, anchor: Option<Stretch>) -> String {
    let lines = dedented(originals);
    if lines.iter().all(String::is_empty) {
        return String::new();
    }
    let margin = count(originals[0]) - count(&lines[0]);
    let moved = |(start, end): Stretch| {
        let left = |at: Position| Position { column: at.column.saturating_sub(margin), ..at };
        (left(start), left(end))
    };
    let excerpt = Excerpt { marked: moved(marked), anchor: anchor.map(moved), lines };
    let with_marks = excerpt.says_more();
    let mut shown = Vec::new();
    let show = |shown: &mut Vec<String>, index: usize| {
        shown.push(excerpt.lines[index].clone());
        if with_marks {
            shown.push(excerpt.marks(index));
        }
    };
    let mut previous = None;
    for index in excerpt.significant() {
        match previous.map_or(1, |previous: usize| index - previous) {
            1 => {}
            2 => show(&mut shown, index - 1),
            distance => shown.push(format!("...<{} lines>...", distance - 1)),
        }
        show(&mut shown, index);
        previous = Some(index);
    }
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    dedented(&shown).iter().map(|line| format!("    {line}\n")).collect()
}

fn count(line: &str) -> usize {
    line.chars().count()
}

/// The lines without the blanks that all begin with; blank lines become empty.
fn dedented(lines: &[&str]) -> Vec<String> {
    let blanks = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        let own = &line[..blanks(line)];
        margin = Some(match margin {
            None => own,
            Some(margin) => {
                let same = margin.bytes().zip(own.bytes()).take_while(|(one, other)| one == other).count();
                &margin[..same]
            }
        });
    }
    let margin = margin.map_or(0, str::len);
    let strip = |line: &&str| if line.trim().is_empty() { String::new() } else { line[margin..].to_owned() };
    lines.iter().map(strip).collect()
}

/// Lines, what is marked in them, and what stands out of that.
struct Excerpt {
    lines: Vec<String>,
    marked: Stretch,
    anchor: Option<Stretch>,
}

impl Excerpt {
    fn columns(&self, at: Position) -> usize {
        width::of(&self.lines[at.line], at.column)
    }

    /// The marks under a line.
    fn marks(&self, index: usize) -> String {
        let line = &self.lines[index];
        let blanks = line.chars().take_while(|character| character.is_whitespace()).count();
        let start = if index == 0 { blanks.max(self.columns(self.marked.0)) } else { blanks };
        let is_last = index + 1 == self.lines.len();
        let end = if is_last { self.columns(self.marked.1) } else { width::of(line, count(line)) };
        let stands_out = |column: usize| {
            self.anchor.is_none_or(|(from, to)| {
                (index, column) >= (from.line, self.columns(from))
                    && (index, column) < (to.line, self.columns(to))
            })
        };
        let mark = |column| match column {
            _ if column < start => ' ',
            _ if stands_out(column) => '^',
            _ => '~',
        };
        (0..end).map(mark).collect()
    }

    /// The first line, the last, and those around the ends of what stands out.
    fn significant(&self) -> BTreeSet<usize> {
        let last = self.lines.len() - 1;
        let mut lines = BTreeSet::from([0, last]);
        if let Some((from, to)) = self.anchor {
            for line in [from.line, to.line] {
                lines.extend(line.saturating_sub(1)..=(line + 1).min(last));
            }
        }
        lines
    }

    /// Whether marks tell anything: not if all of the lines would be marked alike, nor for `return f(…)` and
    /// `name = …(…)`.
    fn says_more(&self) -> bool {
        if self.is_all_there_is() {
            return false;
        }
        let (start, end) = self.marked;
        let before = self.lines[0].chars().take(start.column);
        let after = self.lines[self.lines.len() - 1].chars().skip(end.column);
        self.anchor.is_some() || before.chain(after).any(|character| !character.is_whitespace())
    }

    /// The lines are `return f(…)` or `name = …(…)`, and the call is what is marked.
    fn is_all_there_is(&self) -> bool {
        let Some((from, to)) = self.anchor else { return false };
        let (start, end) = self.marked;
        let first = self.lines[0].as_str();
        let is_call = to == end && self.lines[from.line].chars().nth(from.column) == Some('(');
        let last = self.lines[self.lines.len() - 1].as_str();
        // CPython compares columns in bytes with columns in characters.
        let is_ascii =
            |line: &str, count: usize| line.chars().take(count).all(|character| character.is_ascii());
        if !is_call || !is_ascii(first, start.column) || !is_ascii(last, end.column) {
            return false;
        }
        let outside: String = first.chars().take(start.column).collect();
        let before = outside.trim_end().trim_end_matches(['(', ' ']);
        let opened = outside[before.len()..].matches('(').count();
        let outside: String = last.chars().skip(end.column).collect();
        let after = outside.trim_start_matches([')', ' ']);
        let closed = outside[..outside.len() - after.len()].matches(')').count();
        let ends = opened == closed && (after.is_empty() || after.starts_with(['#', ';']));
        let of_name = || {
            let mut called = self.lines[..from.line].join(" ");
            called.extend(self.lines[from.line].chars().take(from.column));
            let called: String = called.chars().skip(start.column).collect();
            is_name(called.trim_matches(['(', ')', ' ']))
        };
        let is_assignment = before.strip_suffix('=').is_some_and(|target| is_name(target.trim_end()));
        ends && (is_assignment || before == "return" && of_name())
    }
}

fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    !matches!(text, "None" | "True" | "False")
        && characters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && characters.all(|other| other.is_alphanumeric() || other == '_')
}
