//! In which order are the lines printed?

use interleave_views::sight::Moment;
use serde::{Deserialize, Serialize};

use crate::seen::Seen;
use crate::{Mark, Model};

/// Lines that one is asked to bring into order: the first ones, if there are more.
const MOST_LINES: usize = 8;
/// Fewer can be guessed.
const FEWEST_LINES: usize = 3;

/// Lines to bring into order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// As they are printed.
    pub lines: Vec<Line>,
    /// How they are offered: sorted, which tells nothing about their order.
    pub offered: Vec<usize>,
    /// What each idea makes of them, where that is something else than the run.
    pub wrong: Vec<(Model, Vec<usize>)>,
    /// More lines follow, which are not asked about.
    pub goes_on: bool,
}

/// A line that is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// When it had just been written.
    pub moment: Moment,
}

impl Order {
    pub(crate) fn of(seen: &Seen) -> Option<Self> {
        let asked = seen.lines.get(..seen.lines.len().min(MOST_LINES))?;
        let lines: Vec<_> =
            asked.iter().map(|row| Line { text: row.text.clone(), moment: row.moment }).collect();
        let mut different: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        different.sort_unstable();
        different.dedup();
        if different.len() < FEWEST_LINES {
            return None;
        }
        let mut order = Self {
            offered: sorted_by(lines.len(), |index| lines.get(index).map(|line| line.text.clone())),
            wrong: Vec::new(),
            goes_on: asked.len() < seen.lines.len(),
            lines,
        };
        if order.says_the_same(&order.offered, &order.as_printed()) {
            order.offered.reverse();
        }
        for (model, predicted) in predictions(seen, order.lines.len()) {
            let known = order.wrong.iter().any(|(_, other)| order.says_the_same(other, &predicted));
            if !known && !order.says_the_same(&predicted, &order.as_printed()) {
                order.wrong.push((model, predicted));
            }
        }
        // Without any idea that misleads there is nothing to be learnt from it.
        (!order.wrong.is_empty()).then_some(order)
    }

    /// Judges an order of the lines, named by their places in `lines`.
    pub fn mark(&self, answer: &[usize]) -> Mark {
        let told = (0..self.lines.len()).find(|at| self.text(answer.get(*at)) != self.text(Some(at)));
        let Some(at) = told else { return Mark::Right };
        let believed = self.wrong.iter().find(|(_, predicted)| self.says_the_same(predicted, answer));
        Mark::Wrong {
            at,
            moment: self.lines.get(at).map(|line| line.moment).unwrap_or_default(),
            model: believed.map(|(model, _)| *model),
        }
    }

    fn as_printed(&self) -> Vec<usize> {
        (0..self.lines.len()).collect()
    }

    /// Lines that say the same can change places, and nobody could tell.
    fn says_the_same(&self, one: &[usize], other: &[usize]) -> bool {
        one.len() == other.len()
            && one.iter().zip(other).all(|(one, other)| self.text(Some(one)) == self.text(Some(other)))
    }

    fn text(&self, index: Option<&usize>) -> Option<&str> {
        self.lines.get(*index?).map(|line| line.text.as_str())
    }
}

/// What each idea says, the one that is met most often first.
fn predictions(seen: &Seen, count: usize) -> [(Model, Vec<usize>); 3] {
    let lane = |index: usize| seen.lines.get(index).map(|row| row.lane);
    // How many lines of the same lane come before, and where the lane's first line is.
    let before = |index: usize| (0..index).filter(|other| lane(*other) == lane(index)).count();
    let first = |index: usize| (0..count).find(|other| lane(*other) == lane(index));
    [
        (Model::TasksBeginAtOnce, sorted_by(count, |index| begun_at_once(seen, index))),
        (Model::SleepBlocksAll, sorted_by(count, first)),
        (Model::OrderOfCreation, sorted_by(count, |index| (before(index), lane(index)))),
    ]
}

/// The lines that a task prints in its first turn would come when it is created.
fn begun_at_once(seen: &Seen, index: usize) -> Option<Moment> {
    let row = seen.lines.get(index)?;
    let life = seen.tasks.iter().find(|life| life.lane == row.lane);
    let is_main = seen.tasks.first().is_some_and(|main| main.lane == row.lane);
    match life.filter(|_| !is_main) {
        Some(life) if life.first_turn_over().is_some_and(|over| row.moment <= over) => Some(life.created()),
        _ => Some(row.moment),
    }
}

/// Numbers below `count` in the order of their keys; those with equal keys as they were.
fn sorted_by<K: Ord>(count: usize, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut indices: Vec<_> = (0..count).collect();
    indices.sort_by_key(|index| key(*index));
    indices
}
