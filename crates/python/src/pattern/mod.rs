//! Regular expressions with Python's syntax, meaning and error texts.
//!
//! A pattern is read into a tree (`syntax`), made into a program (`program`), and run by a
//! backtracking matcher that keeps its own stack and counts its steps (`matcher`). Texts
//! are slices of characters and all places count characters; bytes come as Latin-1.

pub(crate) mod class;
pub(crate) mod escapes;
pub(crate) mod flags;
pub(crate) mod matcher;
pub(crate) mod program;
pub(crate) mod scan;
pub(crate) mod syntax;
pub(crate) mod template;
pub(crate) mod tree;

use crate::number::failure::{Failure, Outcome};
use flags::Flags;
use matcher::{Mode, Spans, TooManySteps};
use program::Program;

/// An `re.error`: its message without the place, and the place if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PatternError {
    pub(crate) message: String,
    pub(crate) position: Option<usize>,
}

/// What keeps a pattern from being compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// An `re.error`.
    Pattern(PatternError),
    Other(Failure),
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    program: Program,
    /// As `Pattern.flags` shows them.
    pub(crate) flags: u32,
    /// The number of groups, without group 0.
    pub(crate) groups: usize,
    /// Names of groups with their numbers, in order of appearance.
    pub(crate) names: Vec<(String, usize)>,
}

impl Pattern {
    /// `re.compile(pattern, flags)`; `bytes` says that the pattern is one of bytes.
    pub(crate) fn compile(pattern: &str, flags: u32, bytes: bool) -> Result<Self, Refusal> {
        let parsed = syntax::parse(pattern, flags, bytes)?;
        let flags = Flags::settled(parsed.flags, bytes).map_err(Refusal::Other)?;
        let program = program::compile(&parsed.tree, parsed.groups).map_err(Refusal::Pattern)?;
        Ok(Self { program, flags: flags.number(), groups: parsed.groups, names: parsed.names })
    }

    /// `match`, `fullmatch` or `search` from `start` on; `budget` is the steps left.
    pub(crate) fn run(
        &self,
        text: &[char],
        start: usize,
        mode: Mode,
        budget: &mut u64,
    ) -> Result<Option<Spans>, TooManySteps> {
        matcher::run(&self.program, text, start, mode, false, budget)
    }

    /// The number of a group by its name.
    pub(crate) fn group_named(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, number)| *number)
    }

    /// The name of a group, if it has one.
    pub(crate) fn name_of(&self, group: usize) -> Option<&str> {
        self.names.iter().find(|(_, number)| *number == group).map(|(name, _)| &**name)
    }
}

/// The error for a group that there is not (`Match.group`, templates of digits).
pub(crate) fn no_such_group() -> Failure {
    Failure::index("no such group")
}

/// Refuses patterns and flags that contradict each other; see `Flags::settled`.
fn refuse<T>(text: &str) -> Outcome<T> {
    Err(Failure::value(text))
}

#[cfg(test)]
#[path = "tests/pattern.rs"]
mod tests;
