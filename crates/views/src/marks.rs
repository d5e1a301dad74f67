//! Where live tasks stand in the text.

use interleave_text::Language;
use interleave_trace::Actor;

use crate::lanes::{colour, is_end};
use crate::sight::{Lane, Mark};
use crate::story::Story;
use crate::{describe, words};

/// More tasks than these are not marked: nobody could tell their marks apart.
const MOST: usize = 200;

/// The marks of the tasks that live at a moment and have begun: whoever acts, and the first of the
/// others. A thread is marked while it executes code of its own.
pub(crate) fn marks(story: &Story, language: Language, moment: u32) -> Vec<Mark> {
    let actor = story.latest(moment).map(|event| event.actor);
    let acts = actor.map(|actor| story.lanes.of(actor));
    let executes = matches!(actor, Some(Actor::Thread(_)));
    let live =
        story.lanes.all().take_while(|(_, life)| life.created.is_none() || life.created.or_never() < moment);
    let others = live
        .map(|(lane, _)| lane)
        .filter(|lane| Some(*lane) != acts && !story.lanes.has_ended(*lane, moment));
    let is_marked =
        |lane: &u32| matches!(story.lane_at(*lane), Lane::Task(_)) || (executes && acts == Some(*lane));
    let marked = acts.into_iter().chain(others).filter(is_marked);
    marked.filter_map(|lane| mark(story, language, lane, moment)).take(MOST).collect()
}

fn mark(story: &Story, language: Language, lane: u32, moment: u32) -> Option<Mark> {
    let task = story.lane_at(lane);
    let index = story.lanes.stretch_index(lane, moment)?;
    let state = story.lanes.stretches(lane).get(index)?.state;
    if is_end(state) {
        return None;
    }
    let span = story.source.first_line(story.place(lane, moment)?);
    let facts = describe::stretch(story, language, lane, index)?;
    Some(Mark { lane: task, colour: colour(lane), state, span, sentence: words::mark(language, &facts) })
}
