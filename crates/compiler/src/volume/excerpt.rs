//! What is kept of a library's text: the lines that tracebacks show.

use std::collections::{BTreeMap, BTreeSet};

use interleave_text::{Lines, Span};

use crate::code::Draft;

/// What a line ends in that tracebacks show, before its number in CPython's file.
const MARK: &str = "#@ ";

/// The lines that show. The code's places become places among them, and what lies in no such line is said to
/// come from the beginning.
pub(super) fn excerpt(text: &str, code: &mut Draft) -> String {
    let mut kept = Kept { text, lines: Lines::new(text), new: BTreeMap::new() };
    kept.find(code);
    // The first line stands for all that do not show.
    let mut excerpt = String::from("\n");
    for (number, (line, start)) in (2..).zip(&mut kept.new) {
        *start = (number, u32::try_from(excerpt.len()).unwrap_or(u32::MAX));
        excerpt += kept.lines.line(text, *line);
        excerpt.push('\n');
    }
    kept.move_places(code);
    excerpt
}

struct Kept<'t> {
    text: &'t str,
    lines: Lines,
    /// The new number and the new beginning of each line that is kept.
    new: BTreeMap<u32, (u32, u32)>,
}

impl Kept<'_> {
    /// How the line's mark ends, if it has one: `+` if the statement's next lines show, too.
    fn mark(&self, line: u32) -> Option<&str> {
        self.lines.line(self.text, line).rsplit_once(MARK).map(|(_, mark)| mark.trim_end())
    }

    /// The lines that show of all that the code has places of.
    fn find(&mut self, code: &Draft) {
        let places =
            code.spans.iter().map(|span| (self.lines.line_of(span.start), self.lines.line_of(span.end)));
        let mut found = BTreeSet::new();
        for (first, last) in places.chain([(code.first_line, code.first_line)]) {
            match self.mark(first) {
                Some(mark) if mark.ends_with('+') => found.extend(first..=last),
                Some(_) => drop(found.insert(first)),
                None => {}
            }
        }
        self.new.extend(found.into_iter().map(|line| (line, (0, 0))));
        code.children.iter().for_each(|child| self.find(child));
    }

    fn move_places(&self, code: &mut Draft) {
        for name in code.locals.iter_mut().skip(code.parameters.count()) {
            *name = Box::default();
        }
        code.first_line = self.new.get(&code.first_line).map_or(1, |(number, _)| *number);
        code.spans.iter_mut().for_each(|span| *span = self.moved(*span));
        code.anchors.iter_mut().for_each(|(_, anchor)| *anchor = self.moved(*anchor));
        code.anchors.retain(|(_, anchor)| *anchor != Span::default());
        code.children.iter_mut().for_each(|child| self.move_places(child));
    }

    /// Where a place is now. What begins in a line that shows ends in one.
    fn moved(&self, span: Span) -> Span {
        let first = self.lines.line_of(span.start);
        let offset = |offset: u32| {
            let line = self.lines.line_of(offset);
            Some(self.new.get(&line)?.1 + offset - self.lines.start(line)?)
        };
        let Some(start) = offset(span.start) else { return Span::default() };
        let end_of_first = || start + self.lines.start(first + 1).unwrap_or(span.end) - 1 - span.start;
        Span::new(start, offset(span.end).unwrap_or_else(end_of_first))
    }
}
