//! CPython on the ideal machine: one process for all tests, which plays one program
//! after the other. Without a CPython 3.13 there is none, and nobody is asked.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "what is judged asks the machine nothing; its judge may"
)]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use serde_json::{Value as Json, json};

use super::judge::{Played, Ran};
use super::program::moment;

/// What CPython makes of a program.
pub(crate) fn play(source: &str) -> Option<Played> {
    static ORACLE: Mutex<Asked> = Mutex::new(Asked::NotYet);
    let mut oracle = ORACLE.lock().unwrap_or_else(PoisonError::into_inner);
    if matches!(*oracle, Asked::NotYet) {
        *oracle = find_python().map_or(Asked::Absent, |python| Asked::Present(Oracle::start(&python)));
    }
    match &mut *oracle {
        Asked::Present(oracle) => Some(oracle.play(source)),
        Asked::NotYet | Asked::Absent => None,
    }
}

enum Asked {
    NotYet,
    Absent,
    Present(Oracle),
}

/// A file of the right name may be a signpost of a version manager's, which leads nowhere.
fn is_python(candidate: &Path) -> bool {
    let version = Command::new(candidate).arg("--version").stderr(Stdio::null()).output();
    version.is_ok_and(|output| output.stdout.starts_with(b"Python 3.13."))
}

fn find_python() -> Option<PathBuf> {
    if let Some(named) = env::var_os("INTERLEAVE_PYTHON313") {
        return Some(PathBuf::from(named));
    }
    let on_path =
        env::var_os("PATH").into_iter().flat_map(|path| env::split_paths(&path).collect::<Vec<_>>());
    let by_pyenv =
        env::home_dir().into_iter().filter_map(|home| fs::read_dir(home.join(".pyenv/versions")).ok());
    let versions =
        by_pyenv.flatten().flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with("3.13"));
    let mut candidates = on_path
        .map(|folder| folder.join("python3.13"))
        .chain(versions.map(|entry| entry.path().join("bin/python")));
    candidates.find(|candidate| is_python(candidate))
}

/// CPython on the ideal machine, one program after the other.
struct Oracle {
    _process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Oracle {
    fn start(python: &Path) -> Self {
        let oracle = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/oracle");
        let mut process = Command::new(python)
            .args([oracle, "--batch", "-"])
            .env("PYTHONHASHSEED", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{} doesn't start: {error}", python.display()));
        let questions = process.stdin.take().expect("stdin is a pipe");
        let answers = BufReader::new(process.stdout.take().expect("stdout is a pipe"));
        Self { _process: process, questions, answers }
    }

    fn play(&mut self, source: &str) -> Played {
        let question = json!({ "source": source, "schedule": true });
        writeln!(self.questions, "{question}")
            .and_then(|()| self.questions.flush())
            .expect("the oracle listens");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("the oracle answers");
        let answer: Json =
            serde_json::from_str(&answer).unwrap_or_else(|error| panic!("no answer: {error}: {answer}"));
        let text_of = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        let end_ns = answer["end_ns"].as_i64().unwrap_or_default();
        let mut text = text_of("stdout");
        match answer["exit"].as_i64() {
            Some(0) => {}
            Some(3) => writeln!(text, "{}  deadlock", moment(end_ns)).expect("strings take all"),
            Some(4) => writeln!(text, "{}  limit", moment(end_ns)).expect("strings take all"),
            other => writeln!(text, "exit {other:?}").expect("strings take all"),
        }
        let handles = answer["schedule"].as_array().into_iter().flatten().map(|ran| Ran {
            ns: ran["ns"].as_i64().unwrap_or_default(),
            iteration: ran["iteration"].as_u64(),
            what: ran["what"].as_str().unwrap_or_default().to_owned(),
        });
        Played {
            text,
            iterations: answer["iterations"].as_u64().filter(|_| answer["exit"] == 0),
            end_ns,
            handles: handles.collect(),
            stderr: text_of("stderr"),
            alive: 0,
        }
    }
}
