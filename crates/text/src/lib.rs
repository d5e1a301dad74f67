//! Texts and their readers: places in a text, which is UTF-8 and counted in
//! bytes, changes of a text, code blocks in Markdown, and the languages that readers read, with their
//! way to write counts.
//!
//! Nothing here knows what a text means.

mod counts;
mod edit;
mod fences;
mod language;
mod lines;

pub use counts::count;
pub use edit::{Edit, Replacement};
pub use fences::Fence;
pub use language::Language;
pub use lines::Lines;
use serde::{Deserialize, Serialize};

/// A stretch of text, from `start` up to but not including `end`.
///
/// ```
/// use interleave_text::Span;
/// let text = "await nap(2)";
/// assert_eq!(Span::new(6, 9).of(text), Some("nap"));
/// assert_eq!(Span::new(6, 99).of(text), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span between two offsets; an end before the start gives an empty span.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The text at this place, if the place lies in it and on whole characters.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }
}
