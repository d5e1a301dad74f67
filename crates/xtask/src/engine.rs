//! The engine alone as WebAssembly, compiled and made small as the page's is: weighed by `size`,
//! and held against the native one by a test, under Node.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::parts::{self, Bound, Play};
use crate::process::{Step, cargo};
use crate::setup::{Shrinkers, Tools};
use crate::workspace::{self, WASM_TARGET};

/// What cargo is to build.
pub(crate) const PACKAGE: [&str; 4] = ["-p", "interleave-tests", "--bin", "engine"];

const WASM: &str = "engine_bg.wasm";

/// What loads it.
const GLUE: &str = "engine.js";

/// What a program may need besides.
const LIBRARY: &str = "library.txt";

pub(crate) struct Engine {
    /// In which `engine.js` loads it, with all that it may need beside it.
    pub(crate) folder: PathBuf,
    /// The module's parts: the first, and what is cut off.
    pub(crate) first: PathBuf,
    pub(crate) later: Vec<PathBuf>,
}

pub(crate) fn build(tools: &Tools) -> Result<Engine> {
    let mut command = cargo();
    tools.wasm.choose_for(&mut command);
    command.args(["build", "--locked", "--profile", "page", "--target", WASM_TARGET]).args(PACKAGE);
    Step::quietly("building the engine as wasm").run(&mut command)?;

    let target = workspace::target()?;
    let folder = target.join("engine");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot clear the engine's folder")?;
    }
    let mut command = Command::new(&tools.wasm_bindgen);
    command.args(["--target", "nodejs", "--no-typescript", "--out-dir"]).arg(&folder);
    let linked = target.join(WASM_TARGET).join("page/engine.wasm");
    command.arg(&linked);
    Step::quietly("binding it for Node").run(&mut command)?;

    let wasm = folder.join(WASM);
    if let Some(Shrinkers { wasm_opt, .. }) = &tools.shrinkers {
        let mut command = Command::new(wasm_opt);
        command.args(["-O3", "--reorder-functions"]).arg(&wasm).arg("-o").arg(&wasm);
        Step::quietly("making it small").run(&mut command)?;
    }
    let play = Play::Engine(Bound { glue: folder.join(GLUE), wasm: wasm.clone() });
    let later = Step::quietly("cutting it into parts").time(|| parts::cut(&wasm, &linked, &play))?;
    fs::write(folder.join(LIBRARY), interleave_library::SECOND).context("cannot write the library")?;
    Ok(Engine { folder, first: wasm, later })
}
