//! Predict, then run: questions about any run, made from what can be seen of it.
//!
//! The right answer is the run's. Wrong ones are what the run would have been if one of the ideas that
//! learners have were true ([`Model`]), so that a wrong answer says what its giver believes. Nothing
//! here is in words: a question is data, and so is its mark.

mod cancelled;
mod holds;
mod model;
mod numbers;
mod order;
mod seen;

pub use cancelled::Cancelled;
pub use holds::{Holds, Stop, Variable, stops};
pub use model::Model;
pub use numbers::Number;
pub use order::{Line, Order};

use interleave_views::Story;
use interleave_views::sight::Moment;
use seen::Seen;
use serde::{Deserialize, Serialize};

/// The questions that a run can be asked; none where there is nothing to be mistaken about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quiz {
    /// In which order are its lines printed?
    pub order: Option<Order>,
    /// When does it end? In nanoseconds.
    pub end: Option<Number>,
    /// How many tasks sleep at the same time?
    pub at_once: Option<Number>,
    /// Which tasks are cancelled?
    pub cancelled: Option<Cancelled>,
    /// What does a variable hold at some moment?
    pub holds: Option<Holds>,
}

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// It is what the run does.
    Right,
    /// It is not.
    Wrong {
        /// Where it first differs: the line, or the task, counted from zero.
        at: usize,
        /// The moment of the run that tells why, to ask about.
        moment: Moment,
        /// The idea from which exactly this answer follows, if it is one of those known.
        model: Option<Model>,
    },
}

/// Events of a run beyond which no questions are made of it: nobody could answer them by thinking.
const MOST_EVENTS: u32 = 20_000;

impl Quiz {
    /// The questions that this run can be asked.
    pub fn of(story: &Story) -> Self {
        if story.overview().end.0 > MOST_EVENTS {
            return Self::default();
        }
        let seen = Seen::of(story);
        Self {
            order: Order::of(&seen),
            end: numbers::end(&seen),
            at_once: numbers::at_once(&seen),
            cancelled: Cancelled::of(&seen),
            holds: None,
        }
    }

    /// With a question about variables, of which the record knows nothing: at each of the run's [`stops`], those of all
    /// functions of which one call is under way.
    pub fn with_variables(self, stops: &[Stop], seen: &[Vec<Variable>]) -> Self {
        Self { holds: holds::holds(stops, seen), ..self }
    }
}
