//! Packs the texts of this folder into two volumes: what a lesson on asyncio needs is part of the
//! engine, and the rest lies beside it, for programs that import it.
#![expect(clippy::disallowed_methods, reason = "a build has files, though a run has none")]

#[path = "src/pack.rs"]
mod pack;
#[path = "src/volume.rs"]
mod volume;

use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The beginnings of what belongs into the first volume: what `import asyncio` brings, and what lessons
/// have beside it. A run that needs another module asks for the second.
const FIRST: &[&str] = &[
    "_prelude/",
    "asyncio/",
    "collections/__init__.py",
    "concurrent/",
    "contextlib.py",
    "functools.py",
    "random.py",
    "threading.py",
    "types.py",
];

/// What of these is rare.
const RARE: &[&str] = &[
    "asyncio/hooked_queues.py",
    "asyncio/removed.py",
    "asyncio/streams.py",
    "concurrent/futures/process.py",
];

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=.");
    let mut files = Vec::new();
    collect(Path::new("."), &mut files)?;
    files.sort();
    let (mut first, mut second) = (String::new(), String::new());
    for path in files {
        let file = path.to_string_lossy().trim_start_matches("./").to_owned();
        let is_first = FIRST.iter().any(|own| file.starts_with(own)) && !RARE.contains(&file.as_str());
        let volume = if is_first { &mut first } else { &mut second };
        pack::add(volume, &file, &fs::read_to_string(&path)?);
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| Error::other("cargo names no OUT_DIR"))?);
    fs::write(folder.join("first"), first)?;
    println!("cargo::rustc-env=SECOND_MARK={:016x}", volume::mark(&second));
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
