//! The parts of the page. Each gets props and callbacks, and keeps nothing that
//! the state should know.

mod choice;
mod code_editor;
mod fold;
mod graph;
mod header;
mod instant;
mod log;
mod loop_panel;
mod pane;
mod size;
mod status_line;
mod timeline;
mod variables;
mod who;
mod why;

pub(crate) use code_editor::CodeEditor;
pub(crate) use fold::Fold;
pub(crate) use graph::GraphPanel;
pub(crate) use header::Header;
pub(crate) use log::{Log, LogRows};
pub(crate) use loop_panel::LoopPanel;
pub(crate) use pane::Pane;
pub(crate) use status_line::StatusLine;
pub(crate) use timeline::{Picture, Timeline};
pub(crate) use variables::Variables;
pub(crate) use why::WhyPanel;
