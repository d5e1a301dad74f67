//! One kind sentence about an error or a warning: what it means here, and what to do about it.
//!
//! `complaints` reads what CPython says, `recognise` finds the mistake behind it, and each language
//! has a file of its own. Mistakes that nobody needs help with get none.

mod complaints;
mod english;
mod recognise;
mod simplified_chinese;
mod traditional_chinese;

use interleave_text::Language;

use recognise::Mistake;

/// Help for what a program was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// What it means and what to do.
    pub sentence: String,
    /// The line of the program that it is about, counted from one, as far as that is known.
    pub line: Option<u32>,
}

/// Help for what stands on standard error, if there is something to say. What ended the program comes
/// first; what it was only warned of comes next.
pub fn explain(language: Language, stderr: &str) -> Option<Help> {
    let complaints = complaints::read(stderr);
    let ended = complaints.iter().rev().filter(|complaint| complaint.is_fatal());
    let warned = complaints.iter().filter(|complaint| !complaint.is_fatal());
    let (complaint, mistake) =
        ended.chain(warned).find_map(|complaint| Some((complaint, complaint.mistake()?)))?;
    let sentence = match language {
        Language::English => english::say(&mistake),
        Language::TraditionalChinese => traditional_chinese::say(&mistake),
        Language::SimplifiedChinese => simplified_chinese::say(&mistake),
    };
    Some(Help { sentence, line: complaint.line })
}

#[cfg(test)]
mod tests;
