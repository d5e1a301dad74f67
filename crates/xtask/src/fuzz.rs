//! Fuzzers: what looks for input that breaks laws, built here so that it sees which ways through the code an input takes,
//! and the invented messages to embeds, which need no building. Inputs that go new ways are kept under the target
//! folder, beside those that break a law.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{Step, answer, cargo};
use crate::workspace;

/// Each fuzzer, and the crate in whose folder it lies.
pub(crate) const FUZZERS: [(&str, &str); 4] =
    [("calls", "core"), ("edits", "edits"), ("links", "link"), ("programs", "python")];
const MESSAGES: &str = "messages";
const MESSAGES_SCRIPT: &str = "tests/messages/messages.mjs";

/// Counts the ways through the code. Every compiler has this pass; the sanitizers, which take a nightly one, are for
/// errors of memory, and no unsafe code is ours.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Ccodegen-units=1 -Cdebug-assertions --cfg fuzzing";

/// What no input may take: memory in megabytes, and seconds.
const BOUNDS: [&str; 2] = ["-rss_limit_mb=2000", "-timeout=60"];

pub(crate) fn run(words: &[String]) -> Result<()> {
    let (mut count, mut seed, mut names) = (1_000_000_u64, 1_u32, Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--count" => {
                count = words.next().and_then(|n| n.parse().ok()).context("--count wants a number")?;
            }
            "--seed" => seed = words.next().and_then(|n| n.parse().ok()).context("--seed wants a number")?,
            name => names.push(name),
        }
    }
    let all = FUZZERS.map(|(name, _)| name).into_iter().chain([MESSAGES]);
    for name in &names {
        ensure!(all.clone().any(|one| one == *name), "no fuzzer is called `{name}`");
    }
    for name in all.filter(|name| names.is_empty() || names.contains(name)) {
        Step::loudly(name).run(&mut fuzzer(name, count, seed, Memory::Kept)?)?;
    }
    Ok(())
}

/// How many inputs a fuzzer tries from nothing until one breaks a law; `None` if none of so many does.
pub(crate) fn tries_until_broken(name: &str, count: u64) -> Result<Option<u64>> {
    let output = fuzzer(name, count, 1, Memory::None)?.output().context("cannot start the fuzzer")?;
    if output.status.success() {
        return Ok(None);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let tries = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let tries = tries.and_then(|number| number.trim().parse().ok());
    Ok(Some(tries.with_context(|| format!("it ended otherwise:\n{said}"))?))
}

/// What a fuzzer begins with and leaves behind.
enum Memory {
    /// The corpus, and whatever it has found before.
    Kept,
    None,
}

/// A fuzzer that is ready to be started.
fn fuzzer(name: &str, count: u64, seed: u32, memory: Memory) -> Result<Command> {
    if name == MESSAGES {
        let mut node = Command::new("node");
        node.arg(workspace::root().join(MESSAGES_SCRIPT)).args([count.to_string(), seed.to_string()]);
        return Ok(node);
    }
    let host = answer(Command::new("rustc").arg("-vV")).context("no rustc answers")?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let target = workspace::target()?.join("fuzz");
    let mut build = cargo();
    // With a target named, what only builds is not counted.
    build.args(["build", "--release", "--locked", "--target", host]).env("RUSTFLAGS", COUNTED);
    build.arg("--manifest-path").arg(folder(name)?.join("Cargo.toml")).arg("--target-dir").arg(&target);
    Step::quietly(&format!("building the fuzzer of {name}")).run(&mut build)?;
    let mut fuzzer = Command::new(target.join(host).join("release").join(name));
    fuzzer.args(BOUNDS).args([format!("-runs={count}"), format!("-seed={seed}")]);
    fuzzer.arg("-print_final_stats=1");
    match memory {
        Memory::None => fuzzer.arg("-exact_artifact_path=/dev/null"),
        Memory::Kept => {
            let found = target.join("found").join(name);
            let broken = found.with_extension("broken");
            fs::create_dir_all(&found)?;
            fs::create_dir_all(&broken)?;
            let corpus = folder(name)?.join("corpus").join(name);
            fuzzer.arg(format!("-artifact_prefix={}/", broken.display())).args([found, corpus])
        }
    };
    Ok(fuzzer)
}

fn folder(name: &str) -> Result<PathBuf> {
    let Some((_, package)) = FUZZERS.iter().find(|(one, _)| *one == name) else {
        bail!("no fuzzer is called `{name}`")
    };
    Ok(workspace::root().join("crates").join(package).join("fuzz"))
}
