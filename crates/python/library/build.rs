//! Compiles the texts of this folder and binds them into two volumes: what a lesson on asyncio needs is part of the
//! engine, and the rest lies beside it, for programs that import it.
#![expect(clippy::disallowed_methods, reason = "a build has files, though a run has none")]

#[path = "src/mark.rs"]
mod mark;
#[path = "src/pack.rs"]
mod pack;

use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::{env, fs};

use interleave_compiler::volume::Binder;
use interleave_compiler::{Options, compile};
use interleave_syntax::{Limits, parse, render};

/// The beginnings of what belongs into the first volume: what `import asyncio` brings. It is compiled, so that every
/// lesson begins at once; code takes half as many bytes again as its text does, once both are compressed. A run that
/// needs another module asks for the second volume.
const FIRST: &[&str] = &["_prelude/", "_threading_local.py", "asyncio/", "types.py"];

/// What of these is rare.
const RARE: &[&str] =
    &["asyncio/hooked_queues.py", "asyncio/removed.py", "asyncio/signals.py", "asyncio/streams.py"];

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=.");
    let mut files = Vec::new();
    collect(Path::new("."), &mut files)?;
    files.sort();
    let (mut first, mut second) = (Binder::default(), Binder::default());
    for path in files {
        let file = path.to_string_lossy().trim_start_matches("./").to_owned();
        let is_in = |list: &[&str]| list.iter().any(|own| file.starts_with(own));
        let text = pack::packed(&fs::read_to_string(&path)?);
        if !is_in(FIRST) || is_in(RARE) {
            second.add_text(&file, &text);
        } else {
            let code =
                parse(&text, Limits::default()).and_then(|tree| compile(&tree, &text, Options::default()));
            first.add_code(&file, &text, code.map_err(|error| Error::other(render(&error, &file)))?);
        }
    }
    let (first, second) = (first.bind(), second.bind());
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| Error::other("cargo names no OUT_DIR"))?);
    fs::write(folder.join("first"), first)?;
    println!("cargo::rustc-env=SECOND_MARK={:016x}", mark::mark(&second));
    fs::write(folder.join("second"), second)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
    Ok(())
}
