//! Random programs on both sides. The work is done by a program of the tests' own, so that this
//! crate needs no engine to be built.

use anyhow::Result;

use crate::process::{Step, cargo};

pub(crate) fn run(words: &[String]) -> Result<()> {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--release",
        "-p",
        "interleave-tests",
        "--bin",
        "differ",
        "--",
    ]);
    Step::loudly("random programs").run(command.args(words))
}
