//! The texts around lessons; what lessons say themselves are files of the catalogue.

pub(super) mod en;
pub(super) mod zh_hans;
pub(super) mod zh_hant;

/// Those texts in one language.
pub(crate) struct CourseMessages {
    /// Where they are found, and what they are called.
    pub(crate) lessons: &'static str,
    /// The way back to the list.
    pub(crate) all: &'static str,
    pub(crate) place: fn(number: u32, all: u32) -> String,
    pub(crate) leave_hint: &'static str,
    /// The reader's own program is not what is in the editor.
    pub(crate) kept: &'static str,
    pub(crate) missing: &'static str,

    /// Headings.
    pub(crate) look: &'static str,
    pub(crate) experiment: &'static str,
    pub(crate) question: &'static str,

    pub(crate) look_there: &'static str,
    /// The program is not the lesson's any more.
    pub(crate) changed: &'static str,
    pub(crate) change: &'static str,
    pub(crate) put_back: &'static str,
    pub(crate) right: &'static str,
    pub(crate) wrong: &'static str,
    /// The question was answered on an earlier visit.
    pub(crate) answered: &'static str,

    pub(crate) neighbours: &'static str,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,

    /// In the list: opened, answered.
    pub(crate) marks: [&'static str; 2],
    pub(crate) progress: fn(answered: usize, all: usize) -> String,
    pub(crate) forget: &'static str,
}
