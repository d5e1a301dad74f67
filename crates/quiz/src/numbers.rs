//! Questions whose answer is a number: when it ends, and how many tasks sleep at once.

use interleave_views::sight::{Moment, State};
use serde::{Deserialize, Serialize};

use crate::seen::{Life, Seen, Stretch};
use crate::{Mark, Model};

/// A number to find among others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// What the run says.
    pub right: i64,
    /// What ideas say that are not so; each number once.
    pub wrong: Vec<(Model, i64)>,
    /// The moment of the run that tells why.
    pub moment: Moment,
}

impl Number {
    fn new(right: i64, moment: Moment, predictions: impl IntoIterator<Item = (Model, i64)>) -> Option<Self> {
        let mut wrong: Vec<(Model, i64)> = Vec::new();
        for (model, number) in predictions {
            if number != right && wrong.iter().all(|(_, other)| *other != number) {
                wrong.push((model, number));
            }
        }
        (!wrong.is_empty()).then_some(Self { right, wrong, moment })
    }

    /// All numbers to choose from, from small to large.
    pub fn choices(&self) -> Vec<i64> {
        let mut all: Vec<_> = self.wrong.iter().map(|(_, number)| *number).chain([self.right]).collect();
        all.sort_unstable();
        all
    }

    /// Judges an answer.
    pub fn mark(&self, answer: i64) -> Mark {
        if answer == self.right {
            return Mark::Right;
        }
        let believed = self.wrong.iter().find(|(_, number)| *number == answer);
        Mark::Wrong { at: 0, moment: self.moment, model: believed.map(|(model, _)| *model) }
    }
}

/// When does it end? Not asked where it never does.
pub(crate) fn end(seen: &Seen) -> Option<Number> {
    if seen.stuck || seen.end_ns == 0 {
        return None;
    }
    let delays = || seen.tasks.iter().map(Life::delays);
    let moment = seen.lines.last().map(|row| row.moment).unwrap_or_default();
    let main = seen.tasks.first().map(Life::delays).unwrap_or(0);
    let predictions = [
        (Model::SleepBlocksAll, delays().sum()),
        (Model::AllOverlaps, delays().max().unwrap_or(0)),
        (Model::OnlyMainCounts, main),
    ];
    Number::new(seen.end_ns, moment, predictions)
}

/// How many tasks sleep at the same time?
pub(crate) fn at_once(seen: &Seen) -> Option<Number> {
    let sleeps = || seen.tasks.iter().flat_map(|life| &life.stretches).filter(|stretch| sleeping(stretch));
    let asleep = |moment| sleeps().filter(|other| other.from <= moment && moment < other.to).count();
    // Of the fullest moments, the first.
    let (most, moment) = sleeps()
        .map(|sleep| (asleep(sleep.from), sleep.from))
        .fold((0, Moment(0)), |best, other| if other.0 > best.0 { other } else { best });
    if most == 0 {
        return None;
    }
    let sleepers = seen.tasks.iter().filter(|life| life.stretches.iter().any(sleeping)).count();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let predictions = [(Model::SleepBlocksAll, 1), (Model::AllOverlaps, number(sleepers))];
    Number::new(number(most), moment, predictions)
}

fn sleeping(stretch: &Stretch) -> bool {
    stretch.state == State::Sleeping && stretch.ns > 0
}
