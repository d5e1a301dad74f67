//! The parts of the page. Each gets props and callbacks, and keeps nothing that
//! the state should know.

mod choice;
mod code_editor;
mod header;
mod pane;
mod status_line;

pub(crate) use code_editor::CodeEditor;
pub(crate) use header::Header;
pub(crate) use pane::Pane;
pub(crate) use status_line::StatusLine;
