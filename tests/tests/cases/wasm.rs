//! The cases once more on the engine as WebAssembly, under Node, as a browser would run it: not one
//! event of any run may differ. `cargo xtask test` builds that engine and names its folder.

#![allow(clippy::print_stdout, reason = "a test that compares nothing should say so")]

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use interleave_tests::fingerprint;
use serde_json::json;

use super::case::Case;
use super::cases;

#[test]
fn every_case_is_the_same_run_as_wasm() {
    let Some(folder) = env::var_os("INTERLEAVE_ENGINE") else {
        println!("no engine is here as wasm (`cargo xtask test` makes one): nothing is compared");
        return;
    };
    let mut node = Node::start(&Path::new(&folder).join("engine.js"));
    let mut differences = String::new();
    for case in cases() {
        let native = fingerprint::of_program(&case.source, &case.stdin());
        let wasm = node.play(&case);
        if wasm != native {
            differences += &format!("\n  {}: {native} natively, {wasm} as wasm", case.title);
        }
    }
    assert!(differences.is_empty(), "runs differ:{differences}");
}

struct Node {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Node {
    fn start(engine: &Path) -> Self {
        let mut process = Command::new("node")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/wasm/play.cjs"))
            .arg(engine)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("what has built the engine needs Node, too");
        let questions = process.stdin.take().expect("stdin is a pipe");
        let answers = BufReader::new(process.stdout.take().expect("stdout is a pipe"));
        Self { process, questions, answers }
    }

    fn play(&mut self, case: &Case) -> String {
        let mut line = String::new();
        writeln!(self.questions, "{}", json!({ "source": case.source, "stdin": case.stdin() }))
            .and_then(|()| self.questions.flush())
            .and_then(|()| self.answers.read_line(&mut line))
            .unwrap_or_else(|error| panic!("Node is gone at {}: {error}", case.title));
        serde_json::from_str(&line)
            .unwrap_or_else(|error| panic!("no answer to {}: {error}: {line}", case.title))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It only waits for its next question.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
