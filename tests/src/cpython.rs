//! Where on this machine a CPython 3.13 is.

#![allow(clippy::disallowed_methods, reason = "tests look for programs")]

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The one named in the environment, else on the path, else under pyenv.
pub fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os("INTERLEAVE_PYTHON313") {
        return Some(PathBuf::from(named));
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).map(|folder| folder.join("python3.13"));
    let versions =
        env::home_dir().map(|home| home.join(".pyenv/versions")).and_then(|folder| folder.read_dir().ok());
    let by_pyenv = versions.into_iter().flatten().flatten().map(|version| version.path().join("bin/python"));
    on_path.chain(by_pyenv).find(|candidate| is_python(candidate))
}

/// A file of the right name may be a signpost of a version manager's, which leads nowhere.
fn is_python(candidate: &Path) -> bool {
    let version = Command::new(candidate).arg("--version").stderr(Stdio::null()).output();
    version.is_ok_and(|output| output.stdout.starts_with(b"Python 3.13."))
}
