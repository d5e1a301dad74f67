//! What was written, cut into lines. A line belongs to whoever wrote its first
//! character, and is there from the moment in which it was complete.

use std::ops::Range;

use interleave_trace::{Event, TextId, Trace, What};

use crate::compact::size;
use crate::sight::Stream;

/// A line of output.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The event that wrote its beginning.
    pub(crate) begun: u32,
    /// The lane of whoever did.
    pub(crate) lane: u32,
    /// The event that wrote its end.
    pub(crate) complete: u32,
    pub(crate) stream: Stream,
    words: Words,
}

#[derive(Clone, Debug)]
enum Words {
    /// All of it was written at once.
    Part(TextId, Range<u32>),
    /// It was written piece by piece.
    Joined(Box<str>),
}

impl Line {
    pub(crate) fn text<'a>(&'a self, trace: &'a Trace) -> &'a str {
        match &self.words {
            Words::Part(id, range) => {
                trace.text(*id).get(range.start as usize..range.end as usize).unwrap_or("")
            }
            Words::Joined(text) => text,
        }
    }
}

/// All lines, in the order in which they were completed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Output {
    pub(crate) lines: Vec<Line>,
    /// The events that wrote something.
    pub(crate) written: Vec<u32>,
    begun: [Option<Begun>; 2],
}

/// A line whose end has not been written.
#[derive(Clone, Debug)]
struct Begun {
    at: u32,
    lane: u32,
    last: u32,
    text: String,
}

impl Output {
    pub(crate) fn note(&mut self, index: u32, event: &Event, lane: u32, trace: &Trace) {
        if let What::Prints(text) = event.what {
            self.write((index, lane), Stream::Out, text, trace);
        } else if let What::Warns(text) = event.what {
            self.write((index, lane), Stream::Err, text, trace);
        }
    }

    fn write(&mut self, (index, lane): (u32, u32), stream: Stream, id: TextId, trace: &Trace) {
        let text = trace.text(id);
        self.written.push(index);
        let mut from = 0;
        for (end, _) in text.match_indices('\n') {
            let line = match self.begun[stream as usize].take() {
                Some(begun) => {
                    let words = Words::Joined((begun.text + &text[from..end]).into());
                    Line { begun: begun.at, lane: begun.lane, complete: index, stream, words }
                }
                None => {
                    let words = Words::Part(id, size(from)..size(end));
                    Line { begun: index, lane, complete: index, stream, words }
                }
            };
            self.lines.push(line);
            from = end + 1;
        }
        if from < text.len() {
            let begun = &mut self.begun[stream as usize];
            let begun = begun.get_or_insert(Begun { at: index, lane, last: index, text: String::new() });
            begun.text.push_str(&text[from..]);
            begun.last = index;
        }
    }

    /// Lines that nobody ended are complete with the last that was written of them.
    pub(crate) fn finish(&mut self) {
        for stream in [Stream::Out, Stream::Err] {
            if let Some(begun) = self.begun[stream as usize].take() {
                let Begun { at, lane, last, text } = begun;
                let words = Words::Joined(text.into());
                self.lines.push(Line { begun: at, lane, complete: last, stream, words });
            }
        }
        self.lines.sort_by_key(|line| line.complete);
    }

    /// How many lines are complete at a moment.
    pub(crate) fn before(&self, moment: u32) -> u32 {
        size(self.lines.partition_point(|line| line.complete < moment))
    }
}
