//! The engine alone as WebAssembly, compiled and made small as the page's is: weighed by `size`,
//! and held against the native one by a test, under Node.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{Step, cargo};
use crate::setup::Tools;
use crate::workspace::{self, WASM_TARGET};

/// What cargo is to build.
pub(crate) const PACKAGE: [&str; 4] = ["-p", "interleave-tests", "--bin", "engine"];

/// The module, in the folder that `build` names.
pub(crate) const WASM: &str = "engine_bg.wasm";

/// What a program may need besides, in that folder, too.
pub(crate) const LIBRARY: &str = "library.txt";

/// The folder in which `engine.js` loads it, with the library's second volume beside it.
pub(crate) fn build(tools: &Tools) -> Result<PathBuf> {
    let mut command = cargo();
    tools.wasm.choose_for(&mut command);
    command.args(["build", "--locked", "--profile", "page", "--target", WASM_TARGET]).args(PACKAGE);
    Step::quietly("building the engine as wasm").run(&mut command)?;

    let target = workspace::target()?;
    let folder = target.join("engine");
    let mut command = Command::new(&tools.wasm_bindgen);
    command.args(["--target", "nodejs", "--no-typescript", "--out-dir"]).arg(&folder);
    command.arg(target.join(WASM_TARGET).join("page/engine.wasm"));
    Step::quietly("binding it for Node").run(&mut command)?;

    if let Some(wasm_opt) = &tools.wasm_opt {
        let wasm = folder.join(WASM);
        let mut command = Command::new(wasm_opt);
        command.args(["-Oz", "-Oz", "--reorder-functions"]).arg(&wasm).arg("-o").arg(&wasm);
        Step::quietly("making it small").run(&mut command)?;
    }
    fs::write(folder.join(LIBRARY), interleave_library::SECOND).context("cannot write the library")?;
    Ok(folder)
}
