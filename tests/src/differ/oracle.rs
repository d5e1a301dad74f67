//! CPython on the ideal machine: a process that plays one program after the other.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value as Json, json};

use super::compare::Run;

/// CPython, ready to play.
pub struct Oracle {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Oracle {
    /// The oracle, where there is a CPython 3.13 to be one.
    pub fn find() -> Option<Self> {
        find_python().map(|python| {
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

/// The one named in the environment, else on the path, else under pyenv.
fn find_python() -> Option<PathBuf> {
    if let Some(named) = env::var_os("INTERLEAVE_PYTHON313") {
        return Some(PathBuf::from(named));
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).map(|folder| folder.join("python3.13"));
    let versions =
        env::home_dir().map(|home| home.join(".pyenv/versions")).and_then(|folder| folder.read_dir().ok());
    let by_pyenv = versions.into_iter().flatten().flatten().map(|version| version.path().join("bin/python"));
    on_path.chain(by_pyenv).find(|candidate| is_python(candidate))
}

/// A file of the right name may be a signpost of a version manager's, which leads nowhere.
fn is_python(candidate: &Path) -> bool {
    let version = Command::new(candidate).arg("--version").stderr(Stdio::null()).output();
    version.is_ok_and(|output| output.stdout.starts_with(b"Python 3.13."))
}
