//! What a lesson says of its run, in a form that the run can be held against: `lesson.toml`.

use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

/// Something that a run shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Claim {
    /// It ends at this second.
    Ends(f64),
    /// It prints this line first at that second.
    Prints {
        /// The whole line.
        line: String,
        /// The second.
        at: f64,
    },
    /// The line of that number, counted from one, is this.
    Line {
        /// Which.
        number: usize,
        /// The whole line.
        reads: String,
    },
    /// It prints so many lines.
    Lines(usize),
    /// It never prints this line.
    Lacks(String),
    /// These words are among what it writes to stderr.
    Complains(String),
    /// The task of this name is cancelled in the end.
    Cancels(String),
    /// This many tasks sleep at the same time, and never more.
    Sleepers(usize),
    /// Nothing could ever go on, and this task still waits.
    Waits(String),
}

impl Claim {
    /// What anybody who says it has to say: a number, a line, a name.
    pub fn words(&self) -> String {
        match self {
            Self::Ends(seconds) | Self::Prints { at: seconds, .. } => seconds.to_string(),
            Self::Lines(count) | Self::Sleepers(count) => count.to_string(),
            Self::Line { reads: words, .. }
            | Self::Lacks(words)
            | Self::Complains(words)
            | Self::Cancels(words)
            | Self::Waits(words) => words.clone(),
        }
    }
}

/// Where a reader's eyes should go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// When.
    #[serde(flatten)]
    pub moment: Moment,
    /// The name of a task or thread, as the timeline has it in English.
    pub lane: String,
}

/// A moment of a run that stays what it is when the times in the program change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// This line is printed for the first time.
    Printed(String),
    /// The lane has the loop for the time of that number, counted from one.
    Turn(usize),
    /// All is over.
    End(bool),
}

/// A change of the program that is worth trying, and what it does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experiment {
    /// Text that the program has exactly once.
    pub find: String,
    /// What to put in its place.
    pub put: String,
    /// What is so afterwards, and was not so before.
    pub then: Claim,
}

impl Experiment {
    /// The change; nothing if the text to find is not there exactly once.
    pub fn edit(&self, program: &str) -> Option<Edit> {
        let mut places = program.match_indices(&self.find);
        let (start, found) = places.next()?;
        if places.next().is_some() {
            return None;
        }
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(start + found.len()).ok()?);
        Some(Edit::replace(Span::new(start, end), self.put.as_str()))
    }
}

/// What the right answer to the question says; the words are in the texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is so.
    pub answer: Claim,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn experiment(find: &str) -> Experiment {
        Experiment { find: find.to_owned(), put: "3".to_owned(), then: Claim::Ends(3.0) }
    }

    #[test]
    fn an_experiment_has_one_place() {
        let program = "sleep(2)\nnap(2)\n";
        let changed = experiment("p(2").edit(program);
        assert_eq!(changed, None, "it is there twice");
        assert_eq!(experiment("sleep(9)").edit(program), None);
        let edit = experiment("2)\nnap").edit(program).expect("once");
        assert_eq!(edit.apply(program).as_deref(), Some("sleep(3(2)\n"));
    }

    #[test]
    fn whole_seconds_are_written_without_a_point() {
        assert_eq!(Claim::Ends(3.0).words(), "3");
        assert_eq!(Claim::Ends(1.5).words(), "1.5");
    }
}
