//! The parts of the page. Each gets props and callbacks, and keeps nothing that
//! the state should know.

mod arrival;
mod choice;
mod code_editor;
mod comparison;
mod fold;
mod graph;
mod header;
mod hints;
mod icon;
mod instant;
mod keys_dialog;
mod lesson;
mod log;
mod loop_panel;
mod modal;
mod open_dialog;
mod pane;
mod player_bar;
mod prediction;
mod problem_box;
mod program;
mod run_controls;
mod scrolling;
mod share_dialog;
mod size;
mod stage;
mod status_line;
mod timeline;
mod variables;
mod who;
mod why;

pub(crate) use code_editor::{CodeEditor, Order};
pub(crate) use header::header;
pub(crate) use keys_dialog::keys_dialog;
pub(crate) use lesson::LessonPane;
pub(crate) use log::LogRows;
pub(crate) use open_dialog::OpenDialog;
pub(crate) use pane::pane;
pub(crate) use problem_box::ProblemBox;
pub(crate) use run_controls::RunControls;
pub(crate) use share_dialog::ShareDialog;
pub(crate) use stage::{Opening, Stage};
pub(crate) use status_line::StatusLine;
pub(crate) use timeline::Picture;
