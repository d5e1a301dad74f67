//! Running other programs, one printed line a step: what, how long, and on
//! failure all that the program said.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The `cargo` of the toolchain in use, in the workspace's folder.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(workspace::root());
    command
}

/// A program of the tests' own, with options of cargo's before its own words: this crate needs no engine to be built.
pub(crate) fn program_of_tests(name: &str, options: &[&str]) -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--locked", "-p", "interleave-tests"]).args(options);
    command.args(["--bin", name, "--"]);
    command
}

/// One step of work: named, timed, reported in one line.
pub(crate) struct Step<'a> {
    name: &'a str,
    shown: bool,
}

impl<'a> Step<'a> {
    /// The program's output appears only if it fails.
    pub(crate) fn quietly(name: &'a str) -> Self {
        Self { name, shown: false }
    }

    /// The program's output is what the caller wants to see.
    pub(crate) fn loudly(name: &'a str) -> Self {
        Self { name, shown: true }
    }

    pub(crate) fn run(&self, command: &mut Command) -> Result<()> {
        self.time(|| if self.shown { loud(command) } else { quiet(command) })
    }

    /// Reports any work as a step.
    pub(crate) fn time<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        if !self.shown {
            println!("  … {}", self.name);
        }
        let result = work().with_context(|| format!("{} failed", self.name))?;
        println!("  ✓ {} ({:.1} s)", self.name, start.elapsed().as_secs_f64());
        Ok(result)
    }
}

fn loud(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", shown(command));
    }
    Ok(())
}

fn quiet(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        bail!(
            "`{}` ended with {}\n{}{}",
            shown(command),
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`", command.get_program().display())
}

fn shown(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    words.join(" ")
}

/// What a program prints on stdout, trimmed; `None` if it cannot start or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first file of that name in the folders of PATH.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// PATH with some folders put in front.
pub(crate) fn path_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<std::ffi::OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().map(Path::to_path_buf).chain(env::split_paths(&rest));
    env::join_paths(all).context("a folder's name cannot be part of PATH")
}
