//! Trunk, the wasm-bindgen command and mdBook, each in one exact version: the one
//! on PATH if it fits, else compiled once into the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{Step, answer, cargo, find};
use crate::workspace;

/// The newest Trunk that the pinned compilers build.
const TRUNK: &str = "0.21.14";

/// The mdBook that its recipe has been tried with.
const MDBOOK: &str = "0.5.4";

pub(super) fn trunk() -> Result<PathBuf> {
    program("trunk", "trunk", TRUNK, &["--locked"])
}

pub(super) fn mdbook() -> Result<PathBuf> {
    // Without its server.
    program("mdbook", "mdbook", MDBOOK, &["--locked", "--no-default-features", "--features", "search"])
}

/// Its version must equal the library's, or it refuses to work.
pub(super) fn wasm_bindgen() -> Result<PathBuf> {
    let version = workspace::locked_version("wasm-bindgen")?;
    // Without its own lock file, which names a yanked package; without its
    // default features, which are a web server for tests that are not used here.
    program("wasm-bindgen-cli", "wasm-bindgen", &version, &["--no-default-features"])
}

fn program(package: &str, name: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let root = workspace::cache()?.join(format!("{package}-{version}"));
    let ours = root.join("bin").join(name);
    if let Some(file) =
        [Some(ours.clone()), find(name)].into_iter().flatten().find(|file| is_version(file, version))
    {
        return Ok(file);
    }
    // Kept until the end, so that an interrupted compilation goes on where it was.
    let scratch = workspace::cache()?.join("compiling").join(package);
    let mut command = cargo();
    command.args(["install", package, "--version", version, "--force"]).args(options);
    command.arg("--root").arg(&root).arg("--target-dir").arg(&scratch);
    // Installed tools are for this machine, whatever the wasm builds use.
    command.env_remove("CARGO_BUILD_TARGET");
    Step::quietly(&format!("compiling {package} {version} (once, several minutes)")).run(&mut command)?;
    fs::remove_dir_all(&scratch)?;
    Ok(ours)
}

fn is_version(file: &Path, version: &str) -> bool {
    answer(Command::new(file).arg("--version")).is_some_and(|line| {
        line.split_whitespace().nth(1).map(|word| word.trim_start_matches('v')) == Some(version)
    })
}
