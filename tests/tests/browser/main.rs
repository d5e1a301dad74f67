//! The built page in a real browser. `cargo xtask test` runs these; see
//! `tests/README.md` for how to write one.

mod appearance;
mod draft;
mod engine;
mod harness;
mod keyboard;
mod languages;
mod panels;
mod running;
mod signs;
mod time_travel;
