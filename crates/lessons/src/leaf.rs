//! What the page is handed of the catalogue, in one language and as bytes: the list of lessons, and a
//! lesson whose places have been found in its run.
//!
//! The files are made with the page and read by it; they are no format for others.

use interleave_views::sight::{Lane, Moment};
use serde::{Deserialize, Serialize};

use crate::prose::{Paragraph, Prose};

/// The list of all lessons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// By chapter.
    pub chapters: Vec<Part>,
}

/// A chapter of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is called.
    pub title: String,
    /// Its lessons.
    pub lessons: Vec<Line>,
}

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its name in addresses.
    pub slug: String,
    /// What it is called.
    pub title: Paragraph,
    /// What it is about.
    pub summary: Paragraph,
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// Its name in addresses.
    pub slug: String,
    /// The chapter's title.
    pub chapter: String,
    /// The how many-th it is, counted from one.
    pub number: u32,
    /// How many there are.
    pub all: u32,
    /// What it runs.
    pub program: String,
    /// What it says.
    pub prose: Prose,
    /// Where to look, and at whom.
    pub look: Option<(Moment, Lane)>,
    /// The program after the experiment.
    pub tried: Option<String>,
    /// The lessons before and after it.
    pub neighbours: [Option<Line>; 2],
}
