//! A program as a picture that can be changed: read off its text, and changed by changes of the text.
//!
//! [`graph`] is the picture: cards, steps, things, edges. A [`Command`] is a change of the picture; it becomes an
//! edit of the text, or a [`Refusal`]. Each kind of change has a file of its own. Running a program and
//! drawing the picture are not here, nor is a second model beside the text: whoever has applied an edit
//! reads the graph anew.

#![expect(clippy::wildcard_enum_match_arm, reason = "of Python's many constructs, each place knows a few")]

mod add_card;
mod add_parameter;
mod add_step;
mod call_card;
mod command;
mod delete_card;
mod delete_step;
mod delete_thing;
pub mod drag;
mod duplicate_card;
mod duplicate_step;
mod extract_card;
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
mod rewrite_step;
mod set_literal;
#[cfg(test)]
mod testing;
mod together;
mod ungroup;
mod use_thing;
mod wrap_steps;

pub use add_step::NewStep;
pub use call_card::Calling;
pub use command::Command;
pub use insertion::Place;
pub use program::Program;
pub use refusal::{Refusal, Wanted};
pub use together::Together;
pub use use_thing::Use;
pub use wrap_steps::Head;
