//! What a person looks at in a run, computed from its trace and its text.
//!
//! A [`Story`] is a trace made ready for questions; it answers each for what is
//! on the screen, so that a run of a million events costs what is seen of it.
//! The answers are plain data ([`sight`]), which the page, the command and the
//! static figures draw each in their way. Nothing here runs a program.

mod aim;
mod compact;
mod describe;
mod facts;
mod futures;
mod graph;
pub mod help;
pub mod instant;
mod lanes;
pub mod layout;
mod log;
mod loop_state;
mod marks;
mod naming;
mod output;
mod places;
mod resources;
pub mod sight;
mod steps;
mod story;
mod things;
mod timeline;
mod timers;
mod why;
mod words;

pub use story::Story;
