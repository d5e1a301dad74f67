//! The oracle's own tests, run by every CPython that can run it, where there is one.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn the_oracle_keeps_the_rules_of_the_ideal_machine() {
    // On a machine without CPython nothing asks the oracle, and there is nothing to try.
    for python in pythons() {
        let output = Command::new(&python)
            .args(["-B", "-m", "unittest", "discover", "-s"])
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle"))
            .output()
            .expect("it has just answered");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}:\n{said}", python.display());
    }
}

/// On the path, and under pyenv; each that says it is new enough, once.
fn pythons() -> Vec<PathBuf> {
    let on_path =
        env::var_os("PATH").into_iter().flat_map(|path| env::split_paths(&path).collect::<Vec<_>>());
    let named = on_path.flat_map(|folder| ["python3.13", "python3"].map(|name| folder.join(name)));
    let versions =
        env::home_dir().map(|home| home.join(".pyenv/versions")).and_then(|folder| folder.read_dir().ok());
    let pyenv = versions.into_iter().flatten().flatten().map(|version| version.path().join("bin/python"));
    let mut found: Vec<_> = named.chain(pyenv).filter_map(|python| executable(&python)).collect();
    found.sort();
    found.dedup();
    found
}

/// The real program behind a name, if it is CPython 3.11 or later.
fn executable(python: &Path) -> Option<PathBuf> {
    const ASK: &str = "import platform, sys\n\
        if sys.version_info >= (3, 11) and platform.python_implementation() == 'CPython': print(sys.executable)";
    let output = Command::new(python).args(["-c", ASK]).output().ok()?;
    let path = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
    path.canonicalize().ok()
}
