//! Writes the pages of the lessons into a folder: `interleave-handouts FOLDER`, or without that beside the page
//! that Trunk is building.
#![expect(clippy::disallowed_methods, reason = "this is a step of the build, and no part of a run")]

use std::io::{Error, Result};
use std::path::Path;
use std::{env, fs};

use interleave_lessons::Catalogue;

fn main() -> Result<()> {
    let beside_the_page =
        || env::var_os("TRUNK_STAGING_DIR").map(|page| Path::new(&page).join("lessons").into());
    let folder = env::args_os().nth(1).or_else(beside_the_page);
    let folder = folder.ok_or_else(|| Error::other("say which folder the pages go into"))?;
    let lessons = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lessons/catalogue");
    let catalogue =
        Catalogue::read(|file| fs::read_to_string(lessons.join(file)).ok()).map_err(Error::other)?;
    for file in interleave_handouts::files(&catalogue).map_err(Error::other)? {
        let path = Path::new(&folder).join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, file.content)?;
    }
    Ok(())
}
