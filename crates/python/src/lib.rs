//! The crate's rooms; what it is, is in its README.
#![doc = include_str!("../README.md")]
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "values, instructions and nodes are of many kinds, and most code is about a few of them"
)]

mod builtins;
mod code;
mod effort;
mod execution;
mod groundwork;
mod heap;
mod inspect;
mod modules;
mod number;
mod object;
mod options;
mod output;
mod pattern;
mod provenance;
mod settings;
mod text;
mod traceback;
mod types;
mod value;
mod vm;

pub use execution::{Ending, Execution, Run, run};
pub use groundwork::Groundwork;
pub use heap::count_with as count_memory_with;
pub use inspect::{Change, Checkpoints, LiveFrame, LiveTask, LiveVariable, Looking, Snapshot, Who, look_at};
pub use interleave_library::SECOND_FILE as SECOND_VOLUME;
pub use modules::shelf::provide_library;
pub use options::{Limits, Options};
