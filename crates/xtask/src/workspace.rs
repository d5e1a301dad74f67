//! Where things are: the workspace, its lock file, and the cache folder. The
//! only module that knows these paths.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{answer, cargo};

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The folder that holds the workspace's Cargo.toml.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The project's own cache: tools, the wasm sysroot, npm packages.
pub(crate) fn cache() -> Result<PathBuf> {
    let folder = if let Some(own) = env::var_os("INTERLEAVE_CACHE") {
        PathBuf::from(own)
    } else if let Some(xdg) = env::var_os("XDG_CACHE_HOME") {
        PathBuf::from(xdg).join("interleave")
    } else {
        let home = env::home_dir().context("no home folder is known: set INTERLEAVE_CACHE to a folder")?;
        home.join(".cache/interleave")
    };
    fs::create_dir_all(&folder).with_context(|| {
        format!("cannot make {}: set INTERLEAVE_CACHE to a folder that can be written", folder.display())
    })?;
    folder.canonicalize().with_context(|| format!("cannot use {}", folder.display()))
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> Result<PathBuf> {
    let metadata = answer(cargo().args(["metadata", "--format-version", "1", "--no-deps"]));
    let metadata: serde_json::Value = serde_json::from_str(&metadata.context("cargo metadata failed")?)?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

/// The version of a package as Cargo.lock has it.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock names no {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_that_of_the_whole_name() {
        let lock = "[[package]]\nname = \"yew-macro\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"yew\"\nversion = \"0.23.0\"\n";
        assert_eq!(version_in(lock, "yew").as_deref(), Some("0.23.0"));
        assert_eq!(version_in(lock, "ye"), None);
    }
}
