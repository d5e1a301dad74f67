//! Recording: what CPython prints for each conformance case, written beside the case.
//! `--check` writes nothing and says where a recording is no longer what CPython does.
//! How to run a program on the ideal machine is the oracle's business.

#[path = "../../../tests/tests/cases/case.rs"]
mod case;
#[path = "../../../tests/tests/cases/expected.rs"]
mod expected;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::cpython;
use crate::process::answer;
use crate::workspace;
use case::Case;
use expected::{DEADLOCK, LIMIT, Outcome, difference};

/// Line numbers of the library's frames differ between patch versions.
const PINNED: &str = "3.13.0";

pub(crate) fn run(words: &[String]) -> Result<()> {
    let (options, wanted): (Vec<_>, Vec<_>) = words.iter().partition(|word| word.starts_with('-'));
    let check = match options[..] {
        [] => false,
        [option] if option == "--check" => true,
        _ => bail!("`cargo xtask record` takes --check and AREA or AREA/NAME"),
    };
    if check && cpython::find(PINNED).is_none() {
        println!("nothing is checked: {}", cpython::lacking(PINNED));
        return Ok(());
    }
    let mut cases = Case::all(workspace::root()).context("cannot read the cases")?;
    if let Some(unknown) = wanted.iter().find(|word| !cases.iter().any(|case| is_within(case, word))) {
        bail!("there is no case in `{unknown}`");
    }
    cases.retain(|case| wanted.is_empty() || wanted.iter().any(|word| is_within(case, word)));

    let mut oracles = Oracles::default();
    let mut differences = Vec::new();
    let (mut asked, mut kept) = (0, Vec::new());
    for case in &cases {
        let version = case.notes("python").next().unwrap_or(PINNED);
        let Some(outcome) = oracles.play(case, version)? else {
            ensure!(version != PINNED, cpython::lacking(PINNED));
            kept.push(case.title.as_str());
            continue;
        };
        asked += 1;
        let recorded = fs::read_to_string(&case.expected).unwrap_or_default();
        let now = outcome.written();
        if let Some(difference) = difference(&recorded, &now, "CPython now") {
            differences.push(format!("{}.expected, {difference}", case.title));
            if !check {
                fs::write(&case.expected, now)
                    .with_context(|| format!("cannot write {}", case.expected.display()))?;
            }
        }
    }
    for orphan in case::orphans(workspace::root())? {
        differences.push(format!("{} has no program beside it\n", orphan.display()));
        if !check {
            fs::remove_file(&orphan)?;
        }
    }

    if !kept.is_empty() {
        println!("not asked, for want of an older CPython or a package: {}", kept.join(", "));
    }
    if check && !differences.is_empty() {
        bail!("{}\n`cargo xtask record` writes what CPython does now", differences.join("\n"));
    }
    println!(
        "{asked} cases asked, {} recordings {}",
        differences.len(),
        if check { "stale" } else { "written" }
    );
    Ok(())
}

fn is_within(case: &Case, word: &str) -> bool {
    case.area() == word.trim_end_matches('/') || case.title == word.trim_end_matches(".py")
}

/// One process for each version of CPython that a case has asked for.
#[derive(Default)]
struct Oracles(BTreeMap<String, Option<Oracle>>);

impl Oracles {
    /// `None` if this machine lacks the version, or a package that the case needs.
    fn play(&mut self, case: &Case, version: &str) -> Result<Option<Outcome>> {
        if !self.0.contains_key(version) {
            let oracle = cpython::find(version).map(|python| Oracle::start(&python)).transpose()?;
            self.0.insert(version.to_owned(), oracle);
        }
        let Some(oracle) = self.0.get_mut(version).and_then(Option::as_mut) else { return Ok(None) };
        if !case.notes("needs").all(|package| has_package(&oracle.python, package)) {
            return Ok(None);
        }
        oracle.play(case).with_context(|| format!("no answer for {}", case.title)).map(Some)
    }
}

fn has_package(python: &Path, package: &str) -> bool {
    answer(Command::new(python).args(["-c", &format!("import {package}")])).is_some()
}

/// CPython on the ideal machine, one program after the other.
struct Oracle {
    python: PathBuf,
    _process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Oracle {
    fn start(python: &Path) -> Result<Self> {
        let mut process = Command::new(python)
            .arg(workspace::root().join("tests/oracle").canonicalize()?)
            .args(["--batch", "-"])
            .env("PYTHONHASHSEED", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", python.display()))?;
        let questions = process.stdin.take().context("stdin is a pipe")?;
        let answers = BufReader::new(process.stdout.take().context("stdout is a pipe")?);
        Ok(Self { python: python.to_owned(), _process: process, questions, answers })
    }

    fn play(&mut self, case: &Case) -> Result<Outcome> {
        writeln!(self.questions, "{}", json!({ "source": case.source, "stdin": case.stdin() }))?;
        self.questions.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        outcome(&serde_json::from_str(&line)?)
    }
}

fn outcome(answer: &Value) -> Result<Outcome> {
    let text = |name: &str| answer[name].as_str().with_context(|| format!("no {name} in {answer}"));
    let number = |name: &str| answer[name].as_i64().with_context(|| format!("no {name} in {answer}"));
    let (stderr, exit) = (text("stderr")?, number("exit")?);
    Ok(Outcome {
        stdout: text("stdout")?.to_owned(),
        stderr: without_verdict(stderr, exit).to_owned(),
        exit,
        end_ns: number("end_ns")?,
    })
}

/// stderr without the oracle's own last lines, which begin with DEADLOCK or LIMIT.
fn without_verdict(stderr: &str, exit: i64) -> &str {
    let verdict = match exit {
        DEADLOCK => "DEADLOCK\n",
        LIMIT => "LIMIT: ",
        _ => return stderr,
    };
    stderr.rfind(verdict).map_or(stderr, |at| &stderr[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oracles_verdict_is_no_part_of_a_recording() {
        assert_eq!(
            without_verdict("a warning\nDEADLOCK\n  Task-1 main is waiting for ever\n", 3),
            "a warning\n"
        );
        assert_eq!(without_verdict("LIMIT: loop iteration limit\n", 4), "");
        assert_eq!(without_verdict("DEADLOCK\n", 1), "DEADLOCK\n");
    }

    #[test]
    fn a_word_names_an_area_or_a_case() {
        let case =
            Case { title: "lists/sorting".to_owned(), source: String::new(), expected: PathBuf::new() };
        for (word, within) in [
            ("lists", true),
            ("lists/", true),
            ("lists/sorting.py", true),
            ("list", false),
            ("sorting", false),
        ] {
            assert_eq!(is_within(&case, word), within, "{word}");
        }
    }
}
