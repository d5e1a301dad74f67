//! Why something happened, and why something does not: chains of causes, and what has just happened.

use interleave_text::Language;

use crate::sight::{Question, Why};
use crate::story::Story;

/// The answer to a question.
pub(crate) fn answer(_story: &Story, _language: Language, _question: Question) -> Why {
    Why::default()
}

/// What has just happened at a moment, in a sentence.
pub(crate) fn caption(_story: &Story, _language: Language, _moment: u32) -> String {
    String::new()
}
