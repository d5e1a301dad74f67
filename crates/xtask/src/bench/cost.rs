//! What a program costs: CPU time, which on a busy machine says more than time on the wall,
//! and memory at its peak. An operating system tells these of all children at once, so each
//! program gets a parent of its own: this very command.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;
use serde_json::{Value, json};

/// The command by which `of` calls this program; nobody else does.
pub(crate) const MEASURE: &str = "measure-for-bench";

/// What one run cost.
pub(super) struct Cost {
    pub(super) seconds: f64,
    pub(super) peak_bytes: u64,
    pub(super) stdout: String,
}

impl Cost {
    /// Runs a program that is expected to end well.
    pub(super) fn of(program: &Path, arguments: &[&Path]) -> Result<Self> {
        let output = Command::new(env::current_exe()?).arg(MEASURE).arg(program).args(arguments).output()?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        let told: Value = serde_json::from_slice(&output.stdout)?;
        let wanted = || format!("no measurement in {told}");
        Ok(Self {
            seconds: told["seconds"].as_f64().with_context(wanted)?,
            peak_bytes: told["peak_bytes"].as_u64().with_context(wanted)?,
            stdout: told["stdout"].as_str().with_context(wanted)?.to_owned(),
        })
    }
}

/// Runs the program that the words are, and tells what it cost.
pub(crate) fn measure(words: &[String]) -> Result<()> {
    let (program, arguments) = words.split_first().context("a program is wanted")?;
    let output =
        Command::new(program).args(arguments).output().with_context(|| format!("cannot start {program}"))?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`{}` ended with {}\n{stderr}", words.join(" "), output.status);
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let seconds = seconds(usage.user_time()) + seconds(usage.system_time());
    // Of this unit alone systems disagree.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    let peak_bytes = u64::try_from(usage.max_rss()).unwrap_or(0) * unit;
    let stdout = String::from_utf8_lossy(&output.stdout);
    println!("{}", json!({ "seconds": seconds, "peak_bytes": peak_bytes, "stdout": stdout }));
    Ok(())
}

fn seconds(time: TimeVal) -> f64 {
    const MICROS: f64 = 1e-6;
    time.tv_sec() as f64 + time.tv_usec() as f64 * MICROS
}
