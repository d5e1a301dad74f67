//! A program as a picture that can be changed: read off its text, and changed by changes of the text.
//!
//! [`graph`] is the picture: cards, steps, things, edges. A [`Command`] is a change of the picture; it becomes an
//! edit of the text, or a [`Refusal`]. Each kind of change has a file of its own. Running a program and
//! drawing the picture are not here, nor is a second model beside the text: whoever has applied an edit
//! reads the graph anew.

#![expect(clippy::wildcard_enum_match_arm, reason = "of Python's many constructs, each place knows a few")]

mod add_card;
mod add_step;
mod command;
mod delete_step;
pub mod drag;
mod duplicate_step;
pub mod graph;
mod hold_thing;
mod imports;
mod insertion;
mod make_thing;
mod move_step;
mod occurrences;
mod one_by_one;
mod program;
mod reach;
mod refusal;
mod rename;
mod set_literal;
#[cfg(test)]
mod testing;
mod together;
mod wrap_steps;

pub use command::Command;
pub use insertion::Place;
pub use program::Program;
pub use refusal::{Refusal, Wanted};
pub use together::Together;
