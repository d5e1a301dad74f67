//! Writes the second volume into the folder of the page: the one that is named, or Trunk's.
#![expect(clippy::disallowed_methods, reason = "this is a step of the build, and no part of a run")]

use std::io::{Error, Result};
use std::path::Path;
use std::{env, fs};

use interleave_library::{SECOND, SECOND_FILE};

fn main() -> Result<()> {
    let folder = env::args_os().nth(1).or_else(|| env::var_os("TRUNK_STAGING_DIR"));
    let folder = folder.ok_or_else(|| Error::other("say which folder the library's volume goes into"))?;
    fs::write(Path::new(&folder).join(SECOND_FILE), SECOND)
}
