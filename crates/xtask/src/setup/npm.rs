//! Node and packages from npm: wasm-opt, terser, axe-core, and what bundles the editor.
//! Each set of packages is installed as its lock file says into a folder of
//! the cache named after that lock file's checksum.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::debian;
use crate::process::{Step, answer};
use crate::workspace;

/// The oldest Node that the packages run on.
const OLDEST_NODE: u32 = 18;

/// What makes a page small that is to be published.
pub(crate) struct Shrinkers {
    pub(crate) wasm_opt: PathBuf,
    /// Run by Node with the names of scripts.
    pub(crate) scripts: PathBuf,
}

/// The packages that the build and the tests use.
pub(crate) struct Packages {
    folder: PathBuf,
}

impl Packages {
    pub(super) fn shrinkers(&self) -> Shrinkers {
        Shrinkers {
            wasm_opt: self.folder.join("node_modules/binaryen/bin/wasm-opt"),
            scripts: self.folder.join("small.mjs"),
        }
    }

    pub(super) fn axe(&self) -> PathBuf {
        self.folder.join("node_modules/axe-core/axe.min.js")
    }
}

pub(super) fn packages() -> Result<Packages> {
    let folder = install(&workspace::root().join("crates/xtask/npm"), "wasm-opt, terser and axe-core")?;
    Ok(Packages { folder })
}

/// Copies a folder with a package.json and its lock file into the cache, and
/// installs there. Returns the copy; what lies in the original is brought up to date in it.
pub(crate) fn install(original: &Path, what: &str) -> Result<PathBuf> {
    let lock = fs::read(original.join("package-lock.json"))
        .with_context(|| format!("no package-lock.json in {}", original.display()))?;
    let copy = workspace::cache()?.join("npm").join(format!("{:08x}", crc32fast::hash(&lock)));
    fs::create_dir_all(&copy)?;
    for file in fs::read_dir(original)? {
        let file = file?;
        if file.file_type()?.is_file() {
            fs::copy(file.path(), copy.join(file.file_name()))?;
        }
    }
    node()?;
    let complete = copy.join("complete");
    if !complete.is_file() {
        // No package here needs its install script, so none runs.
        let mut command = Command::new("npm");
        command.current_dir(&copy).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        Step::quietly(&format!("npm packages: {what}")).run(&mut command)?;
        fs::write(complete, "")?;
    }
    Ok(copy)
}

pub(super) fn node() -> Result<()> {
    if is_node_new_enough() && answer(Command::new("npm").arg("--version")).is_some() {
        return Ok(());
    }
    let what_for = format!("Node {OLDEST_NODE} or later with npm");
    debian::install(&["nodejs", "npm"], &what_for)?;
    is_node_new_enough().then_some(()).with_context(|| format!("{what_for} is needed; Debian's is older"))
}

fn is_node_new_enough() -> bool {
    answer(Command::new("node").arg("--version"))
        .and_then(|version| version.strip_prefix('v')?.split('.').next()?.parse::<u32>().ok())
        .is_some_and(|major| major >= OLDEST_NODE)
}
