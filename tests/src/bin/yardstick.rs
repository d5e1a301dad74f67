//! The command behind `cargo xtask yardstick`: the functions of CPython's own tests of asyncio, one by one, on
//! Interleave. The tests are read where CPython is installed, and never become part of the project.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on the terminal")]
#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "tests read files and use threads")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use interleave_python::{Ending, Limits, Options, run};

const USAGE: &str = "\
usage: cargo xtask yardstick [FILE …] [--brief]

  FILE     such as test_locks; all eight files of CPython's tests of asyncio else
  --brief  leave out those that pass";

const FILES: [&str; 8] = [
    "test_locks",
    "test_queues",
    "test_taskgroups",
    "test_timeouts",
    "test_waitfor",
    "test_tasks",
    "test_futures",
    "test_runners",
];

/// What the files import from CPython's `test` package, and what stands for it here.
const HELPERS: [(&str, &str); 5] = [
    ("test", ""),
    ("test.support", include_str!("../../yardstick/support.py")),
    ("test.support.script_helper", include_str!("../../yardstick/script_helper.py")),
    ("test.test_asyncio", ""),
    ("test.test_asyncio.utils", include_str!("../../yardstick/loops.py")),
];

const DRIVER: &str = include_str!("../../yardstick/driver.py");

/// Which functions are not for us to pass, and why: `file class.function reason`, with `*` for any letters.
const REASONS: &str = include_str!("../../yardstick/reasons.txt");

/// Names each test function of a file, in CPython's own words: its class, a blank, and its name.
const LIST: &str = "\
import sys, unittest
def walk(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite): walk(test)
        else: print(type(test).__name__, test._testMethodName)
walk(unittest.defaultTestLoader.loadTestsFromName('test.test_asyncio.' + sys.argv[1]))";

/// Instructions after which a test hangs.
const PATIENCE: u64 = 30_000_000;

fn main() -> ExitCode {
    match measure(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn measure(words: impl Iterator<Item = String>) -> Result<(), String> {
    let (mut files, mut brief) = (Vec::new(), false);
    for word in words {
        match FILES.iter().find(|file| **file == word.trim_end_matches(".py")) {
            Some(file) => files.push(*file),
            None if word == "--brief" => brief = true,
            None => return Err(format!("what is `{word}`?")),
        }
    }
    if files.is_empty() {
        files.extend(FILES);
    }
    let python = std::env::var_os("INTERLEAVE_PYTHON313").ok_or("$INTERLEAVE_PYTHON313 names no CPython")?;
    let python = Path::new(&python);
    let folder = answer(python, &["-c", "import test; print(test.__path__[0])"])?;
    let folder = PathBuf::from(folder.trim()).join("test_asyncio");
    let mut summary = String::new();
    for file in files {
        let path = folder.join(file).with_extension("py");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let listed = answer(python, &["-c", LIST, file])?;
        let functions: Vec<(&str, &str)> = listed.lines().filter_map(|line| line.split_once(' ')).collect();
        let verdicts = verdicts(file, &text, &functions);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for ((class, function), verdict) in functions.iter().zip(&verdicts) {
            let reason = reason(file, &format!("{class}.{function}"));
            let (kind, words) = match (verdict, reason) {
                (Verdict::Passed, None) => ("passed", String::new()),
                (Verdict::Passed, Some(reason)) => ("passed", format!("though said to be: {reason}")),
                (Verdict::Skipped(words), _) => ("skipped", words.clone()),
                (Verdict::Failed(_), Some(reason)) => ("not for us", reason.to_owned()),
                (Verdict::Failed(words), None) => ("failed", words.clone()),
            };
            *counts.entry(kind).or_default() += 1;
            if !brief || !words.is_empty() {
                println!("{file}\t{class}.{function}\t{kind}\t{words}");
            }
        }
        let count = |kind| counts.get(kind).copied().unwrap_or(0);
        let share = 100.0 * count("passed") as f64 / functions.len().max(1) as f64;
        summary += &format!(
            "{file:<18}{:>10}{:>9}{share:>7.1} %{:>9}{:>12}{:>9}\n",
            functions.len(),
            count("passed"),
            count("skipped"),
            count("not for us"),
            count("failed")
        );
    }
    println!("\n{:<18}functions   passed           skipped  not for us   failed\n{summary}", "");
    Ok(())
}

fn answer(python: &Path, words: &[&str]) -> Result<String, String> {
    let output = Command::new(python).args(words).output().map_err(|error| format!("CPython: {error}"))?;
    if !output.status.success() {
        return Err(format!("CPython: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What came of a function.
#[derive(Clone)]
enum Verdict {
    Passed,
    Skipped(String),
    Failed(String),
}

/// What came of each function, each in a run of its own.
fn verdicts(file: &str, text: &str, functions: &[(&str, &str)]) -> Vec<Verdict> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let place = next.fetch_add(1, Ordering::Relaxed)
            && let Some((class, function)) = functions.get(place)
        {
            done.push((place, verdict(file, text, class, function)));
        }
        done
    };
    let mut all: Vec<(usize, Verdict)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..thread::available_parallelism().map_or(1, usize::from))
            .map(|_| thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work))
            .collect();
        workers
            .into_iter()
            .flatten()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, verdict)| verdict).collect()
}

fn verdict(file: &str, text: &str, class: &str, function: &str) -> Verdict {
    let limits = Limits { instructions: PATIENCE, source: 4 << 20, ..Limits::default() };
    let run = run(&program(file, text, class, function), &Options { limits, ..Options::default() });
    let last = run.stdout.trim_end().lines().next_back().unwrap_or_default();
    match (run.ending, last.split_once(": ")) {
        (Ending::Finished, None) if last == "passed" => Verdict::Passed,
        (Ending::Finished, Some(("skipped", words))) => Verdict::Skipped(words.to_owned()),
        (Ending::Finished, Some((_, words))) if run.exit == 0 => Verdict::Failed(words.to_owned()),
        _ => Verdict::Failed(run.stderr.trim_end().lines().next_back().unwrap_or_default().to_owned()),
    }
}

/// The driver, with what it has to know in front of it. What CPython has removed is an error, as in CPython.
fn program(file: &str, text: &str, class: &str, function: &str) -> String {
    let literal = |text: &str| serde_json::Value::from(text).to_string();
    let helpers = HELPERS.map(|(name, text)| format!("({}, {})", literal(name), literal(text))).join(", ");
    format!(
        "# interleave: removed=error\nHELPERS = [{helpers}]\nFILE = ({}, {})\nTEST = ({}, {})\n{DRIVER}",
        literal(&format!("test/test_asyncio/{file}.py")),
        literal(text),
        literal(class),
        literal(function)
    )
}

/// Why a function is not for us to pass, if so.
fn reason(file: &str, function: &str) -> Option<&'static str> {
    REASONS.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let (of, rest) = line.split_once(' ')?;
        let (pattern, reason) = rest.split_once(' ')?;
        (of == file && fits(pattern, function)).then_some(reason.trim())
    })
}

/// A pattern, in which `*` stands for any letters.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => name.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| fits(after, &rest[at..]))
        }),
    }
}
