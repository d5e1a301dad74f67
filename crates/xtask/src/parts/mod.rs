//! Cuts wasm into parts: the first has what a page that nobody touches enters, or what lessons do, and the last
//! what no lesson does. A part calls the module's own export [`LOAD`] before it first needs a later one.
//!
//! What is needed is found anew whenever the page is built: it is played (`rehearsal`) on a module that marks
//! where it goes (`mark`). No list of functions could survive a new compiler. Inside of a function that is
//! entered, much never is; the worker's has that made functions of their own before (`outline`).
#![expect(clippy::wildcard_enum_match_arm, reason = "of all that a module may hold, little matters here")]

mod bodies;
mod data;
mod first;
mod flow;
mod later;
mod loans;
mod mark;
mod module;
mod outline;
mod plan;
mod rehearsal;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_encoder::{CustomSection, Section};
use wasmparser::Validator;

use data::Constants;
use module::Module;
use plan::Plan;
pub(crate) use rehearsal::{Bound, Play};

/// The export of the module that has the host instantiate later parts up to a number. It may be called in the
/// middle of anything, even of the allocator, so it does nothing else.
const LOAD: &str = "load_part";

/// The custom section of the first part that says what the files of the others are called, a line each.
const PARTS: &str = "parts";

/// Cuts a module where it lies; the files of the other parts beside it. `linked` is the module as the linker
/// wrote it, and `play` what the first parts have to do without the last.
pub(crate) fn cut(wasm: &Path, linked: &Path, play: &Play) -> Result<Vec<PathBuf>> {
    let mut bytes = fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    for act in play.acts_inside() {
        let module = Module::read(&bytes)?;
        let seen = play.on(&bytes, &module)?;
        bytes = outline::outline(&bytes, &module, &seen.points, |point| seen.act(point) <= act)?;
    }
    let module = Module::read(&bytes)?;
    let seen = play.on(&bytes, &module)?;
    let linked = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let load = *module.exports.get(LOAD).with_context(|| format!("the module exports no `{LOAD}`"))?;
    ensure!(module.hands_on(load)?, "`{LOAD}` may only call the host");
    let home = |function| match seen.points.first(function) {
        Some(point) if function != load => seen.act(point),
        _ => 0,
    };
    let plan = Plan::new(&module, &Constants::read(&linked)?, play.acts() + 1, home)?;
    let stem = wasm.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut files = Vec::new();
    for number in 1..plan.parts.len() {
        let part = later::write(&module, &plan, number)?;
        Validator::new().validate_all(&part)?;
        // Another content has another name, so that no cache brings parts of two builds together.
        let name = format!("{stem}-{}-{:08x}.wasm", number + 1, crc32fast::hash(&part));
        fs::write(wasm.with_file_name(&name), part)?;
        files.push(name);
    }
    let mut first = first::write(&bytes, &module, &plan, load)?;
    Validator::new().validate_all(&first)?;
    CustomSection { name: PARTS.into(), data: files.join("\n").into_bytes().into() }.append_to(&mut first);
    fs::write(wasm, first)?;
    Ok(files.iter().map(|name| wasm.with_file_name(name)).collect())
}
