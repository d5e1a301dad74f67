//! From a Python program's tree to bytecode.
//!
//! The bytecode is plain data ([`Draft`]): it can be run once its names and constants have been made
//! values (which is the machine's affair), and it can lie in a file (a [`Volume`]), so that the library
//! is compiled when the engine is built. Nothing here runs anything.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "nodes and constants are of many kinds, and most code is about a few of them"
)]

mod code;
mod compile;
pub mod volume;

pub use code::*;
pub use compile::{Options, compile, compile_expression, mangle};
