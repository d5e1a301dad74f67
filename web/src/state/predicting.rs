//! Predict, then run: while its reader has not said what they expect, a run is not shown.
//!
//! What is asked and what answers are worth is `interleave-quiz`'s; the worker makes the questions.

use std::rc::Rc;

use interleave_quiz::{Mark, Quiz};

use crate::engine::protocol::{Request, RequestId};
use crate::held::Held;

/// What somebody does who predicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Predict {
    /// Hide the run, and ask.
    Begin,
    /// Move a line from this place to that.
    Move(usize, usize),
    /// It ends then, in nanoseconds.
    End(i64),
    /// So many sleep at once.
    AtOnce(i64),
    /// This task is cancelled, or is not.
    Cancelled(usize),
    /// The variable holds this one of its values.
    Holds(usize),
    /// That is it: mark the answers, and show the run.
    Mark,
    /// Show the run without an answer, or put marked answers away.
    Leave,
}

/// What has been answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    /// Lines, as places in `Order::lines`, in the order in which they are thought to come.
    pub(crate) order: Vec<usize>,
    pub(crate) end: Option<i64>,
    pub(crate) at_once: Option<i64>,
    pub(crate) cancelled: Vec<bool>,
    pub(crate) holds: Option<usize>,
}

/// The questions about a run, and its reader's answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Predicting {
    stage: Stage,
    /// The run that is asked about.
    run: Option<RequestId>,
    asked: Option<(RequestId, Rc<Request>)>,
    pub(crate) quiz: Option<Held<Quiz>>,
    pub(crate) answers: Answers,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Off,
    /// The run is hidden.
    Guessing,
    /// The answers are marked, and the run is shown.
    Marked,
}

/// What each answer is worth, where there was a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) order: Option<Mark>,
    pub(crate) end: Option<Mark>,
    pub(crate) at_once: Option<Mark>,
    pub(crate) cancelled: Option<Mark>,
    pub(crate) holds: Option<Mark>,
}

impl Marks {
    /// All of them, in the order in which they are asked for.
    pub(crate) fn all(&self) -> impl Iterator<Item = Mark> {
        [self.order, self.end, self.at_once, self.cancelled, self.holds].into_iter().flatten()
    }
}

impl Predicting {
    /// The run gives nothing away.
    pub(crate) fn hides(&self) -> bool {
        self.stage == Stage::Guessing
    }

    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|(_, request)| Rc::clone(request))
    }

    pub(super) fn is_idle(&self) -> bool {
        self.asked.is_none()
    }

    /// Every question has an answer.
    pub(crate) fn is_complete(&self) -> bool {
        self.quiz.as_ref().is_some_and(|quiz| {
            (quiz.end.is_none() || self.answers.end.is_some())
                && (quiz.at_once.is_none() || self.answers.at_once.is_some())
                && (quiz.holds.is_none() || self.answers.holds.is_some())
        })
    }

    /// What the answers are worth, once they are to be marked.
    pub(crate) fn marks(&self) -> Option<Marks> {
        let quiz = self.quiz.as_ref().filter(|_| self.stage == Stage::Marked)?;
        let Answers { order, end, at_once, cancelled, holds } = &self.answers;
        Some(Marks {
            order: quiz.order.as_ref().map(|question| question.mark(order)),
            end: quiz.end.as_ref().zip(*end).map(|(question, answer)| question.mark(answer)),
            at_once: quiz.at_once.as_ref().zip(*at_once).map(|(question, answer)| question.mark(answer)),
            cancelled: quiz.cancelled.as_ref().map(|question| question.mark(cancelled)),
            holds: quiz.holds.as_ref().zip(*holds).map(|(question, answer)| question.mark(answer)),
        })
    }

    pub(super) fn act(&mut self, predict: Predict) {
        match predict {
            Predict::Begin => *self = Self { stage: Stage::Guessing, ..Self::default() },
            Predict::Move(from, to) => {
                if from < self.answers.order.len() && to < self.answers.order.len() {
                    let line = self.answers.order.remove(from);
                    self.answers.order.insert(to, line);
                }
            }
            Predict::End(ns) => self.answers.end = Some(ns),
            Predict::AtOnce(count) => self.answers.at_once = Some(count),
            Predict::Cancelled(task) => {
                if let Some(cancelled) = self.answers.cancelled.get_mut(task) {
                    *cancelled = !*cancelled;
                }
            }
            Predict::Holds(choice) => self.answers.holds = Some(choice),
            Predict::Mark => {
                if self.is_complete() {
                    self.stage = Stage::Marked;
                }
            }
            Predict::Leave => *self = Self::default(),
        }
    }

    /// Another program is run: what was marked was said of the one before.
    pub(super) fn hear_edit(&mut self) {
        if self.stage == Stage::Marked {
            *self = Self::default();
        }
    }

    /// Ask about this run, unless that was done.
    pub(super) fn proceed(&mut self, run: RequestId, id: impl FnOnce() -> RequestId) {
        if self.hides() && self.run != Some(run) {
            let id = id();
            (self.run, self.quiz, self.answers) = (Some(run), None, Answers::default());
            self.asked = Some((id, Request::Quiz { id, run }.into()));
        }
    }

    pub(super) fn hear(&mut self, id: RequestId, quiz: Quiz) {
        if self.asked.take_if(|(asked, _)| *asked == id).is_some() {
            self.answers = Answers {
                order: quiz.order.as_ref().map(|order| order.offered.clone()).unwrap_or_default(),
                cancelled: quiz.cancelled.as_ref().map(|it| vec![false; it.tasks.len()]).unwrap_or_default(),
                ..Answers::default()
            };
            self.quiz = Some(quiz.into());
        }
    }

    /// The run is no longer there: another one will be asked about.
    pub(super) fn hear_gone(&mut self, id: RequestId) {
        if self.asked.take_if(|(asked, _)| *asked == id).is_some() {
            self.run = None;
        }
    }

    /// No answer will come.
    pub(super) fn give_up(&mut self) {
        (self.asked, self.run) = (None, None);
    }
}

#[cfg(test)]
mod tests {
    use interleave_quiz::{Cancelled, Line, Model, Number, Order};
    use interleave_views::sight::Moment;

    use super::*;

    const RUN: RequestId = RequestId(3);

    fn quiz() -> Quiz {
        let line = |text: &str, moment| Line { text: text.to_owned(), moment: Moment(moment) };
        let lines = vec![line("b", 1), line("c", 2), line("a", 3)];
        let wrong = vec![(Model::OrderOfCreation, vec![2, 0, 1])];
        Quiz {
            order: Some(Order { lines, offered: vec![2, 0, 1], wrong, goes_on: false }),
            end: Some(Number { right: 3, wrong: vec![(Model::SleepBlocksAll, 5)], moment: Moment(9) }),
            at_once: None,
            cancelled: Some(Cancelled {
                tasks: vec!["one".to_owned(), "two".to_owned()],
                right: vec![false, true],
                wrong: Vec::new(),
                ends: vec![Moment(4), Moment(5)],
            }),
            holds: None,
        }
    }

    fn guessing() -> Predicting {
        let mut predicting = Predicting::default();
        predicting.act(Predict::Begin);
        predicting.proceed(RUN, || RequestId(4));
        predicting.hear(RequestId(4), quiz());
        predicting
    }

    #[test]
    fn a_run_is_hidden_until_every_question_has_an_answer() {
        let mut predicting = guessing();
        predicting.act(Predict::Mark);
        assert!(predicting.hides() && predicting.marks().is_none(), "when it ends has not been said");
        predicting.act(Predict::End(5));
        predicting.act(Predict::Mark);
        assert!(!predicting.hides());
    }

    #[test]
    fn answers_are_marked_with_the_idea_behind_them() {
        let mut predicting = guessing();
        for said in [Predict::End(5), Predict::Cancelled(1), Predict::Move(0, 2), Predict::Mark] {
            predicting.act(said);
        }
        let marks = predicting.marks().expect("it is marked");
        let model = Some(Model::SleepBlocksAll);
        assert_eq!(marks.end, Some(Mark::Wrong { at: 0, moment: Moment(9), model }));
        assert_eq!((marks.order, marks.cancelled), (Some(Mark::Right), Some(Mark::Right)));
        assert_eq!(marks.all().count(), 3);
    }

    #[test]
    fn another_run_is_asked_about_anew_and_what_was_marked_is_put_away() {
        let mut predicting = guessing();
        predicting.act(Predict::Move(0, 2));
        predicting.hear_edit();
        predicting.proceed(RequestId(7), || RequestId(8));
        assert_eq!((predicting.hides(), predicting.quiz.is_none()), (true, true));
        predicting.hear(RequestId(4), quiz());
        assert!(predicting.quiz.is_none(), "that was about the run before");
        predicting.hear_gone(RequestId(8));
        predicting.proceed(RequestId(7), || RequestId(9));
        predicting.hear(RequestId(9), quiz());
        predicting.act(Predict::End(3));
        predicting.act(Predict::Mark);
        predicting.hear_edit();
        assert_eq!(predicting, Predicting::default());
    }

    #[test]
    fn moves_beyond_the_list_are_none() {
        let mut predicting = guessing();
        predicting.act(Predict::Move(0, 3));
        predicting.act(Predict::Move(5, 0));
        predicting.act(Predict::Cancelled(9));
        assert_eq!(predicting.answers.order, [2, 0, 1]);
    }
}
