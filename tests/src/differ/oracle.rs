//! CPython on the ideal machine: a process that plays one program after the other.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value as Json, json};

use super::compare::Run;
use crate::cpython;

/// CPython, ready to play.
pub struct Oracle {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Oracle {
    /// The oracle, where there is a CPython 3.13 to be one.
    pub fn find() -> Option<Self> {
        cpython::find().map(|python| {
            Self::start(&python).unwrap_or_else(|error| panic!("{} doesn't start: {error}", python.display()))
        })
    }

    fn start(python: &Path) -> io::Result<Self> {
        let oracle = concat!(env!("CARGO_MANIFEST_DIR"), "/oracle");
        let mut process = Command::new(python)
            .args([oracle, "--batch", "-"])
            .env("PYTHONHASHSEED", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let questions = process.stdin.take().expect("stdin is a pipe");
        let answers = BufReader::new(process.stdout.take().expect("stdout is a pipe"));
        Ok(Self { process, questions, answers })
    }

    /// What CPython makes of a program.
    pub fn play(&mut self, source: &str) -> Run {
        let mut line = String::new();
        writeln!(self.questions, "{}", json!({ "source": source }))
            .and_then(|()| self.questions.flush())
            .and_then(|()| self.answers.read_line(&mut line))
            .unwrap_or_else(|error| panic!("the oracle is gone ({:?}): {error}", self.process.try_wait()));
        let answer: Json =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("no answer: {error}: {line}"));
        let text_of = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        Run {
            stdout: text_of("stdout"),
            stderr: text_of("stderr"),
            exit: answer["exit"].as_i64().and_then(|exit| exit.try_into().ok()).unwrap_or(-1),
            end_ns: answer["end_ns"].as_i64().unwrap_or_default(),
            iterations: answer["iterations"].as_u64().unwrap_or_default(),
        }
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        // It only waits for its next question.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
