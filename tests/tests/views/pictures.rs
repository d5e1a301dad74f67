//! Runs programs and draws what is seen of them as text.

use std::fmt::Write;

use interleave_python::Options;
use interleave_text::Language;
use interleave_trace::Trace;
use interleave_views::sight::{Aim, Axis, Frame, Look, Moment, Row, Sight, State};
use interleave_views::{Story, layout};

/// The record of a program's run.
pub(crate) fn trace(program: &str) -> Trace {
    let options = Options { filename: "main.py".to_owned(), record: true, ..Options::default() };
    interleave_python::run(program, &options).trace.expect("it was recorded")
}

pub(crate) fn story(program: &str) -> Story {
    Story::new(program, trace(program))
}

/// What is seen at a moment, with all rows in so many pixels.
pub(crate) fn look(story: &Story, cursor: Aim, axis: Axis, width: f32) -> Sight {
    let overview = story.overview();
    let (_, to) = layout::extent(axis, &overview);
    story.look(&Look {
        log: Some((0, overview.log_rows)),
        timeline: true,
        loop_state: true,
        graph: true,
        ..Look::at(
            Language::English,
            cursor,
            Frame { axis, from: 0, to, width, first_row: 0, rows: overview.lanes },
        )
    })
}

/// What is seen at a nanosecond.
pub(crate) fn look_at(story: &Story, seconds: f64) -> Sight {
    look(story, Aim::Along(Axis::Time, (seconds * 1e9) as i64), Axis::Time, 80.0)
}

/// A run's lanes, four columns a second: `.` ready, `#` running, `-` sleeping, `w` waiting, `B` blocking,
/// `|` done, `x` failed, `/` cancelled.
pub(crate) fn lanes(program: &str) -> String {
    let story = story(program);
    let seconds = story.overview().end_ns as f64 / 1e9;
    let sight = look(&story, Aim::At(Moment(0)), Axis::Time, (seconds * 4.0) as f32);
    let rows = sight.timeline.expect("it was asked for").rows;
    let mut picture = String::new();
    for row in rows {
        let name = format!("{}{} {}", "  ".repeat(row.depth.into()), row.name, row.code);
        writeln!(picture, "{name:<28}{}", bar(&row).trim_end()).expect("strings take everything");
    }
    picture
}

fn bar(row: &Row) -> String {
    let mut bar = Vec::new();
    for segment in &row.segments {
        let (from, to) = (segment.x0.round() as usize, segment.x1.round() as usize);
        let to = if is_end(segment.state) { from + 1 } else { to };
        bar.resize(bar.len().max(to), ' ');
        bar[from..to].fill(letter(segment.state));
    }
    bar.into_iter().collect()
}

pub(crate) fn is_end(state: State) -> bool {
    matches!(state, State::Done | State::Failed | State::Cancelled)
}

fn letter(state: State) -> char {
    match state {
        State::Ready => '.',
        State::Running => '#',
        State::Sleeping => '-',
        State::Waiting => 'w',
        State::Blocking => 'B',
        State::Done => '|',
        State::Failed => 'x',
        State::Cancelled => '/',
    }
}
