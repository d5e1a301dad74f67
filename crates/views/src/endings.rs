//! What is said of a run that did not come to an end of its own: it was stopped, or nothing could go on.

use interleave_text::Language;
use interleave_trace::Stopped;

use crate::words;

/// Which limit a run reached, and where.
pub fn reached(language: Language, stopped: &Stopped) -> String {
    words::reached(language, stopped)
}

/// What to do about it, if that is not clear.
pub fn advice(language: Language, stopped: &Stopped) -> Option<String> {
    words::advice(language, stopped)
}

/// What to do about a deadlock.
pub fn way_out(language: Language) -> &'static str {
    words::way_out(language)
}
