//! What is said of a mistake: what happens, and what to do instead. Each language has a file of its own; no language
//! is derived from another. Names of the program and of Python stay as they are, between backticks.

mod english;
mod simplified_chinese;
mod traditional_chinese;

use interleave_text::Language;
use interleave_views::instant;
use serde::{Deserialize, Serialize};

use crate::Mistake;

/// Two sentences. What stands between backticks is code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What happens here.
    pub what: String,
    /// What to do instead.
    pub instead: String,
}

pub(crate) fn words(language: Language, mistake: &Mistake) -> Words {
    let (what, instead) = match language {
        Language::English => english::said(mistake),
        Language::TraditionalChinese => traditional_chinese::said(mistake),
        Language::SimplifiedChinese => simplified_chinese::said(mistake),
    };
    Words { what, instead }
}

/// Nanoseconds as the digits of seconds.
fn seconds(ns: i64) -> String {
    instant::seconds(ns)
}
