//! Which tasks are cancelled?

use interleave_views::sight::{Moment, State};
use serde::{Deserialize, Serialize};

use crate::seen::{Life, Seen};
use crate::{Mark, Model};

/// Tasks among which one is to find those that are cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// Their names, in order of creation, without `main`.
    pub tasks: Vec<String>,
    /// Whether each is cancelled in the end.
    pub right: Vec<bool>,
    /// What ideas say that are not so.
    pub wrong: Vec<(Model, Vec<bool>)>,
    /// When each ended.
    pub ends: Vec<Moment>,
}

impl Cancelled {
    /// Asked where a task fails or is cancelled.
    pub(crate) fn of(seen: &Seen) -> Option<Self> {
        let tasks = seen.tasks.get(1..)?;
        let unusual = |life: &Life| life.ended_as(State::Cancelled) || life.ended_as(State::Failed);
        if tasks.len() < 2 || !tasks.iter().any(unusual) {
            return None;
        }
        let right: Vec<_> = tasks.iter().map(|life| life.ended_as(State::Cancelled)).collect();
        let ends: Vec<_> =
            tasks.iter().map(|life| life.end().map(|end| end.from).unwrap_or_default()).collect();
        let failures = tasks.iter().zip(&ends).filter(|(life, _)| life.ended_as(State::Failed));
        let first_failure = failures.map(|(_, end)| *end).min();
        let mut predictions = vec![(Model::TasksAlwaysFinish, vec![false; tasks.len()])];
        if let Some(failure) = first_failure {
            let later = tasks.iter().zip(&ends);
            let later = later.map(|(life, end)| *end > failure && life.created() < failure).collect();
            predictions.insert(0, (Model::FailureCancelsAll, later));
        }
        predictions.retain(|(_, predicted)| *predicted != right);
        Some(Self {
            tasks: tasks.iter().map(|life| life.name.clone()).collect(),
            right,
            wrong: predictions,
            ends,
        })
    }

    /// Judges an answer: of each task, whether it is cancelled.
    pub fn mark(&self, answer: &[bool]) -> Mark {
        let differs = |at: &usize| answer.get(*at) != self.right.get(*at);
        let Some(at) = (0..self.right.len()).find(differs) else { return Mark::Right };
        let believed = self.wrong.iter().find(|(_, predicted)| predicted == answer);
        Mark::Wrong {
            at,
            moment: self.ends.get(at).copied().unwrap_or_default(),
            model: believed.map(|(model, _)| *model),
        }
    }
}
