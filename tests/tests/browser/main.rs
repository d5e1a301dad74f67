//! The built page in a real browser. `cargo xtask test` runs these; see
//! `tests/README.md` for how to write one.

mod appearance;
mod axis;
mod builds;
mod comparison;
mod course;
mod draft;
mod embeds;
mod endings;
mod engine;
mod frames;
mod harness;
mod hints;
mod keyboard;
mod languages;
mod large;
mod lessons;
mod links;
mod offline;
mod panels;
mod paper;
mod parts;
mod prediction;
mod privacy;
mod program_graph;
mod pulling;
mod running;
mod selection;
mod sharing;
mod signs;
mod time_travel;
mod touch;
mod twenty_embeds;
mod workers;
