//! Ways to write repairs: words put in and taken out, statements taken apart line by line, several changes as one.

use interleave_edits::{Command, Program};
use interleave_text::{Edit, Span};

use crate::reading::Reading;

/// The text with another one inserted.
pub(crate) fn insert(at: u32, text: &str) -> Option<Edit> {
    Some(Edit::insert(at, text))
}

/// Several replacements, if none reaches into another.
pub(crate) fn all(parts: impl IntoIterator<Item = (Span, String)>) -> Option<Edit> {
    let mut edit = Edit::default();
    parts.into_iter().all(|(span, text)| edit.add(span, text)).then_some(edit)
}

/// What a change of the program's picture does to the text.
pub(crate) fn command(reading: &Reading<'_>, command: &Command) -> Option<Edit> {
    Program::read(reading.text).ok()?.edit(command).ok()
}

/// The beginning of the line that an offset is in.
pub(crate) fn line_start(text: &str, offset: u32) -> u32 {
    let before = text.get(..offset as usize).unwrap_or_default();
    before.rfind('\n').map_or(0, |at| u32::try_from(at + 1).unwrap_or(offset))
}

/// The white space that a line begins with, if there is nothing else before an offset.
pub(crate) fn indent(text: &str, offset: u32) -> Option<&str> {
    let before = Span::new(line_start(text, offset), offset).of(text)?;
    before.trim().is_empty().then_some(before)
}

/// How the program ends its lines.
pub(crate) fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
