//! Where in its run a lesson tells its readers to look.

use interleave_lessons::{Look, Moment};
use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::{self, Aim, Axis, Frame, Lane, State, Stream};

/// The moment and the lane, if both are there.
pub(crate) fn place(look: &Look, story: &Story) -> Option<(sight::Moment, Lane)> {
    let overview = story.overview();
    // Wide enough that no two stretches fall into one.
    let frame = Frame {
        axis: Axis::Steps,
        from: 0,
        to: i64::from(overview.end.0),
        width: overview.end.0 as f32 * 8.0,
        first_row: 0,
        rows: overview.lanes,
    };
    let seen = story.look(&sight::Look {
        log: Some((0, overview.log_rows)),
        timeline: true,
        ..sight::Look::at(Language::English, Aim::At(overview.end), frame)
    });
    let row = seen.timeline?.rows.into_iter().find(|row| row.name == look.lane)?;
    let moment = match &look.moment {
        Moment::Printed(line) => {
            let is_it = |row: &sight::LogRow| row.stream == Stream::Out && row.text == *line;
            seen.log?.into_iter().find(is_it)?.moment
        }
        Moment::Turn(number) => {
            let mut turns = row.segments.iter().filter(|segment| segment.state == State::Running);
            turns.nth(number.checked_sub(1)?)?.from
        }
        Moment::End(_) => overview.end,
    };
    Some((moment, row.lane))
}
