//! The texts of predicting: questions, and what answers are worth.

pub(super) mod en;
pub(super) mod zh_hans;
pub(super) mod zh_hant;

/// Those texts in one language.
pub(crate) struct PredictingMessages {
    /// The button that begins it, and what it does.
    pub(crate) predict: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) title: &'static str,
    pub(crate) introduction: &'static str,

    pub(crate) order: &'static str,
    pub(crate) order_hint: &'static str,
    pub(crate) goes_on: &'static str,
    pub(crate) up: fn(line: &str) -> String,
    pub(crate) down: fn(line: &str) -> String,
    pub(crate) place: fn(line: &str, place: usize) -> String,
    pub(crate) end: &'static str,
    pub(crate) at_once: &'static str,
    pub(crate) cancelled: &'static str,
    pub(crate) none_of_them: &'static str,
    /// What a variable, of the program or of a function, holds when a line has just been printed.
    pub(crate) holds: fn(name: &str, function: Option<&str>, line: &str) -> String,

    pub(crate) mark: &'static str,
    pub(crate) leave: &'static str,
    /// There is no run, and there is nothing to ask about it.
    pub(crate) no_run: &'static str,
    /// The program runs still.
    pub(crate) not_yet: &'static str,
    pub(crate) no_questions: &'static str,

    pub(crate) score: fn(right: usize, all: usize) -> String,
    pub(crate) right: &'static str,
    pub(crate) line_is: fn(number: usize, is: &str, said: &str) -> String,
    pub(crate) number_is: fn(is: &str, said: &str) -> String,
    pub(crate) task_is: fn(name: &str, cancelled: bool) -> String,
    /// What would have to be so for such an answer, in the order of `Model`.
    pub(crate) models: [&'static str; 7],
}
