//! Benchmarks: each workload beside its rival, measured in the same run. On a shared
//! machine only that ratio means anything.

mod cost;
mod origins;
mod page;
mod python;
mod start;
mod tokio;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process::{Step, cargo};
use crate::workspace;

pub(crate) use cost::{MEASURE, measure};

pub(crate) fn run(words: &[String]) -> Result<()> {
    match words.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        None => {
            tokio::run(&[])?;
            python::run(&[])?;
            origins::run(&[])?;
            start::run(&[])
        }
        Some(("loop", [])) => tokio::run(&[]),
        Some(("loop", [dashes, rest @ ..])) if dashes == "--" => tokio::run(rest),
        Some(("python", rest)) => python::run(rest),
        Some(("origins", rest)) => origins::run(rest),
        Some(("start", rest)) => start::run(rest),
        Some(("page", rest)) => page::run(rest),
        Some((other, _)) => {
            bail!(
                "`cargo xtask bench` takes `loop`, `python`, `origins`, `start` or `page`, and not `{other}` there"
            )
        }
    }
}

/// The command, built for speed.
fn interleave() -> Result<PathBuf> {
    let build = ["build", "--locked", "--release", "-p", "interleave-cli"];
    Step::quietly("building the command").run(cargo().args(build))?;
    Ok(workspace::target()?.join("release/interleave"))
}
