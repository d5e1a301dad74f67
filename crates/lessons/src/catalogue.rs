//! The catalogue as it lies in files: a list of chapters, and a folder for each lesson.

use std::fmt;

use interleave_text::Language;
use serde::{Deserialize, Serialize};

use crate::claims::{Experiment, Look, Question};
use crate::prose::Prose;
use crate::trilingual::Trilingual;

/// The list of chapters and their lessons.
const CONTENTS: &str = "contents.toml";

/// The file of each language in a lesson's folder.
pub const TEXTS: Trilingual<&str> =
    Trilingual { traditional_chinese: "zh-Hant.md", simplified_chinese: "zh-Hans.md", english: "en.md" };

/// All lessons, in the order in which they lead on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The chapters.
    pub chapters: Vec<Chapter>,
}

/// Lessons on one subject.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    /// What it is called.
    pub title: Trilingual<String>,
    /// Its lessons.
    pub lessons: Vec<Lesson>,
}

/// One lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its name in addresses, and of its folder.
    pub slug: String,
    /// What it runs.
    pub program: String,
    /// The subjects it teaches, as rows such as `A5` of the project's list of them.
    pub covers: Vec<String>,
    /// Where to look.
    pub look: Look,
    /// What to try.
    pub experiment: Experiment,
    /// What the right answer says.
    pub question: Question,
    /// What it says to readers.
    pub prose: Trilingual<Prose>,
}

/// What is wrong with a file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which, from the catalogue's folder.
    pub file: String,
    /// What.
    pub complaint: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.file, self.complaint)
    }
}

impl std::error::Error for Fault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    chapter: Vec<ListedChapter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListedChapter {
    title: Trilingual<String>,
    lessons: Vec<String>,
}

/// `lesson.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    covers: Vec<String>,
    look: Look,
    r#try: Experiment,
    question: Question,
}

impl Catalogue {
    /// Reads the catalogue from files that the caller finds, named from the catalogue's folder.
    pub fn read(mut file: impl FnMut(&str) -> Option<String>) -> Result<Self, Fault> {
        let contents: Contents = parsed(&mut file, CONTENTS)?;
        let mut chapters = Vec::new();
        for ListedChapter { title, lessons } in contents.chapter {
            let lessons = lessons.into_iter().map(|slug| Lesson::read(slug, &mut file));
            chapters.push(Chapter { title, lessons: lessons.collect::<Result<_, _>>()? });
        }
        Ok(Self { chapters })
    }

    /// The lessons of all chapters.
    pub fn lessons(&self) -> impl Iterator<Item = &Lesson> {
        self.chapters.iter().flat_map(|chapter| &chapter.lessons)
    }
}

impl Lesson {
    fn read(slug: String, file: &mut impl FnMut(&str) -> Option<String>) -> Result<Self, Fault> {
        let Sheet { covers, look, r#try: experiment, question } =
            parsed(file, &format!("{slug}/lesson.toml"))?;
        let program = found(file, &format!("{slug}/main.py"))?;
        let prose = Trilingual::build(|language: Language| {
            let name = format!("{slug}/{}", TEXTS.of(language));
            let text = found(file, &name)?;
            Prose::read(&text, language).map_err(|complaint| Fault { file: name, complaint })
        })?;
        Ok(Self { slug, program, covers, look, experiment, question, prose })
    }

    /// The program after the experiment; nothing if its place is not there exactly once.
    pub fn tried(&self) -> Option<String> {
        self.experiment.edit(&self.program)?.apply(&self.program)
    }
}

fn found(file: &mut impl FnMut(&str) -> Option<String>, name: &str) -> Result<String, Fault> {
    file(name).ok_or_else(|| Fault { file: name.to_owned(), complaint: "it is missing".to_owned() })
}

fn parsed<T: for<'de> Deserialize<'de>>(
    file: &mut impl FnMut(&str) -> Option<String>,
    name: &str,
) -> Result<T, Fault> {
    let text = found(file, name)?;
    toml::from_str(&text)
        .map_err(|error| Fault { file: name.to_owned(), complaint: error.to_string().trim_end().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::{Claim, Moment};

    const CHAPTER: &str = "[[chapter]]\ntitle = { zh-Hant = \"茶\", zh-Hans = \"茶\", en = \"Tea\" }\n\
        lessons = [\"tea\"]\n";
    const SHEET: &str = "covers = [\"A1\"]\nlook = { printed = \"tea\", lane = \"Task-1\" }\n\
        try = { find = \"2\", put = \"1\", then = { ends = 1 } }\n\
        question = { answer = { prints = { line = \"tea\", at = 2 } } }\n";
    const ENGLISH: &str =
        "# Tea\nIt.\nIs.\n## Look\na\n## Try\nb\n## Question\nc\n- [x] 2\n- [ ] 1\n## Answer\nd\n";

    fn file(name: &str) -> Option<String> {
        let text = match name {
            "contents.toml" => CHAPTER.to_owned(),
            "tea/lesson.toml" => SHEET.to_owned(),
            "tea/main.py" => "nap(2)\n".to_owned(),
            "tea/en.md" => ENGLISH.to_owned(),
            "tea/zh-Hant.md" => translated(["看", "試", "問", "答"]),
            "tea/zh-Hans.md" => translated(["看", "试", "问", "答"]),
            _ => return None,
        };
        Some(text)
    }

    fn translated(headings: [&str; 4]) -> String {
        let pairs = ["Look", "Try", "Question", "Answer"].into_iter().zip(headings);
        pairs.fold(ENGLISH.to_owned(), |text, (english, own)| text.replace(english, own))
    }

    #[test]
    fn a_lesson_is_put_together_from_its_files() {
        let catalogue = Catalogue::read(file).expect("all files are there");
        let lesson = catalogue.lessons().next().expect("there is one");
        assert_eq!(lesson.look, Look { moment: Moment::Printed("tea".into()), lane: "Task-1".into() });
        assert_eq!(lesson.question.answer, Claim::Prints { line: "tea".into(), at: 2.0 });
        assert_eq!(lesson.tried().as_deref(), Some("nap(1)\n"));
    }

    #[test]
    fn a_fault_names_its_file() {
        let missing = Catalogue::read(|name| file(name).filter(|_| name != "tea/zh-Hans.md"));
        assert_eq!(missing.expect_err("a file is missing").to_string(), "tea/zh-Hans.md: it is missing");
        let wrong = Catalogue::read(|name| {
            file(name)
                .map(|text| if name.ends_with("lesson.toml") { text.replace("ends", "stops") } else { text })
        });
        let said = wrong.expect_err("a claim is unknown").to_string();
        assert!(said.starts_with("tea/lesson.toml: ") && said.contains("stops"), "{said}");
    }
}
