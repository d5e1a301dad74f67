//! Virtual times in the reader's language.

use interleave_text::Language;
pub(super) use interleave_views::instant::{seconds, seconds_in_column};

use crate::messages;

/// Seconds and their unit in the reader's language.
pub(super) fn with_unit(ns: i64, language: Language) -> String {
    (messages::of(language).views.seconds)(&seconds(ns))
}
