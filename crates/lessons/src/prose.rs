//! What a lesson says in one language: a Markdown file of fixed parts, read line by line.
//!
//! A line is a paragraph; in it, words between backticks are code. Nothing else of Markdown
//! has a meaning.

use interleave_text::Language;
use serde::{Deserialize, Serialize};

/// A lesson's text in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    /// What it is called.
    pub title: Paragraph,
    /// What it is about, in a sentence.
    pub summary: Paragraph,
    /// What it says.
    pub body: Vec<Paragraph>,
    /// Where to look, and what is to be seen there.
    pub look: Vec<Paragraph>,
    /// What to change, and what that does.
    pub experiment: Vec<Paragraph>,
    /// What is asked.
    pub question: Vec<Paragraph>,
    /// What one can answer.
    pub choices: Vec<Choice>,
    /// Why the right answer is right.
    pub answer: Vec<Paragraph>,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// In words.
    pub words: Paragraph,
    /// It is the right one.
    pub right: bool,
}

/// A line of text, in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph(pub Vec<Piece>);

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// Words.
    Words(String),
    /// Code.
    Code(String),
}

impl Paragraph {
    fn read(line: &str) -> Self {
        let pieces = line.split('`').enumerate().filter(|(_, piece)| !piece.is_empty());
        let made = |(index, piece): (usize, &str)| match index % 2 {
            0 => Piece::Words(piece.to_owned()),
            _ => Piece::Code(piece.to_owned()),
        };
        Self(pieces.map(made).collect())
    }

    /// As plain text.
    pub fn plain(&self) -> String {
        self.0.iter().map(Piece::text).collect()
    }
}

impl Piece {
    /// Its text, whatever it is.
    pub fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Code(text) => text,
        }
    }
}

/// The headings of the parts, in their order, as each language has them.
const fn headings(language: Language) -> [&'static str; 4] {
    match language {
        Language::TraditionalChinese => ["看", "試", "問", "答"],
        Language::SimplifiedChinese => ["看", "试", "问", "答"],
        Language::English => ["Look", "Try", "Question", "Answer"],
    }
}

impl Prose {
    /// Reads a file; an error says what it lacks.
    pub(crate) fn read(text: &str, language: Language) -> Result<Self, String> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let title =
            lines.next().and_then(|line| line.strip_prefix("# ")).ok_or("it begins with no `# title`")?;
        let summary =
            lines.next().filter(|line| !line.starts_with('#')).ok_or("no summary is below the title")?;
        let mut prose =
            Self { title: Paragraph::read(title), summary: Paragraph::read(summary), ..Self::default() };
        let mut parts = headings(language).into_iter();
        let mut part = None;
        for line in lines {
            if line.matches('`').count() % 2 != 0 {
                return Err(format!("a backtick has no partner in: {line}"));
            }
            if let Some(heading) = line.strip_prefix("## ") {
                part = parts.next();
                if part != Some(heading) {
                    return Err(format!("`## {heading}` stands where `## {}` should", part.unwrap_or("…")));
                }
            } else if let Some(choice) = Choice::read(line) {
                prose.choices.push(choice);
            } else {
                let place = headings(language).iter().position(|heading| Some(*heading) == part);
                prose.part(place).push(Paragraph::read(line));
            }
        }
        if let Some(missing) = parts.next() {
            return Err(format!("there is no `## {missing}`"));
        }
        prose.complaint().map_or(Ok(prose), Err)
    }

    fn part(&mut self, heading: Option<usize>) -> &mut Vec<Paragraph> {
        match heading {
            None => &mut self.body,
            Some(0) => &mut self.look,
            Some(1) => &mut self.experiment,
            Some(2) => &mut self.question,
            Some(_) => &mut self.answer,
        }
    }

    fn complaint(&self) -> Option<String> {
        let parts = [&self.body, &self.look, &self.experiment, &self.question, &self.answer];
        if parts.iter().any(|part| part.is_empty()) {
            return Some("one of its parts is empty".to_owned());
        }
        let right = self.choices.iter().filter(|choice| choice.right).count();
        (right != 1 || self.choices.len() < 2)
            .then(|| format!("of {} choices {right} are marked with [x]", self.choices.len()))
    }

    /// All its paragraphs, in their order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        let head = [&self.title, &self.summary];
        let parts = [&self.body, &self.look, &self.experiment, &self.question].into_iter().flatten();
        let choices = self.choices.iter().map(|choice| &choice.words);
        head.into_iter().chain(parts).chain(choices).chain(&self.answer)
    }
}

impl Choice {
    fn read(line: &str) -> Option<Self> {
        let (right, words) = match line.strip_prefix("- [x] ") {
            Some(words) => (true, words),
            None => (false, line.strip_prefix("- [ ] ")?),
        };
        Some(Self { words: Paragraph::read(words), right })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "# Tea\nIt boils.\n\nOne.\n\nTwo `await`s.\n\n## Look\nThere.\n\n## Try\nThat.\n\n\
        ## Question\nWhen?\n\n- [ ] 1 s\n- [x] 2 s\n\n## Answer\nSo.\n";

    #[track_caller]
    fn refused(text: &str, because: &str) {
        let said = Prose::read(text, Language::English).expect_err("it lacks something");
        assert!(said.contains(because), "{said}");
    }

    #[test]
    fn a_file_is_read_part_by_part() {
        let prose = Prose::read(WHOLE, Language::English).expect("nothing is missing");
        assert_eq!(prose.title.plain(), "Tea");
        let pieces =
            [Piece::Words("Two ".to_owned()), Piece::Code("await".to_owned()), Piece::Words("s.".to_owned())];
        assert_eq!(prose.body, [Paragraph::read("One."), Paragraph(pieces.to_vec())]);
        assert_eq!(prose.choices.iter().map(|choice| choice.right).collect::<Vec<_>>(), [false, true]);
        let all: Vec<_> = prose.paragraphs().map(Paragraph::plain).collect();
        assert_eq!(
            all,
            ["Tea", "It boils.", "One.", "Two awaits.", "There.", "That.", "When?", "1 s", "2 s", "So."]
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        refused("Tea\n", "title");
        refused("# Tea\n## Look\n", "summary");
        refused(&WHOLE.replace("## Try", "## Test"), "`## Test` stands where `## Try` should");
        refused(&WHOLE.replace("\n## Answer\nSo.", ""), "no `## Answer`");
        refused(&WHOLE.replace("So.", ""), "empty");
        refused(&WHOLE.replace("- [ ] 1 s", "- [x] 1 s"), "2 are marked");
        refused(&WHOLE.replace("`await`", "`await"), "backtick");
    }

    #[test]
    fn each_language_has_its_own_headings() {
        assert!(Prose::read(WHOLE, Language::TraditionalChinese).is_err());
        let chinese = WHOLE.replace("Look", "看").replace("Try", "試").replace("Question", "問");
        assert!(Prose::read(&chinese.replace("Answer", "答"), Language::TraditionalChinese).is_ok());
    }
}
