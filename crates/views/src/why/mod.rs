//! Why something happened, and why something does not: chains of causes, and what has just happened.
//!
//! Here facts are found; the sentences are those of `words`.

mod anchors;
mod causes;
mod deeds;
pub(crate) mod facts;
mod hindrances;

pub(crate) use anchors::{anchor, resolved};
use interleave_text::{Language, Span};
use interleave_trace::{Actor, Event, What};

use crate::sight::{Lane, Link, Moment, Question, Why};
use crate::story::Story;
use crate::words;
use facts::Asked;

/// The answer to a question.
pub(crate) fn answer(story: &Story, language: Language, question: Question) -> Why {
    let teller = Teller { story, language };
    match question {
        Question::Why(Moment(moment)) => {
            let printed = story.latest(moment).is_some_and(|event| matches!(event.what, What::Prints(_)));
            let asked = if printed { Asked::Printed } else { Asked::Happened };
            Why { question: words::question(language, asked, ""), links: causes::of(teller, moment) }
        }
        Question::WhyNotYet(lane, Moment(moment)) => teller.not_yet(lane, moment),
        // It has been resolved before.
        Question::Again(_) => Why::default(),
    }
}

/// What has just happened at a moment, in a sentence.
pub(crate) fn caption(story: &Story, language: Language, moment: u32) -> String {
    let teller = Teller { story, language };
    let Some(index) = moment.checked_sub(1) else { return String::new() };
    story.event(index).map_or_else(String::new, |event| {
        words::deed(language, &teller.who(&event), &deeds::deed(teller, index, &event))
    })
}

/// What keeps lanes for ever, where nothing can go on; some of them may wait for each other in a ring.
pub(crate) fn for_ever(story: &Story, language: Language, lanes: &[u32], ring: &[u32]) -> Vec<Link> {
    hindrances::for_ever(Teller { story, language }, lanes, ring)
}

/// Who tells, of which run, in which language.
#[derive(Clone, Copy)]
struct Teller<'a> {
    story: &'a Story,
    language: Language,
}

impl Teller<'_> {
    fn not_yet(self, lane: Lane, moment: u32) -> Why {
        let Some(number) = self.story.lanes.number(lane) else { return Why::default() };
        let who = self.story.name(self.language, number);
        let question = words::question(self.language, Asked::NotYet, &who);
        Why { question, links: hindrances::of(self, number, moment.min(self.story.end())) }
    }

    /// Who acted, by name.
    fn who(self, event: &Event) -> String {
        self.story.who(self.language, event).unwrap_or_else(|| self.callback())
    }

    /// Some callback.
    fn callback(self) -> String {
        words::callback(self.language)
    }

    /// A link about an event.
    fn link(self, index: u32, sentence: &str) -> Link {
        let story = self.story;
        let Some(event) = story.event(index) else { return Link::default() };
        let span = self.place(index);
        let sentence = words::sited(self.language, sentence, event.ns, story.source.line(span));
        Link {
            sentence,
            moment: Some(Moment(index + 1)),
            ns: event.ns,
            lane: Some(story.lane(event.actor)),
            span,
        }
    }

    /// Where an event happened: what a task does between two lines of its own, it does at the last one.
    fn place(self, index: u32) -> Span {
        let story = self.story;
        let Some(event) = story.event(index) else { return Span::default() };
        let last = || match event.actor {
            Actor::Task(_) => story.place(story.lanes.of(event.actor), index + 1),
            Actor::Thread(_) | Actor::Loop(_) | Actor::Callback(_) => None,
        };
        if event.place == Span::default() { last().unwrap_or_default() } else { event.place }
    }
}
