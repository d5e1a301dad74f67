//! What a person looks at in a run, computed from its trace and its text.
//!
//! A [`Story`] is a trace made ready for questions; it answers each for what is
//! on the screen, so that a run of a million events costs what is seen of it.
//! The answers are plain data ([`sight`]), which the page, the command and the
//! static figures draw each in their way. Nothing here runs a program.

pub mod help;
pub mod layout;
pub mod sight;
