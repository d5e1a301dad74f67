//! The repository's own files: what is written here and kept, and neither built nor
//! fetched.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders of built and fetched things.
const NOT_OURS: [&str; 7] =
    [".git", "__pycache__", "dist", "node_modules", "screenshots", "snippets", "target"];

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests is a folder of the workspace").to_owned()
}

/// A file with text in it.
pub(crate) struct File {
    /// From the root, with `/` between folders.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All of them, in the order of their paths.
pub(crate) fn files() -> Vec<File> {
    let root = root();
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    for entry in entries {
        let entry = entry.unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
        let path = entry.path();
        // A link leads to what is seen elsewhere, or to what is not ours.
        let kind =
            entry.file_type().unwrap_or_else(|error| panic!("cannot look at {}: {error}", path.display()));
        if kind.is_dir() {
            if !NOT_OURS.iter().any(|name| entry.file_name() == *name) {
                collect(root, &path, files);
            }
        } else if kind.is_file() {
            // What is no text (a picture, wasm) has no words to judge.
            let Ok(text) = fs::read_to_string(&path) else {
                continue;
            };
            let parts = path.strip_prefix(root).expect("found below the root").components();
            let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
            files.push(File { path: parts.join("/"), text });
        }
    }
}

/// Whether a tool wrote the file. It is kept, but nobody chose its words.
pub(crate) fn generated(path: &str) -> bool {
    [".lock", "-lock.json", ".min.js", ".licenses.txt"].iter().any(|end| path.ends_with(end))
}

/// Whether the path ends with one of these extensions.
pub(crate) fn has_extension(path: &str, extensions: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
}

#[test]
fn the_walk_sees_what_is_ours_and_nothing_else() {
    let files = files();
    let has = |path: &str| files.iter().any(|file| file.path == path);
    assert!(has("Cargo.toml") && has("tests/tests/house/repository.rs"));
    assert!(
        !files.iter().any(|file| file.path.starts_with("target/") || file.path.contains("node_modules/"))
    );
}
