//! The page and its worker: one library, two small binaries (`bin/page.rs`,
//! `bin/worker.rs`) that Trunk builds separately.
//!
//! The page is a function of one `State`, moved by one `Action` through
//! one `reduce`; components get props and callbacks. The worker answers typed
//! messages (`engine`). What a program *means* is decided in neither.

mod app;
mod components;
mod document;
mod editor;
mod engine;
mod files;
mod frames;
mod held;
mod keys;
mod leaves;
mod marks;
mod messages;
mod parts;
mod places;
mod reader;
mod state;
mod storage;
mod theme;

pub use app::start as start_page;
pub use engine::rehearsal::requests as rehearsal;
pub use engine::service::start as start_worker;
pub use parts::load as load_part;
