//! Scripts: their language, what they do on the core, what they are in Python, and who judges.

mod calls;
pub(crate) mod judge;
pub(crate) mod language;
mod oracle;
pub(crate) mod program;
mod values;
mod writing;
