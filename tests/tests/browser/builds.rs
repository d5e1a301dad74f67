//! The built page in a folder of its own, with something changed in it.

use std::fs;
use std::path::Path;

use interleave_tests::browser::dist;
use tempfile::TempDir;

/// In which file what is replaced, and by what.
pub(crate) type Change<'a> = (&'a str, &'a str, &'a str);

pub(crate) fn changed(changes: &[Change<'_>]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for another build");
    copy(&dist(), folder.path());
    for (file, old, new) in changes {
        let path = folder.path().join(file);
        let content = fs::read(&path).expect("the page has it");
        let place = content.windows(old.len()).position(|part| part == old.as_bytes());
        let place = place.unwrap_or_else(|| panic!("{file} has no {old}"));
        let content = [&content[..place], new.as_bytes(), &content[place + old.len()..]].concat();
        fs::write(&path, content).expect("the folder can be written");
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the page is built").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            fs::create_dir(&to).expect("a new folder");
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a new file");
        }
    }
}
