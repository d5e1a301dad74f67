//! What does a variable hold when a line has just been printed?

use std::collections::{BTreeMap, BTreeSet};

use interleave_views::Story;
use interleave_views::sight::Moment;
use serde::{Deserialize, Serialize};

use crate::seen::Seen;
use crate::{MOST_EVENTS, Mark};

/// Moments that are looked at: the first lines, if there are more.
const MOST_SAMPLES: usize = 8;
/// Values that one can choose from.
const MOST_CHOICES: usize = 5;
/// Longer values are hard to read, and say little.
const LONGEST: usize = 24;

/// A variable whose value is to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds {
    /// Its name.
    pub name: String,
    /// The function that it belongs to; none for the program's own.
    pub function: Option<String>,
    /// The line that has just been printed.
    pub line: String,
    /// When that was.
    pub moment: Moment,
    /// The values that it has at one time or another, sorted.
    pub choices: Vec<String>,
    /// Which of them it has then.
    pub right: usize,
}

impl Holds {
    /// Judges an answer.
    pub fn mark(&self, answer: usize) -> Mark {
        if answer == self.right {
            return Mark::Right;
        }
        Mark::Wrong { at: 0, moment: self.moment, model: None }
    }
}

/// A moment at which variables are to be looked at: a line has just been printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// When.
    pub moment: Moment,
    line: String,
}

/// A variable at such a moment: the function that it belongs to (none for the program's own), its name, its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The function.
    pub function: Option<String>,
    /// The name.
    pub name: String,
    /// The value, as it would be printed.
    pub text: String,
}

/// Where variables are to be looked at so that a question can be made of them, in the order in which they come.
pub fn stops(story: &Story) -> Vec<Stop> {
    if story.overview().end.0 > MOST_EVENTS {
        return Vec::new();
    }
    let lines = Seen::of(story).lines;
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &lines {
        *times.entry(&row.text).or_default() += 1;
    }
    // A line that comes twice would not tell which moment is meant.
    let once = lines.iter().filter(|row| times.get(row.text.as_str()) == Some(&1));
    once.take(MOST_SAMPLES).map(|row| Stop { moment: row.moment, line: row.text.clone() }).collect()
}

/// What a variable is at each moment at which it is there.
type Life<'a> = Vec<(&'a Stop, &'a str)>;

/// The question about what is seen at these moments; `seen`: of each, the variables of all functions that run once only.
pub(crate) fn holds(stops: &[Stop], seen: &[Vec<Variable>]) -> Option<Holds> {
    let mut lives: BTreeMap<(Option<&str>, &str), Life<'_>> = BTreeMap::new();
    for (stop, variables) in stops.iter().zip(seen) {
        for Variable { function, name, text } in variables {
            lives.entry((function.as_deref(), name)).or_default().push((stop, text));
        }
    }
    let is_plain = |text: &&str| text.len() <= LONGEST && !text.contains('<');
    let asked = lives.into_iter().filter(|(_, life)| {
        let values = told(life);
        (2..=MOST_CHOICES).contains(&values.len()) && values.iter().all(is_plain)
    });
    // Of those that change most often, the first by name.
    let ((function, name), life) = asked.min_by_key(|(_, life)| std::cmp::Reverse(told(life).len()))?;
    // Before the value that it ends with, which is the easiest to find.
    let last = life.last()?.1;
    let (stop, text) = life.iter().rfind(|(_, text)| *text != last)?;
    let choices: Vec<String> = told(&life).into_iter().map(str::to_owned).collect();
    Some(Holds {
        name: name.to_owned(),
        function: function.map(str::to_owned),
        line: stop.line.clone(),
        moment: stop.moment,
        right: choices.iter().position(|choice| choice == text)?,
        choices,
    })
}

/// All values that a variable has at these moments.
fn told<'a>(life: &[(&Stop, &'a str)]) -> BTreeSet<&'a str> {
    life.iter().map(|(_, text)| *text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(line: &str, moment: u32) -> Stop {
        Stop { moment: Moment(moment), line: line.to_owned() }
    }

    fn variable(function: Option<&str>, name: &str, text: &str) -> Variable {
        Variable { function: function.map(str::to_owned), name: name.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn what_changes_most_is_asked_about() {
        let stops = [stop("one", 3), stop("two", 5), stop("three", 8)];
        let seen = [("0", "'a'"), ("1", "'a'"), ("2", "'b'")]
            .map(|(total, name)| vec![variable(None, "total", total), variable(Some("main"), "name", name)]);
        let asked = holds(&stops, &seen).expect("there is something to ask");
        assert_eq!((asked.name.as_str(), asked.line.as_str(), asked.moment), ("total", "two", Moment(5)));
        assert_eq!(
            (asked.choices.as_slice(), asked.right),
            (["0", "1", "2"].map(String::from).as_slice(), 1)
        );
        assert_eq!(asked.mark(1), Mark::Right);
        assert_eq!(asked.mark(0), Mark::Wrong { at: 0, moment: Moment(5), model: None });
    }

    #[test]
    fn what_stays_or_cannot_be_read_is_not_asked_about() {
        let stops = [stop("one", 3), stop("two", 5)];
        let seen = ["<Task pending>", "<Task finished>"]
            .map(|task| vec![variable(None, "same", "1"), variable(Some("main"), "task", task)]);
        assert_eq!(holds(&stops, &seen), None);
    }
}
