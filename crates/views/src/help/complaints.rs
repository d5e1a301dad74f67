//! What CPython writes to standard error, taken apart: tracebacks, warnings and reports of
//! asyncio, each with the line of the program it points at.

use super::{Mistake, recognise};

/// Something that a program was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Complaint<'a> {
    pub(super) line: Option<u32>,
    said: Said<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said<'a> {
    /// An exception that nobody caught.
    Uncaught(Exception<'a>),
    /// What nobody waited for when it failed: the report's first line.
    Unseen(&'a str),
    /// A warning's text.
    Warning(&'a str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exception<'a> {
    /// Its class, without its module.
    pub(super) class: &'a str,
    pub(super) message: &'a str,
}

impl<'a> Complaint<'a> {
    /// Did it end the program?
    pub(super) fn is_fatal(&self) -> bool {
        matches!(self.said, Said::Uncaught(_))
    }

    pub(super) fn mistake(&self) -> Option<Mistake<'a>> {
        match self.said {
            Said::Uncaught(exception) => recognise::exception(exception),
            Said::Unseen(report) => recognise::report(report),
            Said::Warning(text) => recognise::warning(text),
        }
    }
}

const REPORTS: [&str; 4] = [
    "Task exception was never retrieved",
    "Future exception was never retrieved",
    "_GatheringFuture exception was never retrieved",
    "Task was destroyed but it is pending!",
];

/// Everything that is said, in order.
pub(super) fn read(stderr: &str) -> Vec<Complaint<'_>> {
    let mut found: Vec<Complaint<'_>> = Vec::new();
    let mut line = None;
    // The place in the list of a report whose details follow.
    let mut report: Option<usize> = None;
    let mut group: Option<usize> = None;
    for whole in stderr.lines() {
        // Parts of a group stand behind a bar.
        let (in_group, text) = match whole.trim_start().strip_prefix(['|', '+']) {
            Some(text) => (true, text.strip_prefix(' ').unwrap_or(text)),
            None => (false, whole),
        };
        if text.ends_with("Traceback (most recent call last):") {
            line = None;
        } else if let Some(number) = frame(text) {
            line = number.or(line);
            if let Some(complaint) = group.filter(|_| in_group).and_then(|at| found.get_mut(at)) {
                // The first failure inside is what the group is about.
                complaint.line = if complaint.line.is_none() { number } else { complaint.line };
            }
        } else if REPORTS.contains(&text) {
            report = Some(found.len());
            line = None;
            found.push(Complaint { line: None, said: Said::Unseen(text) });
        } else if let Some(text) = text.strip_prefix("task: <").or_else(|| text.strip_prefix("future: <")) {
            line = defined_at(text);
            if let Some(complaint) = report.and_then(|at| found.get_mut(at)) {
                complaint.line = line;
            }
        } else if let Some((number, text)) = warning(text) {
            found.push(Complaint { line: number, said: Said::Warning(text) });
        } else if let Some(exception) = exception(text) {
            if let Some(complaint) = report.take().and_then(|at| found.get_mut(at)) {
                complaint.line = line.or(complaint.line);
            } else if group.is_none() || !in_group {
                let is_group = in_group && exception.class.ends_with("ExceptionGroup");
                group = is_group.then_some(found.len());
                let line = line.filter(|_| !is_group);
                found.push(Complaint { line, said: Said::Uncaught(exception) });
            }
        }
    }
    found
}

/// A traceback's line about a frame; its line number, if the file is the program's own.
fn frame(text: &str) -> Option<Option<u32>> {
    let (file, rest) = text.trim_start().strip_prefix("File \"")?.split_once("\", line ")?;
    let digits = rest.split(|char: char| !char.is_ascii_digit()).next()?;
    let number = digits.parse().ok()?;
    Some(is_own(file).then_some(number))
}

/// Is a file the program's, and not the library's or the interpreter's?
fn is_own(file: &str) -> bool {
    !file.starts_with('<') && !file.contains("/lib/python3") && file != "sys"
}

/// The line in `main.py:7`.
fn own_line(place: &str) -> Option<u32> {
    let (file, number) = place.trim_end().rsplit_once(':')?;
    is_own(file).then(|| number.parse().ok()).flatten()
}

/// Where a task's coroutine stands, in its repr.
fn defined_at(repr: &str) -> Option<u32> {
    let (_, rest) = repr.split_once(" at ")?;
    own_line(rest.split('>').next()?)
}

/// A warning such as `main.py:4: RuntimeWarning: …`: its line and its text.
fn warning(text: &str) -> Option<(Option<u32>, &str)> {
    let (place, message) = text.split_once("Warning: ")?;
    let place = place.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    let (file, number) = place.strip_suffix(": ")?.rsplit_once(':')?;
    Some((number.parse().ok().filter(|_| is_own(file)), message))
}

/// The last line of a traceback.
fn exception(text: &str) -> Option<Exception<'_>> {
    let (class, message) = match text.split_once(": ") {
        Some(parts) => parts,
        None => (text, ""),
    };
    let is_name = |part: &str| {
        part.starts_with(|char: char| char.is_alphabetic() || char == '_')
            && part.chars().all(|char| char.is_alphanumeric() || char == '_')
    };
    if !class.split('.').all(is_name) {
        return None;
    }
    Some(Exception { class: class.rsplit('.').next()?, message })
}
