//! CPython's own tests of asyncio and of the language on Interleave. The work is done by a program of the tests' own.

use anyhow::Result;

use crate::cpython;
use crate::process::{Step, program_of_tests};

pub(crate) fn run(words: &[String]) -> Result<()> {
    let mut command = program_of_tests("yardstick", &["--release"]);
    command.args(words).env("INTERLEAVE_PYTHON313", cpython::judge()?);
    Step::loudly("CPython's own tests").run(&mut command)
}
