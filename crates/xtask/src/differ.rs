//! Random programs on both sides. The work is done by a program of the tests' own.

use anyhow::Result;

use crate::process::{Step, program_of_tests};

pub(crate) fn run(words: &[String]) -> Result<()> {
    Step::loudly("random programs").run(program_of_tests("differ", &["--release"]).args(words))
}
