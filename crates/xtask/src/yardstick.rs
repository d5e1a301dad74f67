//! CPython's own tests of asyncio and of the language on Interleave. The work is done by a program of the tests' own.

use anyhow::{Context, Result};

use crate::cpython;
use crate::process::{Step, cargo};

pub(crate) fn run(words: &[String]) -> Result<()> {
    let python = cpython::find("3.13")
        .context("no CPython 3.13 is on PATH or under pyenv; $INTERLEAVE_PYTHON313 may name one")?;
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--release",
        "-p",
        "interleave-tests",
        "--bin",
        "yardstick",
        "--",
    ]);
    Step::loudly("CPython's own tests").run(command.args(words).env("INTERLEAVE_PYTHON313", python))
}
