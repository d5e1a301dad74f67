//! `interleave run`: a program's text and input come from files and pipes, its output goes to the
//! terminal while it runs, and what became of it is the exit code.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use anyhow::{Context, Result};
use interleave_python::{Execution, Limits, Options, Run};
use interleave_trace::Trace;

use crate::arguments::{self, Bounds, Program};
use crate::{terminal, trace_file};

/// Instructions between two looks at the output: a few milliseconds' worth.
const SLICE: u64 = 500_000;

/// Python's own exit code where it cannot write out what was printed.
const CANNOT_WRITE: u8 = 120;

/// Runs a program; the exit code.
pub(crate) fn run(verb: &arguments::Run) -> Result<u8> {
    let source = read(&verb.program.file)?;
    let options = options(&verb.program, &source, verb.trace.is_some())?;
    let run = match play(&source, &options) {
        Ok(run) => run,
        // Whoever read the output has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(CANNOT_WRITE),
        Err(error) => return Err(error).context("cannot write the program's output"),
    };
    terminal::complain_of(&run.ending);
    if let (Some(path), Some(trace)) = (&verb.trace, &run.trace) {
        trace_file::write(path, trace, &source)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    if verb.time {
        terminal::say(&cost(&run));
    }
    Ok((run.exit & 0xff).try_into().unwrap_or(1))
}

/// Runs a program unseen and prints what happened; the exit code is that of the command.
pub(crate) fn trace(program: &Program) -> Result<u8> {
    let source = read(&program.file)?;
    let trace = recorded(&source, &options(program, &source, true)?)?;
    match trace_file::print(&trace, &source) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(CANNOT_WRITE),
        written => written.map(|()| 0).context("cannot write to standard output"),
    }
}

/// Runs a program unseen; what happened.
pub(crate) fn recorded(source: &str, options: &Options) -> Result<Trace> {
    let run = interleave_python::run(source, options);
    terminal::complain_of(&run.ending);
    run.trace.with_context(|| format!("the program has not run:\n{}", run.stderr.trim_end()))
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// A program's text.
pub(crate) fn read(file: &Path) -> Result<String> {
    if is_standard_input(file) {
        io::read_to_string(io::stdin()).context("cannot read a program from standard input")
    } else {
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
    }
}

/// How it is to run, and whether what happens is written down.
pub(crate) fn options(program: &Program, source: &str, record: bool) -> Result<Options> {
    let limits = limits(&program.bounds);
    let filename = match &program.filename {
        Some(name) => name.clone(),
        None if is_standard_input(&program.file) => "<stdin>".to_owned(),
        None => program.file.display().to_string(),
    };
    let stdin = if is_standard_input(&program.file) { String::new() } else { input_for(source)? };
    let settings = program.scenario.settings();
    Ok(Options { filename, stdin, record, limits, settings, ..Options::default() })
}

/// How much a run may do.
pub(crate) fn limits(bounds: &Bounds) -> Limits {
    let defaults = Limits::default();
    Limits {
        instructions: bounds.max_instructions.unwrap_or(defaults.instructions),
        memory: bounds.max_memory.unwrap_or(defaults.memory),
        ..defaults
    }
}

/// All that standard input has. It is read before the program runs, as virtual time waits for nobody;
/// and only for a program that names it, as another must not hang where nobody closes the pipe.
fn input_for(source: &str) -> Result<String> {
    if !["input", "stdin"].iter().any(|name| source.contains(name)) {
        return Ok(String::new());
    }
    let mut stdin = io::stdin();
    if stdin.is_terminal() {
        terminal::say("interleave: the program may read input: type it now, and end it with Ctrl-D");
    }
    let mut bytes = Vec::new();
    stdin.read_to_end(&mut bytes).context("cannot read standard input")?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Runs it slice by slice, so that a person sees what is printed while it goes on.
fn play(source: &str, options: &Options) -> io::Result<Run> {
    let run = match Execution::new(source, options) {
        Ok(mut execution) => loop {
            let has_ended = execution.advance(SLICE);
            let (printed, complained) = execution.take_output();
            pass_on(&printed, &complained)?;
            if has_ended {
                break execution.finish();
            }
        },
        Err(run) => *run,
    };
    pass_on(&run.stdout, &run.stderr)?;
    Ok(run)
}

fn pass_on(printed: &str, complained: &str) -> io::Result<()> {
    if !printed.is_empty() {
        let mut stdout = io::stdout().lock();
        stdout.write_all(printed.as_bytes())?;
        stdout.flush()?;
    }
    if !complained.is_empty() {
        // As in Python, a program goes on without its standard error.
        let _ = io::stderr().write_all(complained.as_bytes());
    }
    Ok(())
}

fn cost(run: &Run) -> String {
    let seconds = format!("{}.{:09}", run.end_ns / 1_000_000_000, run.end_ns % 1_000_000_000);
    let seconds = seconds.trim_end_matches('0').trim_end_matches('.');
    format!("virtual time {seconds} s, loop iterations {}, instructions {}", run.iterations, run.instructions)
}
