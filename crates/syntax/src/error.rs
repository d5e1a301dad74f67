//! What is wrong with a program, and how `python main.py` prints it.

use std::fmt::Write;

use interleave_text::Span;

/// Python's class of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
}

impl ErrorKind {
    /// The name of the class.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Indentation => "IndentationError",
            Self::Tab => "TabError",
        }
    }
}

/// Why a program can't run, with the attributes that Python's exception has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Python's class of it.
    pub kind: ErrorKind,
    /// CPython's wording, or ours where CPython would accept the program.
    pub message: String,
    /// The place. Where it is empty, CPython's caret stands at its start.
    pub span: Span,
    /// The line of the place, from 1.
    pub lineno: u32,
    /// The column of the place in characters, from 1; 0 where CPython shows no caret.
    pub offset: u32,
    /// The line where the place ends.
    pub end_lineno: u32,
    /// The column after the last character of the place, from 1.
    pub end_offset: u32,
    /// The line of the program, without its end.
    pub text: String,
    /// The parser accepts it, and what comes after refuses it: CPython then shows the line that the file has.
    pub is_parsed: bool,
}

/// An error before its place has been counted in lines and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub(crate) kind: ErrorKind,
    pub(crate) message: String,
    pub(crate) span: Span,
    /// CPython points at the line alone.
    pub(crate) without_caret: bool,
}

impl Mistake {
    pub(crate) fn new(message: impl Into<String>, span: Span) -> Self {
        Self { kind: ErrorKind::Syntax, message: message.into(), span, without_caret: false }
    }

    pub(crate) fn indentation(message: impl Into<String>, span: Span) -> Self {
        Self { kind: ErrorKind::Indentation, ..Self::new(message, span) }
    }

    pub(crate) fn without_caret(self) -> Self {
        Self { without_caret: true, ..self }
    }

    pub(crate) fn locate(self, source: &str) -> SyntaxError {
        let start = Position::of(self.span.start, source);
        let end = Position::of(self.span.end, source);
        SyntaxError {
            kind: self.kind,
            message: self.message,
            span: self.span,
            lineno: start.line,
            offset: if self.without_caret { 0 } else { start.column },
            end_lineno: end.line,
            end_offset: end.column,
            text: start.text.into(),
            is_parsed: false,
        }
    }
}

/// The line and column of an offset, both from 1.
struct Position<'a> {
    line: u32,
    column: u32,
    text: &'a str,
}

impl<'a> Position<'a> {
    fn of(offset: u32, source: &'a str) -> Self {
        let before = source.get(..offset as usize).unwrap_or(source);
        let line_start = line_start(before);
        let text = source[line_start..].split(['\n', '\r']).next().unwrap_or_default();
        Self { line: line_number(before), column: count(before[line_start..].chars()) + 1, text }
    }
}

/// Where the last line of a text starts.
pub(crate) fn line_start(text: &str) -> usize {
    (0..text.len()).rev().find(|&at| ends_line(text.as_bytes(), at)).map_or(0, |at| at + 1)
}

/// The number of the line that an offset at the end of this text is on, from 1.
pub(crate) fn line_number(before: &str) -> u32 {
    count((0..before.len()).filter(|&at| ends_line(before.as_bytes(), at))) + 1
}

/// Of `\r\n` the second ends the line; a lone `\r` does so itself.
fn ends_line(text: &[u8], at: usize) -> bool {
    text[at] == b'\n' || text[at] == b'\r' && text.get(at + 1).is_some_and(|&next| next != b'\n')
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// What `python main.py` prints for an error of `main.py`, the last newline included.
pub fn render(error: &SyntaxError, filename: &str) -> String {
    let mut out = format!("  File \"{filename}\", line {}\n", error.lineno);
    let shown = error.text.trim_start_matches([' ', '\n', '\x0c']);
    let _ = writeln!(out, "    {shown}");
    let width = count(error.text.chars());
    let cut = width - count(shown.chars());
    let offset = error.offset.min(width + 1);
    let end = if error.lineno == error.end_lineno { error.end_offset.min(width + 1) } else { width + 1 };
    if offset > cut {
        let blank = |c: char| if c.is_whitespace() { c } else { ' ' };
        let before: String = shown.chars().take((offset - 1 - cut) as usize).map(blank).collect();
        let carets = end.max(offset + 1) - offset;
        let _ = writeln!(out, "    {before}{}", "^".repeat(carets as usize));
    }
    let _ = writeln!(out, "{}: {}", error.kind.name(), error.message);
    out
}
