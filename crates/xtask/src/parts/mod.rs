//! Cuts the engine's wasm in two: the first part has the functions that lessons enter, and the second
//! the rest. The first calls its own export [`LOAD`] before it first needs the second.
//!
//! Which functions these are is found anew whenever the engine is built (`rehearsal`): no list of them
//! could survive a new compiler.
#![expect(clippy::wildcard_enum_match_arm, reason = "of all that a module may hold, little matters here")]

mod data;
mod first;
mod mark;
mod module;
mod plan;
mod rehearsal;
mod second;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_encoder::{CustomSection, Section};

use data::Constants;
use module::Module;
use plan::Plan;

/// The export of the module that fetches the second part and instantiates it, with the first part's
/// exports as [`FIRST`].
const LOAD: &str = "load_second_part";

/// The name under which the second part imports from the first.
const FIRST: &str = "first";

/// The custom section of the first part that says what the second part's file is called.
const SECOND: &str = "second";

/// Cuts a module where it lies; the second part's file beside it. `linked` is the module as the linker wrote
/// it, and `glue` what wasm-bindgen made to load it.
pub(crate) fn cut(wasm: &Path, linked: &Path, glue: &Path) -> Result<PathBuf> {
    let bytes = fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let module = Module::read(&bytes)?;
    let entered = rehearsal::entered(&bytes, &module, glue)?;
    let linked = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let plan = Plan::new(&module, &Constants::read(&linked)?, |function| entered.contains(&function))?;
    let second = second::write(&module, &plan)?;
    // Another content has another name, so that no cache brings parts of two builds together.
    let name = format!("second-{:08x}.wasm", crc32fast::hash(&second));
    let mut first = first::write(&bytes, &module, &plan)?;
    CustomSection { name: SECOND.into(), data: name.as_bytes().into() }.append_to(&mut first);
    fs::write(wasm, first)?;
    let file = wasm.with_file_name(name);
    fs::write(&file, second)?;
    Ok(file)
}
