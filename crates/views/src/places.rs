//! Places of the program's text: which line they are on, and what stands there.

use interleave_text::Span;

/// The program's text, with its lines counted from one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    text: String,
    /// Where each line begins.
    lines: Vec<u32>,
}

impl Source {
    pub(crate) fn new(text: &str) -> Self {
        let breaks = text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
        Self { text: text.to_owned(), lines: std::iter::once(0).chain(breaks).collect() }
    }

    /// The line on which a place begins; none for the empty place, which is nowhere.
    pub(crate) fn line(&self, place: Span) -> Option<u32> {
        let line = || crate::compact::size(self.lines.partition_point(|begin| *begin <= place.start));
        (place != Span::default()).then(line)
    }

    /// What stands at a place.
    pub(crate) fn at(&self, place: Span) -> &str {
        place.of(&self.text).unwrap_or("")
    }

    /// The line on which a place begins.
    pub(crate) fn whole_line(&self, place: Span) -> &str {
        let line = self.line(place).and_then(|line| self.lines.get(line as usize - 1));
        let rest = line.and_then(|begin| self.text.get(*begin as usize..)).unwrap_or("");
        rest.split('\n').next().unwrap_or("")
    }

    /// What stands on the same line before a place.
    pub(crate) fn before(&self, place: Span) -> &str {
        let line = self.line(place).and_then(|line| self.lines.get(line as usize - 1));
        line.map_or("", |begin| self.at(Span::new(*begin, place.start)))
    }

    /// What stands on the same line after a place.
    pub(crate) fn after(&self, place: Span) -> &str {
        let rest = self.text.get(place.end as usize..).unwrap_or("");
        rest.split('\n').next().unwrap_or("")
    }

    /// A place as far as it is on its first line.
    pub(crate) fn first_line(&self, place: Span) -> Span {
        let line = self.at(place).split('\n').next().unwrap_or("").trim_end();
        Span::new(place.start, place.start + crate::compact::size(line.len()))
    }
}
