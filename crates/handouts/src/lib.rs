//! The catalogue of lessons as plain pages: one for each lesson and language, with the program, what it
//! prints and its picture, and one for each language that lists them. No script, no address of a host.
//!
//! Where the pages are written is the caller's affair; what lessons say is `lessons`', and what programs
//! do is `figure`'s.

mod changed;
mod contents;
mod lesson;
mod prose;
mod shell;
mod words;

use interleave_lessons::Catalogue;
use interleave_text::Language;

/// A file of the site of lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// From the folder of the lessons, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub content: String,
}

/// Colours of the page and of its pictures, and what only these pages have.
const STYLES: [&str; 4] = [
    include_str!("../../../web/styles/theme.css"),
    include_str!("../../../web/styles/lanes.css"),
    include_str!("../../../web/styles/log.css"),
    include_str!("../styles/lessons.css"),
];

/// All pages of the lessons, and their style sheet. Every program is played for it.
pub fn files(catalogue: &Catalogue) -> Vec<File> {
    let mut files = vec![
        File { path: "lessons.css".to_owned(), content: STYLES.concat() },
        File { path: "index.html".to_owned(), content: contents::choice_of_language() },
    ];
    for language in Language::ALL {
        files.push(File {
            path: format!("{}/index.html", language.tag()),
            content: contents::page(catalogue, language),
        });
        for place in lesson::places(catalogue) {
            files.push(File {
                path: format!("{}/{}.html", language.tag(), place.lesson.slug),
                content: lesson::page(&place, language),
            });
        }
    }
    files
}
