//! Scripts: their language, what they do on the core, what they are in Python, and who judges.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a value of the wrong kind is a mistake in a test, and panics"
)]

mod calls;
pub(crate) mod judge;
pub(crate) mod language;
mod methods;
mod oracle;
pub(crate) mod program;
mod steps;
mod values;
mod writing;
