//! Where live tasks stand in the text.

use interleave_text::Language;

use crate::lanes::{colour, is_end};
use crate::sight::{Lane, Mark};
use crate::story::Story;
use crate::{describe, words};

/// More tasks than these are not marked: nobody could tell their marks apart.
const MOST: usize = 200;

/// The marks of the first tasks that live at a moment and have begun.
pub(crate) fn marks(story: &Story, language: Language, moment: u32) -> Vec<Mark> {
    let tasks = story.lanes.all().filter(|(_, life)| matches!(life.lane, Lane::Task(_)));
    tasks
        .take_while(|(_, life)| life.created.or_never() < moment)
        .filter_map(|(lane, life)| {
            let index = story.lanes.stretch_index(lane, moment)?;
            let state = story.lanes.stretches(lane).get(index)?.state;
            let span = if is_end(state) { None } else { describe::place(story, lane, moment) }?;
            let facts = describe::stretch(story, language, lane, index)?;
            let sentence = words::mark(language, &facts);
            let span = story.source.first_line(span);
            Some(Mark { lane: life.lane, colour: colour(lane), state, span, sentence })
        })
        .take(MOST)
        .collect()
}
