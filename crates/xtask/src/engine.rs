//! The engine alone as WebAssembly, compiled and made small as the page's is: weighed by `size`,
//! and held against the native one by a test, under Node.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process::{Step, cargo};
use crate::setup::Tools;
use crate::workspace::{self, WASM_TARGET};

/// What cargo is to build.
pub(crate) const PACKAGE: [&str; 4] = ["-p", "interleave-tests", "--bin", "engine"];

/// The module, in the folder that `build` names.
pub(crate) const WASM: &str = "engine_bg.wasm";

/// The folder in which `engine.js` loads it.
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
        command.arg("-Oz").arg(&wasm).arg("-o").arg(&wasm);
        Step::quietly("making it small").run(&mut command)?;
    }
    Ok(folder)
}
