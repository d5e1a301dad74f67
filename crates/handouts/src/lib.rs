//! The catalogue of lessons as plain pages: one for each lesson and language, with the program, what it
//! prints and its picture, and one for each language that lists them. No script, no address of a host.
//! Beside each page lies what the playground shows of it (`leaf`).
//!
//! Where the pages are written is the caller's affair; what lessons say is `lessons`', and what programs
//! do is `figure`'s.

mod changed;
mod contents;
mod lesson;
mod look;
mod prose;
mod shell;
mod words;

use interleave_lessons::{Catalogue, List, Part};
use interleave_text::Language;
use serde::Serialize;

/// A file of the site of lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// From the folder of the lessons, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// Colours of the page and of its pictures, and what only these pages have.
const STYLES: [&str; 4] = [
    include_str!("../../../web/styles/theme.css"),
    include_str!("../../../web/styles/lanes.css"),
    include_str!("../../../web/styles/log.css"),
    include_str!("../styles/lessons.css"),
];

/// All pages of the lessons, and their style sheet. Every program is played for it.
pub fn files(catalogue: &Catalogue) -> postcard::Result<Vec<File>> {
    let mut files =
        vec![text("lessons.css", STYLES.concat()), text("index.html", contents::choice_of_language())];
    let places = lesson::places(catalogue);
    for language in Language::ALL {
        let tag = language.tag();
        files.push(text(&format!("{tag}/index.html"), contents::page(catalogue, language)));
        files.push(leaf(&format!("{tag}/index.leaf"), &list(catalogue, language))?);
        for place in &places {
            let slug = place.lesson.slug.as_str();
            files.push(text(&format!("{tag}/{slug}.html"), lesson::page(place, language)));
            files.push(leaf(&format!("{tag}/{slug}.leaf"), &lesson::leaf(place, language))?);
        }
    }
    Ok(files)
}

fn list(catalogue: &Catalogue, language: Language) -> List {
    let part = |chapter: &interleave_lessons::Chapter| Part {
        title: chapter.title.of(language).clone(),
        lessons: chapter.lessons.iter().map(|lesson| lesson::line(lesson, language)).collect(),
    };
    List { chapters: catalogue.chapters.iter().map(part).collect() }
}

fn text(path: &str, content: String) -> File {
    File { path: path.to_owned(), content: content.into_bytes() }
}

fn leaf(path: &str, content: &impl Serialize) -> postcard::Result<File> {
    Ok(File { path: path.to_owned(), content: postcard::to_allocvec(content)? })
}
