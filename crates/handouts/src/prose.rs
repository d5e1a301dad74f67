//! Paragraphs as HTML.

use std::fmt::Write as _;

use interleave_figure::Plain;
use interleave_lessons::{Paragraph, Piece};

/// A paragraph without an element of its own.
pub(crate) fn inline(paragraph: &Paragraph) -> String {
    let mut html = String::new();
    for piece in &paragraph.0 {
        // Writing to a string does not fail.
        let _ = match piece {
            Piece::Words(words) => write!(html, "{}", Plain(words)),
            Piece::Code(code) => write!(html, "<code>{}</code>", Plain(code)),
        };
    }
    html
}

/// Each as `<p>`.
pub(crate) fn paragraphs(all: &[Paragraph]) -> String {
    all.iter().map(|paragraph| format!("<p>{}</p>\n", inline(paragraph))).collect()
}
