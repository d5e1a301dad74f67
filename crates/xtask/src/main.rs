//! `cargo xtask`: what contributors run. Each command is a few lines in
//! `commands`; what a fresh machine lacks is installed by `setup`. No product
//! code lives here.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on the terminal")]

mod alone;
mod archive;
mod bench;
mod commands;
mod cpython;
mod differ;
mod engine;
mod fuzz;
mod offline;
mod page;
mod parts;
mod plant;
mod process;
mod recipes;
mod record;
mod setup;
mod size;
mod styles;
mod vendor;
mod workspace;
mod yardstick;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match commands::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
