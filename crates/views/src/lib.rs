//! What a person looks at in a run, computed from its trace and its text.
//!
//! A [`Story`] is a trace made ready for questions; it answers each for what is
//! on the screen, so that a run of a million events costs what is seen of it.
//! The answers are plain data ([`sight`]), which the page, the command and the
//! static figures draw each in their way. Nothing here runs a program.
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "events and futures are of many kinds, and most questions are about a few of them"
)]

pub mod account;
mod aim;
mod calls;
mod columns;
mod compact;
pub mod comparison;
pub mod decimal;
mod delays;
mod describe;
pub mod endings;
mod facts;
mod futures;
pub mod graph;
pub mod help;
mod identity;
pub mod instant;
mod jobs;
mod lanes;
pub mod layout;
mod log;
mod loop_state;
mod marks;
mod naming;
mod notes;
mod output;
mod places;
mod recent;
pub mod record;
mod resources;
pub mod sight;
mod steps;
mod story;
pub mod svg;
mod things;
mod timeline;
mod timers;
pub mod transcript;
mod why;
mod words;

pub use notes::has_notes;
pub use story::Story;
