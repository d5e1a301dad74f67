//! The command behind `cargo xtask bench page`: the page in Chromium, and beside it, in the same
//! run, CPython as wasm with the same programs. How each figure is taken is in `page_bench`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on the terminal")]

use std::path::PathBuf;
use std::process::ExitCode;

use interleave_tests::page_bench::{Figures, measure};

fn main() -> ExitCode {
    let rounds = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(3);
    let Some(rival) = std::env::var_os("INTERLEAVE_RIVAL").map(PathBuf::from) else {
        eprintln!("run it as `cargo xtask bench page`, which brings a browser and CPython as wasm");
        return ExitCode::FAILURE;
    };
    let rounds: Vec<Figures> = (1..=rounds)
        .map(|round| {
            eprintln!("  … round {round}");
            measure(&rival)
        })
        .collect();
    println!("{}", Figures::table(&rounds));
    ExitCode::SUCCESS
}
