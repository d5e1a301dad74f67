//! What it costs that a recorded run's numbers remember where they come from.

use anyhow::{Result, ensure};

use crate::process::{Step, cargo};

pub(super) fn run(words: &[String]) -> Result<()> {
    ensure!(words.is_empty(), "`cargo xtask bench origins` takes nothing more");
    let mut command = cargo();
    command.args(["bench", "--locked", "-p", "interleave-python", "--bench", "origins"]);
    Step::loudly("numbers with origins and without").run(&mut command)
}
