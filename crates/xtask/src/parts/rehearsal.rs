//! Which functions ordinary programs enter: lessons are played under Node, on a module with marks.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::mark::mark;
use super::module::{Function, Module};
use crate::process::answer;
use crate::workspace;

/// What has to do without the second part, beside the program that the page opens with.
const LESSONS: &str = "tests/cases/tutorials";
const OPENING: &str = "web/src/welcome.py";
const SCRIPT: &str = "crates/xtask/src/parts/rehearse.mjs";

/// Plays all lessons on the module that a script of wasm-bindgen's loads; the functions that were entered.
pub(super) fn entered(bytes: &[u8], module: &Module<'_>, glue: &Path) -> Result<BTreeSet<Function>> {
    let marked = mark(bytes)?;
    let folder = workspace::target()?.join("rehearsal");
    fs::create_dir_all(&folder)?;
    let wasm = folder.join("marked.wasm");
    fs::write(&wasm, marked.module)?;

    let mut node = Command::new("node");
    node.arg(workspace::root().join(SCRIPT)).arg(glue).arg(wasm);
    node.args([marked.marks.to_string(), module.bodies.len().to_string()]).args(programs()?);
    let entered = answer(&mut node).context("the lessons cannot be played on the module to be cut")?;
    let entered = entered.split_whitespace().map(|number| Ok(number.parse::<Function>()? + module.imported));
    entered.collect()
}

fn programs() -> Result<Vec<PathBuf>> {
    let root = workspace::root();
    let mut programs = vec![root.join(OPENING)];
    for file in fs::read_dir(root.join(LESSONS)).with_context(|| format!("no {LESSONS}"))? {
        programs.push(file?.path());
    }
    programs.retain(|file| file.extension() == Some(OsStr::new("py")));
    programs.sort();
    Ok(programs)
}
