//! What holds a question in the text: who it is about, where that was, and how often it had been there.

use interleave_trace::{Event, Span, What};

use crate::compact::size;
use crate::identity;
use crate::sight::{Anchor, Moment, Question, Topic};
use crate::story::Story;

/// What holds a question.
pub(crate) fn anchor(story: &Story, question: Question) -> Option<Anchor> {
    match question {
        Question::Why(Moment(moment)) => {
            let event = story.latest(moment)?;
            let sought = (story.lanes.of(event.actor), event.place, topic(&event));
            let earlier = story.trace.events.iter().take(moment as usize - 1);
            let nth = size(earlier.filter(|earlier| is_it(story, earlier, sought)).count());
            let (lane, place, topic) = sought;
            Some(Anchor { who: identity::of(story, lane)?, place, nth, topic })
        }
        Question::WhyNotYet(lane, Moment(moment)) => {
            let lane = story.lanes.number(lane)?;
            let place = story.place(lane, moment).unwrap_or_default();
            Some(Anchor { who: identity::of(story, lane)?, place, nth: 0, topic: Topic::Wait })
        }
        Question::Again(anchor) => Some(anchor),
    }
}

/// A question for this run, if what it is about is there.
pub(crate) fn resolved(story: &Story, question: Question, cursor: u32) -> Option<Question> {
    let Question::Again(anchor) = question else { return Some(question) };
    let lane = identity::find(story, anchor.who)?;
    if anchor.topic == Topic::Wait {
        return Some(Question::WhyNotYet(story.lane_at(lane), Moment(cursor)));
    }
    let sought = (lane, anchor.place, anchor.topic);
    let all = (1..).zip(&story.trace.events);
    let there = all.filter(|(_, event)| is_it(story, event, sought));
    let (moment, _) = there.take(anchor.nth as usize + 1).last()?;
    Some(Question::Why(Moment(moment)))
}

fn is_it(story: &Story, event: &Event, (lane, place, about): (u32, Span, Topic)) -> bool {
    event.place == place && topic(event) == about && story.lanes.of(event.actor) == lane
}

fn topic(event: &Event) -> Topic {
    if matches!(event.what, What::Prints(_) | What::Warns(_)) { Topic::Line } else { Topic::Deed }
}
