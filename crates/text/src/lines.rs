//! The lines of a text: where each begins.

/// The offsets at which the lines of a text begin. Lines are counted from one.
///
/// ```
/// use interleave_text::Lines;
/// let text = "wash\nrinse";
/// let lines = Lines::new(text);
/// assert_eq!(lines.line_of(5), 2);
/// assert_eq!(lines.start(2), Some(5));
/// assert_eq!(lines.line(text, 1), "wash");
/// assert_eq!(lines.line(text, 3), "");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines(Vec<u32>);

impl Lines {
    /// The lines of a text of less than 4 GiB.
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let after = breaks.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
        Self(std::iter::once(0).chain(after).collect())
    }

    /// The line in which an offset lies.
    pub fn line_of(&self, offset: u32) -> u32 {
        u32::try_from(self.0.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
    }

    /// Where a line begins, if there is one of that number.
    pub fn start(&self, number: u32) -> Option<u32> {
        self.0.get(number.checked_sub(1)? as usize).copied()
    }

    /// A line of the text, without its end; nothing if there is none of that number.
    pub fn line<'t>(&self, text: &'t str, number: u32) -> &'t str {
        let Some(start) = self.start(number) else { return "" };
        let end = self.start(number + 1).map_or(text.len(), |next| next as usize);
        text.get(start as usize..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }
}
