//! Where on this machine a CPython is.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::answer;

/// The one that says what is right.
pub(crate) fn judge() -> Result<PathBuf> {
    const VERSION: &str = "3.13";
    find(VERSION).with_context(|| lacking(VERSION))
}

/// That there is none of this version, and what helps.
pub(crate) fn lacking(version: &str) -> String {
    format!("no CPython {version} is on PATH or under pyenv; $INTERLEAVE_PYTHON313 may name one")
}

/// CPython of a version such as `3.10` or `3.13.0`.
pub(crate) fn find(version: &str) -> Option<PathBuf> {
    let minor: Vec<_> = version.split('.').take(2).collect();
    let named = env::var_os(format!("INTERLEAVE_PYTHON{}", minor.concat())).map(PathBuf::from);
    let on_path = env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect::<Vec<_>>())
        .unwrap_or_default()
        .into_iter()
        .map(|folder| folder.join(format!("python{}", minor.join("."))));
    let by_pyenv = env::home_dir()
        .and_then(|home| fs::read_dir(home.join(".pyenv/versions")).ok())
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin/python"));
    // A file of the right name may be a signpost of a version manager's, which leads nowhere.
    named.into_iter().chain(on_path).chain(by_pyenv).find(|python| {
        let said = answer(Command::new(python).arg("--version")).unwrap_or_default();
        let own = said.strip_prefix("Python ").unwrap_or_default();
        own.strip_prefix(version).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}
