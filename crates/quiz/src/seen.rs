//! What can be seen of a run, as far as questions are about it: lines, and the lives of tasks.

use interleave_text::Language;
use interleave_views::Story;
use interleave_views::sight::{Aim, Axis, Frame, Lane, LogRow, Look, Moment, Segment, State, Stream};

/// A run, with all its times in nanoseconds.
pub(crate) struct Seen {
    pub(crate) end_ns: i64,
    /// The end is a standstill.
    pub(crate) stuck: bool,
    /// What went to standard output.
    pub(crate) lines: Vec<LogRow>,
    /// In order of creation; the first is `main`.
    pub(crate) tasks: Vec<Life>,
}

/// The life of a task.
pub(crate) struct Life {
    pub(crate) lane: Lane,
    pub(crate) name: String,
    pub(crate) stretches: Vec<Stretch>,
}

/// What it did for a while.
#[derive(Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) state: State,
    pub(crate) from: Moment,
    pub(crate) to: Moment,
    pub(crate) ns: i64,
}

/// Pixels for each event: so many that no two stretches fall into one.
const PIXELS: f32 = 8.0;

impl Seen {
    pub(crate) fn of(story: &Story) -> Self {
        let overview = story.overview();
        let frame = Frame {
            axis: Axis::Steps,
            from: 0,
            to: i64::from(overview.end.0),
            width: overview.end.0 as f32 * PIXELS,
            first_row: 0,
            rows: overview.lanes,
        };
        let sight = story.look(&Look {
            log: Some((0, overview.log_rows)),
            timeline: true,
            ..Look::at(Language::English, Aim::At(overview.end), frame)
        });
        let rows = sight.timeline.unwrap_or_default().rows.into_iter();
        let tasks = rows.filter(|row| matches!(row.lane, Lane::Task(_))).map(|row| Life {
            lane: row.lane,
            name: row.name,
            stretches: row.segments.iter().map(|segment| Stretch::of(segment, story)).collect(),
        });
        let lines = sight.log.unwrap_or_default().into_iter().filter(|row| row.stream == Stream::Out);
        Self {
            end_ns: overview.end_ns,
            stuck: overview.stuck,
            lines: lines.collect(),
            tasks: tasks.collect(),
        }
    }
}

impl Stretch {
    fn of(segment: &Segment, story: &Story) -> Self {
        // A moment is a count of events that have happened: its time is that of the last of them.
        let at =
            |moment: Moment| moment.0.checked_sub(1).map_or(0, |last| story.trace().events.ns(last as usize));
        let ns = at(segment.to) - at(segment.from);
        Self { state: segment.state, from: segment.from, to: segment.to, ns }
    }

    /// It lets time pass by a delay, on the loop or in its way.
    pub(crate) fn is_delay(self) -> bool {
        matches!(self.state, State::Sleeping | State::Blocking)
    }
}

impl Life {
    /// When it was created.
    pub(crate) fn created(&self) -> Moment {
        self.stretches.first().map_or(Moment(0), |stretch| stretch.from)
    }

    /// When its first turn is over.
    pub(crate) fn first_turn_over(&self) -> Option<Moment> {
        self.stretches.iter().find(|stretch| stretch.state == State::Running).map(|stretch| stretch.to)
    }

    /// What became of it, and when.
    pub(crate) fn end(&self) -> Option<Stretch> {
        self.stretches.last().copied()
    }

    pub(crate) fn ended_as(&self, state: State) -> bool {
        self.end().is_some_and(|end| end.state == state)
    }

    /// The delays that it has gone through, in all.
    pub(crate) fn delays(&self) -> i64 {
        self.stretches.iter().filter(|stretch| stretch.is_delay()).map(|stretch| stretch.ns).sum()
    }
}
