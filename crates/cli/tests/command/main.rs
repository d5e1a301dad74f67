//! The command as a person or a script meets it: words in, output and exit code out. Here is `run`, and what
//! all verbs share.

mod drawing;
mod exports;
mod hints;
mod lessons;
mod links;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn interleave(words: &[&str], stdin: &str) -> Output {
    let mut process = Command::new(env!("CARGO_BIN_EXE_interleave"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo has built it");
    // One that reads nothing may be gone already.
    let _ = process.stdin.take().expect("stdin is a pipe").write_all(stdin.as_bytes());
    process.wait_with_output().expect("it has been started")
}

/// Runs a program from standard input.
fn run(words: &[&str], program: &str) -> Output {
    interleave(&[&["run", "-"], words].concat(), program)
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("cargo's folder for tests takes files");
    path
}

#[track_caller]
fn assert_said(output: &Output, exit: i32, stdout: &str, stderr: &str) {
    let said = (
        output.status.code(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert_eq!(said, (Some(exit), stdout.into(), stderr.into()));
}

#[track_caller]
fn assert_complains(output: &Output, exit: i32, words: &[&str]) {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(exit), "{complaint}");
    for word in words {
        assert!(complaint.contains(word), "{word} is missing in {complaint}");
    }
}

#[test]
fn a_program_prints_and_time_costs_nothing() {
    let program = "import asyncio\nasyncio.run(asyncio.sleep(3600))\nprint('tea')\n";
    assert_said(&run(&[], program), 0, "tea\n", "");
}

#[test]
fn the_exit_code_is_the_programs_own() {
    assert_said(&run(&[], "print('tea')\nraise SystemExit(7)\n"), 7, "tea\n", "");
    assert_said(&run(&[], "raise SystemExit('no tea')\n"), 1, "", "no tea\n");
}

#[test]
fn a_traceback_names_the_file_as_it_was_given() {
    let expected = |name: &str| {
        format!(
            "Traceback (most recent call last):\n  File \"{name}\", line 1, in <module>\n    1 / 0\n    ~~^~~\n\
             ZeroDivisionError: division by zero\n"
        )
    };
    let path = file("divides.py", "1 / 0\n");
    let path = path.to_str().expect("a path that is text");
    assert_said(&interleave(&["run", path], ""), 1, "", &expected(path));
    assert_said(&interleave(&["run", path, "--filename", "main.py"], ""), 1, "", &expected("main.py"));
}

#[test]
fn a_program_reads_standard_input() {
    let path = file("greets.py", "print('Hello,', input('Name? '))\n");
    let output = interleave(&["run", path.to_str().expect("a path that is text")], "Ada\n");
    assert_said(&output, 0, "Name? Hello, Ada\n", "");
}

#[test]
fn a_deadlock_is_explained_after_what_was_printed() {
    let program = "import asyncio\n\
        async def main():\n    print('before')\n    await asyncio.Event().wait()\n\
        asyncio.run(main())\n";
    let output = run(&[], program);
    assert_complains(&output, 3, &["Task-1"]);
    assert_eq!(output.stdout, b"before\n");
}

#[test]
fn a_program_without_end_is_stopped() {
    let output = run(&["--max-instructions", "1_000_000"], "print('on')\nwhile True: pass\n");
    assert_complains(&output, 4, &["1,000,000 instructions"]);
    assert_eq!(output.stdout, b"on\n");
}

#[test]
fn a_program_that_takes_all_memory_is_stopped() {
    let output =
        run(&["--max-memory", "64M"], "cups = []\nwhile True: cups.append('tea' * 1000 + str(len(cups)))\n");
    assert_complains(&output, 4, &["64 MiB"]);
}

#[test]
fn settings_of_the_command_line_win() {
    let program = "# interleave: seed=1\nimport random\nprint(random.random())\n";
    // What CPython draws first after seed(7) and seed(1).
    assert_said(&run(&["--seed", "7"], program), 0, "0.32383276483316237\n", "");
    assert_said(&run(&[], program), 0, "0.13436424411240122\n", "");
}

#[test]
fn the_cost_is_told_on_request() {
    let program = "import asyncio\nasyncio.run(asyncio.sleep(2.5))\n";
    assert_complains(
        &run(&["--time"], program),
        0,
        &["virtual time 2.5 s, loop iterations ", ", instructions "],
    );
}

#[test]
fn a_trace_is_lines_of_json() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trace.jsonl");
    let program = "import asyncio\n\
        async def main():\n    await asyncio.sleep(1)\n    print('tea')\n\
        asyncio.run(main())\n";
    let output = run(&["--trace", path.to_str().expect("a path that is text")], program);
    assert_said(&output, 0, "tea\n", "");
    let trace = fs::read_to_string(&path).expect("it was written");
    let events: Vec<Value> = trace
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    let of_kind = |kind: &str| events.iter().filter(|event| event["event"] == kind).collect::<Vec<_>>();
    assert_eq!(of_kind("timer_set")[0]["due_ns"], 1_000_000_000);
    let prints = of_kind("prints");
    assert_eq!(
        (&prints[0]["text"], &prints[0]["ns"], &prints[0]["line"]),
        (&"tea\n".into(), &1_000_000_000.into(), &4.into())
    );
}

#[test]
fn what_is_wrong_with_the_words_is_said_kindly() {
    assert_complains(
        &interleave(&["run", "no-such-file.py"], ""),
        2,
        &["interleave: cannot read no-such-file.py"],
    );
    assert_complains(
        &run(&["--cpu", "free"], ""),
        2,
        &["it is ideal, or a number of nanoseconds such as 50ns"],
    );
    assert_complains(&run(&["--sead", "7"], ""), 2, &["--seed"]);
}

#[test]
fn help_tells_everything() {
    let output = interleave(&["run", "--help"], "");
    let help = String::from_utf8_lossy(&output.stdout);
    for word in [
        "--filename",
        "--trace",
        "--seed",
        "--latency",
        "--cpu",
        "--start",
        "--removed",
        "--max-memory",
        "exit code",
    ] {
        assert!(help.contains(word), "{word} is missing in {help}");
    }
    let output = interleave(&["--version"], "");
    assert_eq!(output.stdout, format!("interleave {}\n", env!("CARGO_PKG_VERSION")).as_bytes());
}

#[test]
fn shells_learn_the_words() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = interleave(&["completions", shell], "");
        assert!(String::from_utf8_lossy(&output.stdout).contains("completions"), "{shell}");
    }
}
