//! Rows of the interleaved log.

use interleave_text::Language;

use crate::sight::{LogRow, Moment};
use crate::story::Story;

/// So many rows from one on.
pub(crate) fn rows(story: &Story, language: Language, from: u32, count: u32) -> Vec<LogRow> {
    let lines = story.output.lines.iter().skip(from as usize).take(count as usize);
    lines
        .filter_map(|line| {
            let event = story.event(line.begun)?;
            let moment = line.complete + 1;
            Some(LogRow {
                moment: Moment(moment),
                ns: story.ns(moment),
                lane: story.lane(event.actor),
                name: story
                    .who(language, &event)
                    .unwrap_or_else(|| story.name(language, story.lanes.of(event.actor))),
                colour: story.colour(event.actor),
                stream: line.stream,
                text: line.text(&story.trace).to_owned(),
                span: event.place,
            })
        })
        .collect()
}
