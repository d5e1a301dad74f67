//! Scripts: their language, what they do on the core, what they are in Python, and who judges.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a value of the wrong kind is a mistake in a test, and panics"
)]

mod calls;
mod inspection;
pub(crate) mod judge;
pub(crate) mod language;
pub(crate) mod methods;
mod oracle;
pub(crate) mod program;
pub(crate) mod standstill;
mod steps;
pub(crate) mod values;
mod writing;
