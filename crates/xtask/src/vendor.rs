//! Rebuilds what the page takes from npm. The result is committed, so that
//! building and serving the page needs no Node.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::process::Step;
use crate::setup::npm;
use crate::workspace;

/// Bundles CodeMirror and our few lines around it into one module.
pub(crate) fn rebuild_editor() -> Result<()> {
    const BUNDLE: &str = "editor.min.js";
    let home = workspace::root().join("web/vendor/editor");
    let copy = npm::install(&home, "the editor and its bundler")?;
    Step::quietly("bundling the editor")
        .run(Command::new("npm").current_dir(&copy).args(["run", "build"]))?;
    fs::copy(copy.join(BUNDLE), home.join(BUNDLE))?;
    Ok(())
}
