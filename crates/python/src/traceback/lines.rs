//! The lines of a traceback: which frames show, under which file, line and name, with which text.
//!
//! Of the library's own frames those lines show that say where CPython has them: `#@ 148` at the end of a line,
//! or `#@ json/decoder.py:353` for a line of another file; `#@ 148+` if the statement's next lines show, too.

use std::rc::Rc;

use interleave_text::Span;

use super::excerpt;
use crate::code::{Code, Label, Source};
use crate::object::exception::{LibraryLine, Place};

/// Where CPython keeps its library.
pub(crate) const LIBRARY: &str = "/usr/lib/python3.13/";

/// A frame that shows.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) file: String,
    pub(crate) number: u32,
    pub(crate) function: String,
    text: Text,
}

/// How much is said of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// File, line and function.
    Place,
    /// And the source line.
    Source,
    /// And all lines of the statement, with marks under what the frame was doing.
    Marks,
}

/// Where the source line is found.
#[derive(Clone, Debug)]
enum Text {
    Code { code: Rc<Code>, at: Label, lines: Shown },
    Library(&'static LibraryLine),
}

/// Which lines of a statement show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    All,
    /// Without the remarks at their ends.
    WithoutMarkers,
    First,
}

impl Line {
    /// The line of a frame, if it shows.
    pub(crate) fn of(place: &Place) -> Option<Self> {
        match place {
            Place::Library(line) => Some(Self {
                file: format!("{LIBRARY}{}", line.file),
                number: line.line,
                function: line.function.to_owned(),
                text: Text::Library(line),
            }),
            Place::Code(code, at) => Self::of_code(code, *at),
        }
    }

    pub(crate) fn of_code(code: &Rc<Code>, at: Label) -> Option<Self> {
        let source = &code.source;
        let number = source.line_of(code.place(at).0.start);
        let function = code.name.as_str().to_owned();
        if !code.hidden && !source.is_library {
            let text = Text::Code { code: code.clone(), at, lines: Shown::All };
            return Some(Self { file: source.filename.as_str().to_owned(), number, function, text });
        }
        let (_, marker) = source.line(number).rsplit_once("#@ ")?;
        let (file, marker) = match marker.rsplit_once(':') {
            Some((file, number)) => (format!("{LIBRARY}{file}"), number),
            None => (in_library(source.filename.as_str()), marker),
        };
        let (number, lines) = match marker.trim().strip_suffix('+') {
            Some(number) => (number, Shown::WithoutMarkers),
            None => (marker.trim(), Shown::First),
        };
        let text = Text::Code { code: code.clone(), at, lines };
        Some(Self { file, number: number.parse().ok()?, function, text })
    }

    /// What makes neighbours the same.
    fn is_repeated(&self, other: &Self) -> bool {
        self.number == other.number && self.function == other.function && self.file == other.file
    }

    /// The source line, stripped.
    pub(crate) fn source(&self) -> String {
        match &self.text {
            Text::Library(line) => line.text.to_owned(),
            Text::Code { code, at, .. } => {
                let number = code.source.line_of(code.place(*at).0.start);
                without_marker(shown_source(&code.source, number)).trim().to_owned()
            }
        }
    }

    /// As it is printed.
    pub(crate) fn text(&self, detail: Detail) -> String {
        let mut text = format!("  File \"{}\", line {}, in {}\n", self.file, self.number, self.function);
        match (&self.text, detail) {
            (_, Detail::Place) => {}
            (_, Detail::Source) => {
                let source = self.source();
                if !source.is_empty() {
                    text += &format!("    {source}\n");
                }
            }
            (Text::Library(line), Detail::Marks) => {
                text += &format!("    {}\n", line.text);
                if !line.marks.is_empty() {
                    text += &format!("    {}\n", line.marks);
                }
            }
            (Text::Code { code, at, lines }, Detail::Marks) => text += &excerpt_of(code, *at, *lines),
        }
        text
    }
}

fn in_library(filename: &str) -> String {
    if filename.starts_with('/') { filename.to_owned() } else { format!("{LIBRARY}{filename}") }
}

/// The line of a source that can be read again: texts given to `exec` cannot.
fn shown_source(source: &Source, number: u32) -> &str {
    if source.filename.as_str().starts_with('<') { "" } else { source.line(number) }
}

fn without_marker(line: &str) -> &str {
    line.rsplit_once("#@ ").map_or(line, |(line, _)| line)
}

fn excerpt_of(code: &Code, at: Label, shown: Shown) -> String {
    let source = &code.source;
    let (span, anchor) = code.place(at);
    let first = source.line_of(span.start);
    let last = if shown == Shown::First { first } else { source.line_of(span.end).max(first) };
    let texts: Vec<&str> = (first..=last)
        .map(|number| {
            let line = shown_source(source, number);
            if shown == Shown::All { line } else { without_marker(line) }.trim_end()
        })
        .collect();
    let position = |offset: u32| {
        let line = source.line_of(offset).clamp(first, last);
        let start = source.lines.start(line).unwrap_or(0);
        let text = texts[(line - first) as usize];
        let bytes = (offset.saturating_sub(start) as usize).min(text.len());
        excerpt::Position {
            line: (line - first) as usize,
            column: text.char_indices().take_while(|(at, _)| *at < bytes).count(),
        }
    };
    let place = |span: Span| (position(span.start), position(span.end));
    if span.start == span.end {
        return texts
            .first()
            .filter(|text| !text.trim().is_empty())
            .map_or_else(String::new, |text| format!("    {}\n", text.trim()));
    }
    excerpt::of(&texts, place(span), anchor.map(place))
}

/// Frames in a row, as they are printed; a line that comes again and again is counted.
pub(crate) fn texts(lines: &[Line], detail: Detail) -> Vec<String> {
    /// How often the same line is printed.
    const MOST: usize = 3;
    let mut texts = Vec::new();
    let mut rest = lines;
    while let Some(line) = rest.first() {
        let count = rest.iter().take_while(|other| line.is_repeated(other)).count();
        texts.extend(rest[..count.min(MOST)].iter().map(|line| line.text(detail)));
        if count > MOST {
            let more = count - MOST;
            let plural = if more == 1 { "" } else { "s" };
            texts.push(format!("  [Previous line repeated {more} more time{plural}]\n"));
        }
        rest = &rest[count..];
    }
    texts
}
