//! The catalogue of lessons, held against what its programs do: each moment is there, each
//! experiment does what is said, each answer is the run's, in all three languages.
//!
//! That the programs print what CPython prints is judged with the other cases.

mod claims;
mod coverage;
mod links;
mod played;
mod times;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use interleave_lessons::{Catalogue, Lesson};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/lessons/catalogue")
}

pub(crate) fn catalogue() -> Catalogue {
    let folder = folder();
    Catalogue::read(|file| fs::read_to_string(folder.join(file)).ok())
        .unwrap_or_else(|fault| panic!("{fault}"))
}

/// Fails with all that is wrong with any lesson, each under the lesson's name.
#[track_caller]
pub(crate) fn each_lesson(mut faults: impl FnMut(&Lesson) -> Vec<String>) {
    let catalogue = catalogue();
    let found: String = catalogue
        .lessons()
        .flat_map(|lesson| {
            faults(lesson)
                .into_iter()
                .map(|fault| format!("\n  {}: {fault}", lesson.slug))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{found}");
}
