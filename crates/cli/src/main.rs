//! The `interleave` command: its verbs, and how it ends. What they do is in the
//! library crates; here is what meets a terminal, a file, a process.

mod arguments;
mod check;
mod export;
mod hints;
#[cfg(test)]
mod leftovers;
mod link;
mod render;
mod run;
mod terminal;
mod trace_file;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Verb};

/// What was asked for cannot be done; as `python` says it of a file that is not there.
const REFUSED: u8 = 2;

fn main() -> ExitCode {
    interleave_memory::lay_ground();
    interleave_python::count_memory_with(interleave_memory::in_use);
    let done = match Arguments::parse().verb {
        Verb::Run(verb) => run::run(&verb),
        Verb::Render(verb) => render::render(&verb),
        Verb::Trace(verb) => run::trace(&verb),
        Verb::Export(verb) => export::export(&verb),
        Verb::Hints(verb) => hints::print(&verb),
        Verb::Link(verb) => link::link(&verb),
        Verb::Check(verb) => check::check(&verb),
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "interleave", &mut script);
            io::stdout().write_all(&script).map(|()| 0).map_err(Into::into)
        }
    };
    ExitCode::from(done.unwrap_or_else(|error| {
        terminal::complain(&format!("interleave: {error:#}"));
        REFUSED
    }))
}
