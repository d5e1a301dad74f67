//! A made-up timeline in which every state, shape and kind of arrow occurs, for tests of pictures.

use crate::sight::{Arrow, ArrowKind, Dot, Frame, Moment, Row, Segment, State, Tick, Timeline};
use crate::sight::{Axis, Lane};

fn segment(state: State, x0: f32, x1: f32, label: &str) -> Segment {
    let sentence = format!("{state:?} <{label}>");
    let (from, to) = (Moment(0), Moment(0));
    Segment {
        state,
        x0,
        x1,
        from,
        to,
        label: label.to_owned(),
        sentence,
        span: Default::default(),
        endless: false,
    }
}

fn row(task: u32, code: &str, depth: u16, segments: Vec<Segment>, dots: &[f32]) -> Row {
    let name = if task == 3 { "泡茶".to_owned() } else { format!("Task-{}", task + 1) };
    let sentence = format!("{name}, {code}: & so on");
    let dots = dots.iter().map(|x| Dot { x: *x, moment: Moment(0) }).collect();
    let colour = u8::try_from(task % 8).unwrap_or(0);
    Row {
        lane: Lane::Task(task),
        name,
        code: code.to_owned(),
        depth,
        colour,
        segments,
        dots,
        pulls: Vec::new(),
        sentence,
    }
}

/// Four seconds of it, so wide.
pub(crate) fn timeline(width: f32) -> Timeline {
    use State::*;
    let at = |seconds: f32| seconds * width / 4.0;
    let s = |state, from: f32, to: f32, label: &str| segment(state, at(from), at(to), label);
    let rows = vec![
        row(
            0,
            "main",
            0,
            vec![
                s(Running, 0.0, 0.0, ""),
                s(Waiting, 0.0, 3.5, "gather"),
                s(Running, 3.5, 3.5, ""),
                s(Done, 3.5, 3.5, ""),
            ],
            &[at(3.5)],
        ),
        row(
            1,
            "download",
            1,
            vec![
                s(Ready, 0.0, 0.5, ""),
                s(Running, 0.5, 0.5, ""),
                s(Sleeping, 0.5, 2.5, "2 s"),
                s(Running, 2.5, 2.5, ""),
                s(Failed, 2.5, 2.5, ""),
            ],
            &[],
        ),
        row(
            2,
            "a_rather_long_name_of_code",
            1,
            vec![
                s(Running, 0.0, 0.0, ""),
                s(Waiting, 0.0, 1.0, "sem"),
                s(Sleeping, 1.0, 2.0, "1 s"),
                s(Cancelled, 2.0, 2.0, ""),
            ],
            &[],
        ),
        row(
            3,
            "煮水",
            1,
            vec![
                s(Blocking, 0.0, 0.5, "0.5 s"),
                s(Running, 0.5, 1.0, ""),
                s(Sleeping, 1.0, 3.5, "2.5 s"),
                s(Running, 3.5, 3.5, ""),
                s(Done, 3.5, 3.5, ""),
            ],
            &[at(0.5), at(3.5)],
        ),
    ];
    let arrow = |kind, from: f32, row0, to: f32, row1| Arrow {
        kind,
        x0: at(from),
        row0,
        x1: at(to),
        row1,
        from: Moment(0),
        to: Moment(0),
    };
    let arrows = vec![
        arrow(ArrowKind::Spawn, 0.0, 0, 0.5, 1),
        arrow(ArrowKind::Wake, 1.0, 3, 1.0, 2),
        arrow(ArrowKind::Cancel, 2.0, 3, 2.0, 2),
        arrow(ArrowKind::Cause, 3.5, 3, 3.5, 0),
    ];
    let ticks = (0..=4).map(|second: u8| Tick { x: at(f32::from(second)), label: format!("{second} s") });
    Timeline { rows, arrows, ticks: ticks.collect(), ..Timeline::default() }
}

/// The frame of that timeline.
pub(crate) fn frame(width: f32) -> Frame {
    Frame { axis: Axis::Time, from: 0, to: 4_000_000_000, width, first_row: 0, rows: 4 }
}
