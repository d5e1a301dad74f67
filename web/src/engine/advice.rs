//! The mistakes that a program makes, as the page shows them.

use interleave_hints::{Hint, hints};
use interleave_text::Language;
use interleave_views::Story;

use super::protocol::Advice;

/// What is worth a second thought in a program that has run; nothing in one that does not parse.
pub(super) fn of(text: &str, story: &Story, language: Language) -> Vec<Advice> {
    let found = hints(text, Some(story)).unwrap_or_default();
    found.iter().map(|hint| advice(hint, text, language)).collect()
}

fn advice(hint: &Hint, text: &str, language: Language) -> Advice {
    let before = text.get(..hint.span.start as usize).unwrap_or_default();
    Advice {
        rule: hint.mistake.rule().name().to_owned(),
        span: hint.span,
        line: (1..).zip(before.split('\n')).last().map_or(1, |(line, _)| line),
        words: hint.words(language),
        seen: hint.seen.clone(),
        repaired: hint.repair.as_ref().and_then(|repair| repair.apply(text)),
    }
}
