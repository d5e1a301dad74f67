//! CPython's own tests as a yardstick: the functions of some of its files, one by one, on Interleave. The tests are
//! read where CPython is installed, and never become part of the project. What is printed is the program's business.

#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "tests read files and use threads")]

pub mod suites;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, panic, thread};

use interleave_python::{Ending, Limits, Options, run};

use self::suites::{HELPERS, Helper, Suite};

const DRIVER: &str = include_str!("../../yardstick/driver.py");

/// Which functions are not for us to pass, and why: `file class.function reason`, with `*` for any letters.
const REASONS: &str = include_str!("../../yardstick/reasons.txt");

/// Names each test function of a file, in CPython's own words: its class, a blank, and its name. Examples in comments
/// are no functions. A function whose text has what no string can hold here follows with `!` and its lines.
const LIST: &str = "\
import ast, re, sys, unittest
module = __import__(sys.argv[1], fromlist=['*'])
vars(module).pop('load_tests', None)
def walk(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite): walk(test)
        else: print(type(test).__name__, test._testMethodName)
walk(unittest.defaultTestLoader.loadTestsFromModule(module))
text = open(module.__file__).read()
for node in ast.walk(ast.parse(text)):
    if isinstance(node, ast.FunctionDef) and node.name.startswith('test') and node.col_offset:
        if re.search(r'\\\\N\\{|\\\\u[dD][89a-fA-F]', ast.get_source_segment(text, node)):
            first = min([node.lineno, *[each.lineno for each in node.decorator_list]])
            print('!', node.name, first, node.end_lineno)";

/// Instructions after which a test hangs.
const PATIENCE: u64 = 30_000_000;

/// A test function, and what came of it.
pub struct Measured {
    /// The class that it is in.
    pub class: String,
    /// Its name.
    pub function: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a function.
pub enum Outcome {
    /// It passed; perhaps it was said not to be for us.
    Passed(Option<&'static str>),
    /// CPython's own test says why.
    Skipped(String),
    /// It failed, and our reason says why it may.
    NotForUs(&'static str),
    /// Its last word.
    Failed(String),
}

impl Outcome {
    /// The column of the table that it counts for.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Passed(_) => "passed",
            Self::Skipped(_) => "skipped",
            Self::NotForUs(_) => "not for us",
            Self::Failed(_) => "failed",
        }
    }

    /// What is to be said of it.
    pub fn words(&self) -> String {
        match self {
            Self::Passed(None) => String::new(),
            Self::Passed(Some(reason)) => format!("though said to be: {reason}"),
            Self::NotForUs(reason) => (*reason).to_owned(),
            Self::Skipped(words) | Self::Failed(words) => words.clone(),
        }
    }
}

/// How many functions of some came to what.
#[derive(Default)]
pub struct Counts(BTreeMap<&'static str, usize>);

impl Counts {
    /// Counts.
    pub fn of(measured: &[Measured]) -> Self {
        let mut counts = Self::default();
        for one in measured {
            *counts.0.entry(one.outcome.kind()).or_default() += 1;
        }
        counts
    }

    /// Takes in what others have counted.
    pub fn add(&mut self, others: &Self) {
        for (kind, count) in &others.0 {
            *self.0.entry(kind).or_default() += count;
        }
    }

    /// How many are of a kind.
    pub fn get(&self, kind: &str) -> usize {
        self.0.get(kind).copied().unwrap_or(0)
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.0.values().sum()
    }
}

/// A CPython with its tests.
pub struct Yardstick {
    python: PathBuf,
    tests: PathBuf,
}

impl Yardstick {
    /// Finds the tests of an interpreter.
    pub fn of(python: &Path) -> Result<Self, String> {
        let tests = answer(python, &["-c", "import test; print(test.__path__[0])"])?;
        Ok(Self { python: python.to_owned(), tests: PathBuf::from(tests.trim()) })
    }

    /// Runs each function of a file, each in a run of its own.
    pub fn measure(&self, suite: &Suite, file: &str) -> Result<Vec<Measured>, String> {
        let path = format!("{}{file}.py", suite.folder);
        let text = self.read(&path)?;
        let listed = answer(&self.python, &["-c", LIST, &format!("test.{}", dotted(&path))])?;
        let pairs: Vec<_> = listed.lines().filter_map(|line| line.split_once(' ')).collect();
        let (odd, functions): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(class, _)| *class == "!");
        let odd: Vec<Odd<'_>> = odd.into_iter().filter_map(|(_, words)| Odd::of(words)).collect();
        let helpers = self.helpers(&text)?;
        let verdicts = in_parallel(&functions, |(class, function)| {
            let front = format!(
                "# interleave: removed=error\nHELPERS = [{helpers}]\nFILE = ({}, {})\n",
                literal(&format!("test/{path}")),
                literal(&without_others(&text, &odd, function))
            );
            verdict(&front, class, function)
        });
        let measured = functions.iter().zip(verdicts).map(|((class, function), verdict)| Measured {
            class: (*class).to_owned(),
            function: (*function).to_owned(),
            outcome: match (verdict, reason(file, &format!("{class}.{function}"))) {
                (Outcome::Passed(_), reason) => Outcome::Passed(reason),
                (Outcome::Failed(_), Some(reason)) => Outcome::NotForUs(reason),
                (outcome, _) => outcome,
            },
        });
        Ok(measured.collect())
    }

    fn read(&self, path: &str) -> Result<String, String> {
        let path = self.tests.join(path);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The modules that a file's text may import from CPython's `test` package, as Python has lists of pairs.
    fn helpers(&self, text: &str) -> Result<String, String> {
        let mut wanted = text.to_owned();
        let mut pairs = Vec::new();
        // Who imports comes before who is imported.
        for (name, helper) in HELPERS.iter().rev() {
            let text = match helper {
                // A package is there for what is in it.
                Helper::Ours("") => String::new(),
                _ if !wanted.contains(name.rsplit('.').next().unwrap_or(name)) => continue,
                Helper::Ours(text) => (*text).to_owned(),
                Helper::Theirs(path) => self.read(path)?,
            };
            pairs.push(format!("({}, {})", literal(name), literal(&text)));
            wanted += &text;
        }
        pairs.reverse();
        Ok(pairs.join(", "))
    }
}

/// A function in whose text is what no string can hold here.
struct Odd<'a> {
    name: &'a str,
    /// Its first line and its last, from 1.
    lines: (usize, usize),
}

impl<'a> Odd<'a> {
    fn of(words: &'a str) -> Option<Self> {
        let mut words = words.split(' ');
        let name = words.next()?;
        let mut number = || words.next()?.parse().ok();
        Some(Self { name, lines: (number()?, number()?) })
    }
}

/// A file as it is, but for such functions: they would keep all others from being read. The one that is measured stays.
fn without_others(text: &str, odd: &[Odd<'_>], measured: &str) -> String {
    let mut lines: Vec<&str> = text.split('\n').collect();
    for Odd { name, lines: (first, last) } in odd {
        if *name != measured
            && let Some(lines) = lines.get_mut(first - 1..*last)
        {
            lines.fill("");
        }
    }
    lines.join("\n")
}

/// `test_asyncio/test_locks.py` as a module's name.
fn dotted(path: &str) -> String {
    path.trim_end_matches(".py").replace('/', ".")
}

/// A text as Python writes it.
fn literal(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn answer(python: &Path, words: &[&str]) -> Result<String, String> {
    let output = Command::new(python).args(words).output().map_err(|error| format!("CPython: {error}"))?;
    if !output.status.success() {
        return Err(format!("CPython: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What comes of each, in the order of what is given, on all cores.
fn in_parallel<T: Sync>(items: &[T], job: impl Fn(&T) -> Outcome + Sync) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let place = next.fetch_add(1, Ordering::Relaxed)
            && let Some(item) = items.get(place)
        {
            done.push((place, job(item)));
        }
        done
    };
    let mut all: Vec<(usize, Outcome)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..thread::available_parallelism().map_or(1, usize::from))
            .map(|_| thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work))
            .collect();
        workers
            .into_iter()
            .flatten()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| panic::resume_unwind(panic)))
            .collect()
    });
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, outcome)| outcome).collect()
}

/// A panic is a mistake of ours, and no reason not to go on with the others.
fn verdict(front: &str, class: &str, function: &str) -> Outcome {
    panic::catch_unwind(|| judged(front, class, function))
        .unwrap_or_else(|_| Outcome::Failed("the machine has panicked".to_owned()))
}

/// Runs the driver, with what it has to know in front of it. What CPython has removed is an error, as in CPython.
fn judged(front: &str, class: &str, function: &str) -> Outcome {
    let limits = Limits { instructions: PATIENCE, source: 4 << 20, ..Limits::default() };
    let program = format!("{front}TEST = ({}, {})\n{DRIVER}", literal(class), literal(function));
    let run = run(&program, &Options { limits, ..Options::default() });
    let last = run.stdout.trim_end().lines().next_back().unwrap_or_default();
    match (run.ending, last.split_once(": ")) {
        (Ending::Finished, None) if last == "passed" => Outcome::Passed(None),
        (Ending::Finished, Some(("skipped", words))) => Outcome::Skipped(words.to_owned()),
        (Ending::Finished, Some((_, words))) if run.exit == 0 => Outcome::Failed(words.to_owned()),
        _ => Outcome::Failed(run.stderr.trim_end().lines().next_back().unwrap_or_default().to_owned()),
    }
}

/// Why a function is not for us to pass, if so.
fn reason(file: &str, function: &str) -> Option<&'static str> {
    REASONS.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let (of, rest) = line.split_once(' ')?;
        let (pattern, reason) = rest.split_once(' ')?;
        (fits(of, file) && fits(pattern, function)).then_some(reason.trim())
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
